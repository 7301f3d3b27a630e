import { hash } from 'node:crypto';
import { ClaimgraphError } from '../../domain/index.js';
import type { Parameters } from './sql.js';

export type KeyType = 'text' | 'date' | 'timestamptz' | 'double precision' | 'uuid' | 'bigint';

/** What a list is sorted by; the last key of a sort has to be unique. */
export interface SortKey {
  /** Names the key within its list's cursors. */
  readonly name: string;
  /** SQL that is never null and never from outside: see `sortable`. */
  readonly column: string;
  readonly type: KeyType;
  readonly descending: boolean;
}

/** What is asked of a list: at most one of the two pairs. */
export interface PageRequest {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}

const ENDS: Readonly<Partial<Record<KeyType, readonly [low: string, high: string]>>> = {
  date: [`'-infinity'::date`, `'infinity'::date`],
  timestamptz: [`'-infinity'::timestamptz`, `'infinity'::timestamptz`],
  'double precision': [`'-Infinity'::double precision`, `'Infinity'::double precision`],
  text: [`''`, `U&'\\+10FFFF'`],
};

/**
 * A nullable column as a sort key: null becomes the value beyond all others on the side where nulls stand, so
 * that a page starts by one comparison that an index answers. The indexes of sorts are on this very text.
 */
export function sortable(
  column: string,
  type: KeyType,
  descending: boolean,
  nulls: 'FIRST' | 'LAST',
): string {
  const ends = ENDS[type];
  if (!ends) throw new Error(`no end for keys of type ${type}`);
  return `coalesce(${column}, ${ends[descending === (nulls === 'LAST') ? 0 : 1]})`;
}

const VERSION = 2;

/** An opaque cursor: the sort values of one row, bound to the list that it is of. */
export function encodeCursor(values: readonly unknown[], list: string): string {
  return Buffer.from(JSON.stringify([VERSION, list, ...values.map(String)])).toString('base64url');
}

/**
 * The sort values that a cursor holds.
 * @throws ClaimgraphError for anything that is no cursor of this very list
 */
export function decodeCursor(cursor: string, list: string, keys: readonly SortKey[]): string[] {
  const [version, name, ...values] = parsed(cursor);
  if (version !== VERSION || name !== list || values.length !== keys.length) {
    throw new ClaimgraphError(
      'BAD_USER_INPUT',
      'The cursor is not of this list: it was made for another filter or sort, or was changed. Start again without it.',
    );
  }
  if (!keys.every(({ type }, at) => isValue(values[at], type))) {
    throw new ClaimgraphError('BAD_USER_INPUT', 'The cursor is not of this list: it was changed.');
  }
  return values as string[];
}

function parsed(cursor: string): unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

const DAY = /^\d{4}-\d\d-\d\d$/;
const SHAPES: Readonly<Record<KeyType, (text: string) => boolean>> = {
  text: (text) => text.isWellFormed() && !text.includes('\0'),
  date: (text) => /^-?infinity$/.test(text) || (DAY.test(text) && isDay(text)),
  timestamptz: (text) =>
    /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?[+-]\d\d(?::\d\d)?$/.test(text) &&
    isDay(text.slice(0, 10)),
  'double precision': (text) => text !== '' && !Number.isNaN(Number(text)),
  uuid: (text) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text),
  bigint: (text) => /^-?\d{1,18}$/.test(text),
};

function isValue(value: unknown, type: KeyType): boolean {
  return typeof value === 'string' && value.length < 100_000 && SHAPES[type](value);
}

/** 30 February parses as a day in March. */
export function isDay(text: string): boolean {
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}

/** Names a list by what decides its rows and their order. */
export function listName(...parts: readonly unknown[]): string {
  // At one go: an object that hashes piece by piece stays until the next full collection of garbage.
  return hash('sha256', JSON.stringify(parts), 'base64url').slice(0, 16);
}

/** The condition that a row stands after a cursor; for a backward page the keys come reversed. */
export function afterCondition(
  keys: readonly SortKey[],
  values: readonly string[],
  parameters: Parameters,
): string {
  const placeholders = keys.map(({ type }, at) => parameters.add(values[at], `::${type}`));
  const [first] = keys as [SortKey];
  const beyond = ({ descending }: SortKey) => (descending ? '<' : '>');
  if (keys.every(({ descending }) => descending === first.descending)) {
    const columns = keys.map(({ column }) => column);
    return `(${columns.join(', ')}) ${beyond(first)} (${placeholders.join(', ')})`;
  }
  const alternatives = keys.map((key, at) => {
    const equal = keys
      .slice(0, at)
      .map(({ column }, index) => `${column} = ${placeholders[index]}`);
    return `(${[...equal, `${key.column} ${beyond(key)} ${placeholders[at]}`].join(' AND ')})`;
  });
  // The bound says nothing new, but an index can start at it.
  return `${first.column} ${beyond(first)}= ${placeholders[0]} AND (${alternatives.join(' OR ')})`;
}

export function orderBy(keys: readonly SortKey[]): string {
  return keys
    .map(({ column, descending }) => `${column} ${descending ? 'DESC' : 'ASC'}`)
    .join(', ');
}

/** The same order read from its end. */
export function reversed(keys: readonly SortKey[]): SortKey[] {
  return keys.map((key) => ({ ...key, descending: !key.descending }));
}
