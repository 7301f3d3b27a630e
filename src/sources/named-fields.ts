import type { PaperRecord } from '../domain/index.js';
import { authorList, fullName } from './authors.js';
import { isoDate, parseAnyDate, parseDate } from './dates.js';
import { findArxivId, firstArxivId, parseDoi, parseOpenAlexId, parseUrl } from './identifiers.js';
import { textOfIndex } from './json/inverted-index.js';
import { arrayAt, isObject, type JsonObject, textAt } from './json/values.js';

/**
 * Takes what a row or an object names by any of its usual names, whatever their case and punctuation:
 * `arxivId`, `arxiv_id` and `arXiv ID` are one. Text of another type is left out.
 */
export function recordOfFields(fields: JsonObject): Partial<PaperRecord> {
  const value = folded(fields);
  const text = (...keys: string[]): string | null => textAt(value, ...keys);
  const id = text('id', 'paperid', 'articleid', 'entryid', 'key', 'pmid', 'uid');
  const url = parseUrl(
    text('url', 'link', 'paperurl', 'absurl', 'urlabs', 'arxivurl', 'pdfurl', 'sourceurl'),
  );
  const doi = parseDoi(text('doi'));
  const arxiv =
    firstArxivId(
      text('arxivid', 'arxiv', 'paperarxivid', 'eprint'),
      id,
      url,
      doi,
      text('pdfurl', 'arxivurl'),
    ) ?? findArxivId(text('externalid'));
  const published = text(
    'publishedat',
    'published',
    'publicationdate',
    'publisheddate',
    'date',
    'paperdate',
    'created',
    'submitted',
    'publicationyear',
    'year',
    'pubyear',
  );
  const updated = text('updatedat', 'updated', 'updateddate', 'updatedate');
  const version = text('arxivversion');
  return {
    id: id ?? arxiv?.id ?? doi,
    title: longTextAt(value, TITLES),
    abstract: longTextAt(value, ABSTRACTS) ?? textOfIndex(value.abstractinvertedindex),
    authors: authorsOf(value.authors ?? value.author ?? value.authorlist ?? value.authornames),
    publishedAt: published === null ? null : dateOf(published),
    updatedAt: updated === null ? null : dateOf(updated),
    arxivId: arxiv?.id ?? null,
    arxivVersion: version === null ? (arxiv?.version ?? null) : versionNumber(version),
    doi,
    openAlexId: parseOpenAlexId(text('openalexid', 'openalex')),
    s2Id: text('s2id', 's2paperid'),
    url,
  };
}

const TITLES = ['title', 'titles', 'papertitle', 'articletitle', 'primarytitle', 'documenttitle'];
const ABSTRACTS = [
  ...['abstract', 'abstracts', 'summaries', 'abstractnote', 'paperabstract', 'abstracttext'],
  ...['summary', 'notesabstract'],
];

/** Text under the first of some keys that has any: in one piece, in paragraphs, or as an inverted index. */
function longTextAt(value: JsonObject, keys: readonly string[]): string | null {
  for (const key of keys) {
    const found = textAt(value, key) ?? paragraphsAt(value, key) ?? textOfIndex(value[key]);
    if (found !== null) return found;
  }
  return null;
}

/** Paragraphs, as text or as objects with a `text`; a label beside it is left out. */
function paragraphsAt(value: JsonObject, key: string): string | null {
  const paragraphs = arrayAt(value, key).flatMap((one) =>
    typeof one === 'string' ? [one] : isObject(one) ? (textAt(one, 'text') ?? []) : [],
  );
  const text = paragraphs.filter((one) => one.trim() !== '').join(' ');
  return text === '' ? null : text;
}

function folded(fields: JsonObject): JsonObject {
  const value: Record<string, unknown> = Object.create(null);
  for (const [key, content] of Object.entries(fields)) {
    const name = key.toLowerCase().replace(/[^a-z0-9]+/g, '');
    if (value[name] === undefined || value[name] === null || value[name] === '')
      value[name] = content;
  }
  return value;
}

function versionNumber(text: string): number | null {
  const digits = /^v?(\d{1,3})$/.exec(text)?.[1];
  return digits === undefined ? null : Number(digits);
}

/** Times in seconds or milliseconds since 1970 are dates as well. */
function dateOf(text: string): string | null {
  if (/^\d{10}(?:\d{3})?$/.test(text)) {
    const time = new Date(Number(text) * (text.length === 10 ? 1000 : 1));
    return parseDate(time.toISOString());
  }
  return isoDate(text) ?? parseAnyDate(text);
}

function authorsOf(value: unknown): string[] {
  if (typeof value === 'string') return authorsOfText(value);
  if (!Array.isArray(value)) return [];
  return value.flatMap((author: unknown) => {
    if (typeof author === 'string') return author.trim() === '' ? [] : [author];
    if (!isObject(author)) return [];
    const name =
      textAt(author, 'name', 'display_name', 'full_name', 'literal') ??
      fullName(
        textAt(author, 'given', 'first', 'forename', 'first_name'),
        textAt(author, 'family', 'last', 'surname', 'last_name'),
      );
    return name === '' ? [] : [name];
  });
}

/** A list of names in one cell, or one that was written as a list: `['A. One', 'B. Two']`. */
function authorsOfText(text: string): string[] {
  const quoted = /^\s*\[.*\]\s*$/s.test(text) ? [...text.matchAll(/(['"])(.*?)\1/gs)] : [];
  if (quoted.length > 0) return quoted.map((match) => match[2] ?? '').filter(Boolean);
  return authorList(text);
}
