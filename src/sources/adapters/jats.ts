import { fullName } from '../authors.js';
import { isoDate, parseDate } from '../dates.js';
import { firstArxivId, parseDoi } from '../identifiers.js';
import { toItem } from '../record.js';
import type { SourceAdapter } from '../source.js';
import { childAt, childrenOf, isEnglish, textOf, type XmlElement } from '../xml/element.js';
import { looksLikeXml, readXmlSource } from '../xml/xml-source.js';

/** Left out of titles and abstracts: notes, and the section titles of structured abstracts. */
const NOTES = new Set(['fn', 'xref', 'named-content-id']);
const HEADINGS = new Set(['title', 'label', 'object-id', 'fn', 'graphic', 'fig']);

/** JATS articles (PubMed Central, PLOS): their front matter; the body is passed over. */
export const jats: SourceAdapter = {
  name: 'jats',
  description: 'JATS XML articles, front matter',
  detect(head) {
    if (!looksLikeXml(head)) return 0;
    if (/<(?:\w+:)?article-meta[\s>]|<pmc-articleset[\s>]/.test(head)) return 0.95;
    return /<!DOCTYPE\s+article\b[^>]*(?:JATS|NLM)/i.test(head) ? 0.9 : 0;
  },
  read: (text) =>
    readXmlSource(text, ['front'], ({ element }, { position, raw }) => {
      const meta = childAt(element, 'article-meta');
      const id = (type: string): string | null =>
        textOf(
          childrenOf(meta, 'article-id').find(
            ({ attributes }) => attributes['pub-id-type'] === type,
          ),
        );
      const doi = parseDoi(id('doi'));
      const arxiv = firstArxivId(id('arxiv'), doi);
      const pmc = id('pmc') ?? id('pmcid');
      return toItem(
        {
          id: doi ?? arxiv?.id ?? pmc ?? id('pmid') ?? id('publisher-id'),
          title: titleOf(meta),
          abstract: textOf(abstractOf(meta), HEADINGS),
          authors: childrenOf(meta, 'contrib-group').flatMap(authorsOf),
          publishedAt: publishedAt(meta),
          arxivId: arxiv?.id ?? null,
          arxivVersion: arxiv?.version ?? null,
          doi,
          url:
            pmc === null
              ? null
              : `https://pmc.ncbi.nlm.nih.gov/articles/PMC${pmc.replace(/^PMC/i, '')}/`,
          source: jats.name,
        },
        position,
        raw,
      );
    }),
};

function titleOf(meta: XmlElement | undefined): string | null {
  const group = childAt(meta, 'title-group') ?? meta;
  const translated = [
    ...childrenOf(group, 'trans-title'),
    ...childrenOf(group, 'trans-title-group').flatMap((one) =>
      // Either of the two may carry the language.
      childrenOf(one, 'trans-title').map((title) => (isEnglish(title) === null ? one : title)),
    ),
  ];
  return textOf(englishOf(childAt(group, 'article-title'), translated), NOTES);
}

/** The abstract itself, rather than one for the contents page, a graphic, or a lay summary. */
function abstractOf(meta: XmlElement | undefined): XmlElement | undefined {
  const own = childrenOf(meta, 'abstract');
  const kinds = ({ attributes }: XmlElement): string => attributes['abstract-type'] ?? '';
  const isPlain = (one: XmlElement) => kinds(one) === '';
  const english = own.find((one) => isPlain(one) && isEnglish(one) === true);
  const main =
    english ??
    own.find(isPlain) ??
    own.find((one) => !/graphic|toc|teaser|key-points|highlight|video/i.test(kinds(one)));
  return englishOf(main, childrenOf(meta, 'trans-abstract').filter(isPlain));
}

/** The article's own text or its translation into English; one that has such a translation is not in English. */
function englishOf(
  own: XmlElement | undefined,
  translated: readonly XmlElement[],
): XmlElement | undefined {
  if (own && isEnglish(own) === true) return own;
  return translated.find((one) => isEnglish(one) === true) ?? own ?? translated[0];
}

function authorsOf(group: XmlElement): string[] {
  const groupType = group.attributes['content-type'] ?? 'authors';
  return childrenOf(group, 'contrib')
    .filter(({ attributes }) => {
      const type = attributes['contrib-type'];
      return type === undefined ? /^authors?$/.test(groupType) : /^author/.test(type);
    })
    .flatMap((contrib) => nameOf(contrib) || []);
}

function nameOf(contrib: XmlElement): string {
  const name = childAt(contrib, 'name') ?? childAt(contrib, 'name-alternatives', 'name');
  if (name)
    return fullName(
      textOf(childAt(name, 'given-names')),
      textOf(childAt(name, 'surname')),
      textOf(childAt(name, 'suffix')),
    );
  const free =
    childAt(contrib, 'string-name') ?? childAt(contrib, 'collab') ?? childAt(contrib, 'anonymous');
  return textOf(free, new Set(['contrib-group', 'xref'])) ?? '';
}

/** When the article came out: online, else whenever a date is given. */
function publishedAt(meta: XmlElement | undefined): string | null {
  const dates = childrenOf(meta, 'pub-date');
  const kind = ({ attributes }: XmlElement): string =>
    attributes['pub-type'] ?? attributes['date-type'] ?? '';
  const chosen =
    dates.find((date) => /^(?:epub|pub)$/.test(kind(date))) ??
    dates.find((date) => /^(?:ppub|epub-ppub)$/.test(kind(date))) ??
    dates.find((date) => kind(date) === 'collection') ??
    dates[0];
  const part = (name: string): string | null => textOf(childAt(chosen, name));
  const inParts = isoDate(part('year'), part('month'), part('day'));
  const whole = parseDate(chosen?.attributes['iso-8601-date'] ?? '');
  return (whole?.length ?? 0) > (inParts?.length ?? 0) ? whole : inParts;
}
