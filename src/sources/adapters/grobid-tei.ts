import { fullName } from '../authors.js';
import { parseAnyDate } from '../dates.js';
import { parseArxivId, parseDoi } from '../identifiers.js';
import { toItem } from '../record.js';
import type { SourceAdapter } from '../source.js';
import { childAt, childrenOf, descendantsOf, textOf, type XmlElement } from '../xml/element.js';
import { looksLikeXml, readXmlSource } from '../xml/xml-source.js';

const HEADINGS = new Set(['head']);

/** GROBID's output: the header of each TEI document; its body is passed over. */
export const grobidTei: SourceAdapter = {
  name: 'grobid-tei',
  description: "GROBID's TEI, header or full text",
  detect: (head) =>
    looksLikeXml(head) && /<(?:\w+:)?(?:TEI|teiHeader|teiCorpus)[\s>]/.test(head) ? 0.95 : 0,
  read: (text) =>
    readXmlSource(text, ['teiHeader'], ({ element }, { position, raw }) => {
      const file = childAt(element, 'fileDesc');
      const source = childAt(file, 'sourceDesc', 'biblStruct');
      const analytic = childAt(source, 'analytic');
      const ids = descendantsOf(source, 'idno');
      const arxiv = parseArxivId(idOf(ids, 'arxiv'));
      const doi = parseDoi(idOf(ids, 'doi'));
      return toItem(
        {
          id: doi ?? arxiv?.id ?? null,
          title: textOf(childAt(file, 'titleStmt', 'title')) ?? textOf(childAt(analytic, 'title')),
          abstract: textOf(childAt(element, 'profileDesc', 'abstract'), HEADINGS),
          authors: childrenOf(analytic, 'author').map(nameOf).filter(Boolean),
          publishedAt:
            dateOf(childAt(source, 'monogr', 'imprint', 'date')) ??
            dateOf(childAt(file, 'publicationStmt', 'date')),
          arxivId: arxiv?.id ?? null,
          arxivVersion: arxiv?.version ?? null,
          doi,
          source: grobidTei.name,
        },
        position,
        raw,
      );
    }),
};

function nameOf(author: XmlElement): string {
  const person = childAt(author, 'persName');
  return fullName(
    ...childrenOf(person, 'forename').map((name) => textOf(name)),
    textOf(childAt(person, 'surname')),
  );
}

const dateOf = (date: XmlElement | undefined): string | null =>
  parseAnyDate(date?.attributes.when ?? textOf(date) ?? '');

const idOf = (ids: readonly XmlElement[], type: string): string | null =>
  textOf(ids.find(({ attributes }) => attributes.type?.toLowerCase() === type));
