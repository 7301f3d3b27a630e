import { hash } from 'node:crypto';
import type { PaperRecord, Span } from '../../domain/index.js';

/** SHA-256 of the parts, in hex; parts are kept apart, so that `ab`+`c` is not `a`+`bc`. */
export function hashOf(...parts: readonly (string | number | null)[]): string {
  return hash('sha256', JSON.stringify(parts));
}

/** The first 128 bits of `hashOf`, in the form of a UUID. */
export function idOf(kind: string, ...parts: readonly (string | number | null)[]): string {
  const hex = hashOf(kind, ...parts);
  const groups = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20)];
  return `${groups.join('-')}-${hex.slice(20, 32)}`;
}

export const paperIdOf = (key: string): string => idOf('paper', key);
export const documentIdOf = (paperKey: string, contentHash: string): string =>
  idOf('document', paperKey, contentHash);
export const extractionIdOf = (documentId: string, version: string): string =>
  idOf('extraction', documentId, version);

/** @param nth how many findings of this kind before it stand on the same span */
export function findingIdOf(
  kind: 'result' | 'quantity',
  paperKey: string,
  contentHash: string,
  { field, start, end }: Span,
  nth: number,
): string {
  return idOf(kind, paperKey, contentHash, field, start, end, nth);
}

export function contentHashOf(text: { title: string | null; abstract: string | null }): string {
  return hashOf(text.title, text.abstract);
}

/** Of the whole record, whatever the order of its properties. */
export function recordHashOf(record: PaperRecord): string {
  return hashOf(JSON.stringify(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1))));
}

/** Longer ids are no ids; hashed, they stay distinct and fit an index. */
const LONGEST_ID = 300;
const bounded = (id: string): string => (id.length <= LONGEST_ID ? id : hashOf(id));
/** DOIs that arXiv itself gives say which arXiv paper they are (https://info.arxiv.org/help/doi.html). */
const ARXIV_DOI = /^10\.48550\/arxiv\.(.+?)(?:v\d+)?$/i;

/** Schemes of ids that mean the same paper wherever they stand, best first. */
export const ID_SCHEMES = ['arxiv', 'doi', 'openalex', 's2'] as const;
export type IdScheme = (typeof ID_SCHEMES)[number];

/** Id of the record at its source; a hash of the folded title where the source has none. */
export function sourceIdOf(record: PaperRecord): string {
  if (record.id !== null && record.id !== '') return bounded(record.id);
  return bestKey(globalKeysOf(record)) ?? hashOf(foldedTitle(record)).slice(0, 32);
}

/** Case, accents, punctuation and spaces make no difference; a paper without title is told by its abstract. */
function foldedTitle({ title, abstract }: PaperRecord): string {
  const folded = (title ?? '')
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
  return folded === '' ? `${title}\n${abstract}` : folded;
}

/**
 * arXiv's old ids are one with and without their subject class: `arxiv:math.GT/0309136` is
 * `arxiv:math/0309136`. Other keys stay as they are.
 */
export const canonicalKey = (key: string): string =>
  key.replace(/^(arxiv:[a-z-]+)\.[a-z-]+(?=\/\d{7}$)/i, '$1');

function globalKeysOf(record: PaperRecord): string[] {
  const keys: string[] = [];
  const add = (scheme: IdScheme, id: string | null | undefined) => {
    if (id) keys.push(canonicalKey(`${scheme}:${bounded(id)}`));
  };
  add('arxiv', record.arxivId ?? ARXIV_DOI.exec(record.doi ?? '')?.[1]);
  add('doi', record.doi);
  add('openalex', record.openAlexId);
  add('s2', record.s2Id);
  return keys;
}

/**
 * Every key that leads to the record's paper: its arXiv, DOI, OpenAlex and Semantic Scholar ids, or, where
 * it has none of them, `<source>:<sourceId>`, which no other source can share.
 */
export function keysOf(record: PaperRecord): readonly string[] {
  const keys = globalKeysOf(record);
  return keys.length > 0 ? keys : [`${record.source}:${sourceIdOf(record)}`];
}

/** The key that names the paper: of the best scheme, and the smallest of that; undefined for no keys. */
export function bestKey(keys: readonly string[]): string | undefined {
  return [...keys].sort((a, b) => schemeRank(a) - schemeRank(b) || (a < b ? -1 : 1))[0];
}

function schemeRank(key: string): number {
  const rank = ID_SCHEMES.findIndex((scheme) => key.startsWith(`${scheme}:`));
  return rank < 0 ? ID_SCHEMES.length : rank;
}

/** The smallest id of a scheme among keys; null where there is none. */
export function idAmong(keys: readonly string[], scheme: IdScheme): string | null {
  const found = keys.filter((key) => key.startsWith(`${scheme}:`)).sort()[0];
  return found?.slice(scheme.length + 1) ?? null;
}

/**
 * The row of `paper_records` that a record fills: one for each id at each source, the paper's keys included,
 * since two files may both call a paper `1`.
 */
export const recordIdOf = (record: PaperRecord): string =>
  idOf('record', record.source, sourceIdOf(record), ...keysOf(record));
