import type { PaperRecord } from '../domain/index.js';

const NOT_STORABLE = /\p{Surrogate}|\0/gu;

/**
 * A record as Postgres can keep it: NUL and halves of surrogate pairs become U+FFFD, one character for one,
 * so that every offset stays true.
 */
export function storableRecord(record: PaperRecord): PaperRecord {
  const entries = Object.entries(record).map(([name, value]) => [name, storable(value)]);
  return Object.fromEntries(entries) as PaperRecord;
}

export function storableText(text: string): string {
  return text.replace(NOT_STORABLE, '\uFFFD');
}

function storable(value: unknown): unknown {
  if (typeof value === 'string') return storableText(value);
  return Array.isArray(value) ? value.map(storable) : value;
}
