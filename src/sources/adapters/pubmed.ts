import { fullName } from '../authors.js';
import { isoDate } from '../dates.js';
import { findArxivId, firstArxivId, parseDoi } from '../identifiers.js';
import { rejectItem, toItem } from '../record.js';
import type { SourceAdapter } from '../source.js';
import { childAt, childrenOf, textOf, type XmlElement } from '../xml/element.js';
import { looksLikeXml, readXmlSource } from '../xml/xml-source.js';

/** PubMed's XML, as its download service and its yearly files hold it. */
export const pubmed: SourceAdapter = {
  name: 'pubmed',
  description: "PubMed's XML",
  detect(head) {
    if (!looksLikeXml(head)) return 0;
    return /<(?:PubmedArticleSet|PubmedArticle|MedlineCitation|MedlineCitationSet)[\s>]/.test(head)
      ? 0.95
      : 0;
  },
  read: (text) =>
    readXmlSource(
      text,
      ['PubmedArticle', 'MedlineCitation', 'PubmedBookArticle', 'DeleteCitation'],
      ({ element }, { position, raw }) => {
        if (element.name === 'PubmedBookArticle') {
          return rejectItem('the record is a book or a chapter of one, not a paper', position, raw);
        }
        if (element.name === 'DeleteCitation') {
          return rejectItem('the records are deleted at their source', position, raw);
        }
        const citation =
          element.name === 'MedlineCitation' ? element : childAt(element, 'MedlineCitation');
        const article = childAt(citation, 'Article');
        const pmid = textOf(childAt(citation, 'PMID'));
        const doi = doiOf(article, childAt(element, 'PubmedData'));
        const arxiv = arxivIdOf(article, childAt(element, 'PubmedData')) ?? firstArxivId(doi);
        return toItem(
          {
            id: pmid,
            title: titleOf(article),
            abstract: abstractOf(childAt(article, 'Abstract') ?? otherAbstract(citation)),
            authors: childrenOf(childAt(article, 'AuthorList'), 'Author')
              .map(nameOf)
              .filter(Boolean),
            publishedAt:
              dateOf(childAt(article, 'Journal', 'JournalIssue', 'PubDate')) ??
              dateOf(childAt(article, 'ArticleDate')),
            updatedAt: dateOf(childAt(citation, 'DateRevised')),
            arxivId: arxiv?.id ?? null,
            arxivVersion: arxiv?.version ?? null,
            doi,
            url: pmid === null ? null : `https://pubmed.ncbi.nlm.nih.gov/${pmid}/`,
            source: pubmed.name,
          },
          position,
          raw,
        );
      },
    ),
};

/** PubMed's own words for an article without an English title. */
const NO_TITLE = /^\[?not available\]?\.?$/i;

function titleOf(article: XmlElement | undefined): string | null {
  const title = textOf(childAt(article, 'ArticleTitle'));
  const own = textOf(childAt(article, 'VernacularTitle'));
  return title === null || NO_TITLE.test(title) ? (own ?? title) : title;
}

/** An abstract that somebody else than the journal gave, or in another language: the English one first. */
function otherAbstract(citation: XmlElement | undefined): XmlElement | undefined {
  const all = childrenOf(citation, 'OtherAbstract');
  const forLaymen = ({ attributes }: XmlElement) => /plain-language/i.test(attributes.Type ?? '');
  const english = all.filter(({ attributes }) => /^en/i.test(attributes.Language ?? 'eng'));
  return english.find((one) => !forLaymen(one)) ?? english[0] ?? all[0];
}

/** Sections follow one another; their labels are attributes and stay out. */
function abstractOf(abstract: XmlElement | undefined): string | null {
  const sections = childrenOf(abstract, 'AbstractText').flatMap((section) => textOf(section) ?? []);
  return sections.length === 0 ? null : sections.join(' ');
}

function nameOf(author: XmlElement): string {
  const part = (name: string): string | null => textOf(childAt(author, name));
  return (
    part('CollectiveName') ??
    fullName(part('ForeName') ?? part('Initials'), part('LastName'), part('Suffix'))
  );
}

/** A date in parts, or in words: of `2018 May-Jun`, `Spring 2019` and `1998 Dec-1999 Jan` the first year is plain. */
function dateOf(date: XmlElement | undefined): string | null {
  const part = (name: string): string | null => textOf(childAt(date, name));
  const words = /^(\d{4})(?:\s+([A-Za-z]{3,9})(?:\s+(\d{1,2}))?)?$/.exec(part('MedlineDate') ?? '');
  if (words) return isoDate(words[1], words[2], words[3]);
  const year = part('Year') ?? /\b\d{4}\b/.exec(part('MedlineDate') ?? '')?.[0];
  return isoDate(year, part('Month'), part('Day'));
}

function doiOf(article: XmlElement | undefined, data: XmlElement | undefined): string | null {
  const located = childrenOf(article, 'ELocationID').find(
    ({ attributes }) => attributes.EIdType === 'doi',
  );
  return parseDoi(textOf(listedId(data, 'doi'))) ?? parseDoi(textOf(located));
}

function listedId(data: XmlElement | undefined, type: string): XmlElement | undefined {
  return childrenOf(childAt(data, 'ArticleIdList'), 'ArticleId').find(
    ({ attributes }) => attributes.IdType?.toLowerCase() === type,
  );
}

/** Preprints have it among their ids, or as the publisher's own: `arXiv:3102.00001v2`. */
function arxivIdOf(article: XmlElement | undefined, data: XmlElement | undefined) {
  const own = [listedId(data, 'pii'), ...childrenOf(article, 'ELocationID')].map((one) =>
    textOf(one),
  );
  return firstArxivId(textOf(listedId(data, 'arxiv'))) ?? findArxivId(own.join(' '));
}
