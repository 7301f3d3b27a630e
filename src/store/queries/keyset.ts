import { createHash } from 'node:crypto';
import { ClaimgraphError } from '../../domain/index.js';
import type { Parameters } from './sql.js';

/** A column that a list is sorted by; the last one of a sort has to be unique. */
export interface SortKey {
  /** SQL of the column, never from outside. */
  readonly column: string;
  /** Type for the cursor's value: `text`, `date`, `double precision`, `uuid`, `bigint`. */
  readonly cast: string;
  readonly descending: boolean;
  readonly nullsFirst: boolean;
}

/** What is asked of a list: at most one of the two pairs. */
export interface PageRequest {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}

const VERSION = 1;

/** An opaque cursor: the sort values of one row, bound to the list that it is of. */
export function encodeCursor(values: readonly unknown[], list: string): string {
  return Buffer.from(JSON.stringify([VERSION, list, ...values])).toString('base64url');
}

/** @throws ClaimgraphError for anything that is no cursor of this very list */
export function decodeCursor(cursor: string, list: string, length: number): unknown[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    parsed = null;
  }
  const values = Array.isArray(parsed) && parsed[0] === VERSION ? parsed : [];
  if (values[1] !== list || values.length !== length + 2) {
    throw new ClaimgraphError(
      'BAD_USER_INPUT',
      'The cursor is not of this list: it was made for another filter or sort, or was changed. Start again without it.',
    );
  }
  const rest = values.slice(2);
  if (
    rest.some((value) => value !== null && typeof value !== 'string' && typeof value !== 'number')
  ) {
    throw new ClaimgraphError('BAD_USER_INPUT', 'The cursor is not of this list: it was changed.');
  }
  return rest;
}

/** Names a list by what decides its rows and their order. */
export function listName(...parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 16);
}

/** The condition that a row stands after a cursor; for a backward page the keys come reversed. */
export function afterCondition(
  keys: readonly SortKey[],
  values: readonly unknown[],
  parameters: Parameters,
): string {
  const alternatives = keys.map((key, at) => {
    const equal = keys
      .slice(0, at)
      .map((earlier, index) => isSame(earlier, values[index], parameters));
    return [...equal, isAfter(key, values[at], parameters)].join(' AND ');
  });
  return `(${alternatives.map((alternative) => `(${alternative})`).join(' OR ')})`;
}

function isSame(key: SortKey, value: unknown, parameters: Parameters): string {
  return value === null
    ? `${key.column} IS NULL`
    : `${key.column} = ${parameters.add(value, `::${key.cast}`)}`;
}

function isAfter(key: SortKey, value: unknown, parameters: Parameters): string {
  if (value === null) return key.nullsFirst ? `${key.column} IS NOT NULL` : 'FALSE';
  const beyond = `${key.column} ${key.descending ? '<' : '>'} ${parameters.add(value, `::${key.cast}`)}`;
  return key.nullsFirst ? beyond : `(${beyond} OR ${key.column} IS NULL)`;
}

export function orderBy(keys: readonly SortKey[]): string {
  return keys
    .map(
      ({ column, descending, nullsFirst }) =>
        `${column} ${descending ? 'DESC' : 'ASC'} NULLS ${nullsFirst ? 'FIRST' : 'LAST'}`,
    )
    .join(', ');
}

/** The same order read from its end. */
export function reversed(keys: readonly SortKey[]): SortKey[] {
  return keys.map((key) => ({ ...key, descending: !key.descending, nullsFirst: !key.nullsFirst }));
}
