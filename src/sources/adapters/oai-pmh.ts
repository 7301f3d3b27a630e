import type { PaperRecord } from '../../domain/index.js';
import { authorList, fullName } from '../authors.js';
import { parseDate, parseMailDate } from '../dates.js';
import { firstArxivId, parseArxivId, parseDoi, parseUrl } from '../identifiers.js';
import { rejectItem, toItem } from '../record.js';
import type { SourceAdapter } from '../source.js';
import { childAt, childrenOf, isEnglish, textOf, type XmlElement } from '../xml/element.js';
import { looksLikeXml, readXmlSource } from '../xml/xml-source.js';

/** Harvests over OAI-PMH: the metadata formats `oai_dc`, `arXiv` and `arXivRaw`. */
export const oaiPmh: SourceAdapter = {
  name: 'oai-pmh',
  description: 'OAI-PMH answers in oai_dc, arXiv or arXivRaw',
  detect(head) {
    if (!looksLikeXml(head)) return 0;
    if (/<(?:\w+:)?OAI-PMH[\s>]/.test(head)) return 0.95;
    if (!/<(?:\w+:)?record[\s>]/.test(head)) return 0;
    return /<(?:\w+:)?(?:dc|arXiv|arXivRaw)[\s>]/.test(head) ? 0.9 : 0;
  },
  read: (text) =>
    readXmlSource(text, ['record', 'error'], ({ element, ancestors }, { position, raw }) => {
      if (element.name === 'error') {
        const [around] = ancestors.slice(-1);
        if (around && around.name !== 'OAI-PMH') return null;
        const said = [element.attributes.code, textOf(element)].filter(Boolean).join(': ');
        return rejectItem(`the source answered with an error: ${said}`, position, raw);
      }
      const header = childAt(element, 'header');
      if (header?.attributes.status === 'deleted') {
        return rejectItem('the record is deleted at its source', position, raw);
      }
      const identifier = textOf(childAt(header, 'identifier'));
      const [metadata] = childrenOf(childAt(element, 'metadata'));
      if (!metadata) return rejectItem('the record has no metadata', position, raw);
      const read = FORMATS.get(metadata.name);
      if (!read) {
        const known = [...FORMATS.keys()].join(', ');
        const reason = `the metadata format "${metadata.name}" is not read (only ${known})`;
        return rejectItem(reason, position, raw);
      }
      const parts = read(metadata, identifier);
      return toItem(
        { ...parts, id: parts.arxivId ?? identifier, source: oaiPmh.name },
        position,
        raw,
      );
    }),
};

type Reader = (metadata: XmlElement, identifier: string | null) => Partial<PaperRecord>;

const FORMATS: ReadonlyMap<string, Reader> = new Map([
  ['dc', dublinCore],
  ['arXiv', arxiv],
  ['arXivRaw', arxivRaw],
  ['arXivOld', arxivRaw],
]);

/** Of titles and descriptions in several languages the English one; else the first. */
function inEnglish(metadata: XmlElement, name: string): string | null {
  const all = childrenOf(metadata, name).filter((one) => textOf(one) !== null);
  return textOf(all.find((one) => isEnglish(one) === true) ?? all[0]);
}

function dublinCore(metadata: XmlElement, identifier: string | null): Partial<PaperRecord> {
  const all = (name: string): string[] =>
    childrenOf(metadata, name).flatMap((one) => textOf(one) ?? []);
  const dates = all('date')
    .flatMap((date) => parseDate(date) ?? [])
    .sort();
  const identifiers = all('identifier');
  const id = firstArxivId(identifier, ...identifiers);
  return {
    title: inEnglish(metadata, 'title'),
    // Further descriptions are comments on the paper.
    abstract: inEnglish(metadata, 'description'),
    authors: all('creator'),
    publishedAt: dates[0] ?? null,
    updatedAt: dates.at(-1) ?? null,
    ...arxivParts(id),
    doi:
      identifiers.flatMap((one) => parseDoi(one) ?? []).find((doi) => !parseArxivId(doi)) ?? null,
    url: identifiers.flatMap((one) => parseUrl(one) ?? [])[0] ?? null,
  };
}

function arxiv(metadata: XmlElement, identifier: string | null): Partial<PaperRecord> {
  const text = (name: string): string | null => textOf(childAt(metadata, name));
  const part = (author: XmlElement, name: string): string | null => textOf(childAt(author, name));
  const published = parseDate(text('created') ?? '');
  return {
    title: text('title'),
    abstract: text('abstract'),
    authors: childrenOf(childAt(metadata, 'authors'), 'author')
      .map((author) =>
        fullName(part(author, 'forenames'), part(author, 'keyname'), part(author, 'suffix')),
      )
      .filter(Boolean),
    publishedAt: published,
    updatedAt: parseDate(text('updated') ?? '') ?? published,
    ...arxivParts(firstArxivId(text('id'), identifier)),
    doi: parseDoi(text('doi')),
  };
}

function arxivRaw(metadata: XmlElement, identifier: string | null): Partial<PaperRecord> {
  const text = (name: string): string | null => textOf(childAt(metadata, name));
  const versions = childrenOf(metadata, 'version');
  const dates = versions.flatMap(
    (version) => parseMailDate(textOf(childAt(version, 'date')) ?? '') ?? [],
  );
  const last = /^v(\d{1,3})$/.exec(versions.at(-1)?.attributes.version ?? '')?.[1];
  const parts = arxivParts(firstArxivId(text('id'), identifier));
  return {
    title: text('title'),
    abstract: text('abstract'),
    authors: authorList(text('authors') ?? ''),
    publishedAt: dates[0] ?? null,
    updatedAt: dates.at(-1) ?? null,
    ...parts,
    arxivVersion: last === undefined ? parts.arxivVersion : Number(last),
    doi: parseDoi(text('doi')),
  };
}

function arxivParts(id: ReturnType<typeof parseArxivId>) {
  return {
    arxivId: id?.id ?? null,
    arxivVersion: id?.version ?? null,
    url: id ? `https://arxiv.org/abs/${id.id}` : null,
  };
}
