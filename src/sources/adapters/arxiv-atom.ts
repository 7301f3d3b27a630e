import { parseDate } from '../dates.js';
import { firstArxivId, parseDoi } from '../identifiers.js';
import { rejectItem, toItem } from '../record.js';
import type { SourceAdapter } from '../source.js';
import { childAt, childrenOf, textOf, type XmlElement } from '../xml/element.js';
import { looksLikeXml, readXmlSource } from '../xml/xml-source.js';

/** What arXiv's daily feeds put before an abstract. */
const ANNOUNCEMENT = /^arXiv:\S+\s+Announce Type:\s*\S+\s+Abstract:\s*/i;

/** arXiv's API and daily feeds, Atom. */
export const arxivAtom: SourceAdapter = {
  name: 'arxiv-atom',
  description: "answers of arXiv's API, Atom",
  detect(head) {
    if (!looksLikeXml(head) || !/<(?:\w+:)?(?:feed|entry)[\s>]/.test(head)) return 0;
    return /arxiv/i.test(head) ? 0.95 : 0.7;
  },
  read: (text) =>
    readXmlSource(text, ['entry'], ({ element }, { position, raw }) => {
      const id = textOf(childAt(element, 'id'));
      const abstract = textOf(childAt(element, 'summary')) ?? textOf(childAt(element, 'content'));
      if (id !== null && /\/api\/errors/.test(id)) {
        return rejectItem(`the source answered with an error: ${abstract ?? id}`, position, raw);
      }
      const links = childrenOf(element, 'link').map((link) => link.attributes.href ?? null);
      const arxiv = firstArxivId(id, ...links);
      return toItem(
        {
          id: arxiv?.id ?? id,
          title: textOf(childAt(element, 'title')),
          abstract: abstract?.replace(ANNOUNCEMENT, '') ?? null,
          authors: childrenOf(element, 'author').flatMap((author) => nameOf(author) ?? []),
          publishedAt: dateAt(element, 'published'),
          updatedAt: dateAt(element, 'updated'),
          arxivId: arxiv?.id ?? null,
          arxivVersion: arxiv?.version ?? null,
          doi: parseDoi(textOf(childAt(element, 'doi'))),
          url: arxiv ? `https://arxiv.org/abs/${arxiv.id}` : (links[0] ?? null),
          source: arxivAtom.name,
        },
        position,
        raw,
      );
    }),
};

const nameOf = (author: XmlElement): string | null => textOf(childAt(author, 'name'));

const dateAt = (entry: XmlElement, name: string): string | null =>
  parseDate(textOf(childAt(entry, name)) ?? '');
