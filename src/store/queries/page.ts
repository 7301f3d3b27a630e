import type { DataSource } from 'typeorm';
import { ClaimgraphError } from '../../domain/index.js';
import {
  afterCondition,
  decodeCursor,
  encodeCursor,
  listName,
  orderBy,
  type PageRequest,
  reversed,
  type SortKey,
} from './keyset.js';
import { type Condition, Parameters } from './sql.js';

export interface Page<Row> {
  readonly rows: readonly Row[];
  /** One for each row. */
  readonly cursors: readonly string[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  /** Counts all rows of the list in a statement of its own; ask only where it is wanted. */
  count(): Promise<number>;
}

/** A list in SQL. `from` holds the table and its alias, `select` the columns, both ours. */
export interface ListQuery {
  readonly select: string;
  readonly from: string;
  /** Writes the condition with the parameters of the statement that it becomes part of. */
  where(parameters: Parameters): Condition;
  readonly keys: readonly SortKey[];
  /** What decides the list's rows, so that a cursor of another list is known. */
  readonly identity: readonly unknown[];
  /** Wraps the page to add columns of other tables after the limit. */
  readonly joins?: string;
  readonly joinSelect?: string;
}

export const DEFAULT_PAGE = 25;

/** Reads one page in one statement. */
export async function readPage<Row>(
  source: DataSource,
  list: ListQuery,
  request: PageRequest,
  most: number,
): Promise<Page<Row>> {
  const { size, backward, cursor } = checked(request, most);
  const name = listName(
    list.identity,
    list.keys.map((key) => [key.column, key.descending, key.nullsFirst]),
  );
  const keys = backward ? reversed(list.keys) : list.keys;
  const parameters = new Parameters();
  const conditions = [list.where(parameters)];
  if (cursor)
    conditions.push(afterCondition(keys, decodeCursor(cursor, name, keys.length), parameters));
  const columns = keys.map(
    (key, at) => `${key.column}${key.cast === 'date' ? '::text' : ''} AS cursor_${at}`,
  );
  const inner = `SELECT ${list.select}, ${columns.join(', ')} FROM ${list.from} WHERE ${conditions.join(' AND ')} ORDER BY ${orderBy(keys)} LIMIT ${parameters.add(size + 1)}`;
  const order = keys.map((key, at) => ({ ...key, column: `page.cursor_${at}` }));
  const sql = list.joins
    ? `SELECT page.*, ${list.joinSelect} FROM (${inner}) page ${list.joins} ORDER BY ${orderBy(order)}`
    : inner;
  const found: Record<string, unknown>[] = await source.query(sql, parameters.values);
  const more = found.length > size;
  const rows = more ? found.slice(0, size) : found;
  if (backward) rows.reverse();
  return {
    rows: rows as Row[],
    cursors: rows.map((row) =>
      encodeCursor(
        keys.map((_, at) => row[`cursor_${at}`]),
        name,
      ),
    ),
    hasNextPage: backward ? cursor !== null : more,
    hasPreviousPage: backward ? more : cursor !== null,
    count: () => count(source, list),
  };
}

async function count(source: DataSource, list: ListQuery): Promise<number> {
  const parameters = new Parameters();
  const where = list.where(parameters);
  const [row]: { count: string }[] = await source.query(
    `SELECT count(*) AS count FROM ${list.from} WHERE ${where}`,
    parameters.values,
  );
  return Number(row?.count ?? 0);
}

interface CheckedRequest {
  readonly size: number;
  readonly backward: boolean;
  readonly cursor: string | null;
}

/** @throws ClaimgraphError for sizes out of range and for first and last together */
export function checked(request: PageRequest, most: number): CheckedRequest {
  const { first, after, last, before } = request;
  const backward = (last ?? null) !== null;
  if (backward && (first ?? null) !== null) throw bad('Give first or last, not both.');
  if (backward && (after ?? null) !== null)
    throw bad('after goes with first; last goes with before.');
  if (!backward && (before ?? null) !== null)
    throw bad('before goes with last; first goes with after.');
  const size = (backward ? last : first) ?? Math.min(DEFAULT_PAGE, most);
  if (!Number.isInteger(size) || size < 1 || size > most) {
    throw bad(
      `${backward ? 'last' : 'first'} must be from 1 to ${most}; page on with endCursor to read more.`,
    );
  }
  return { size, backward, cursor: (backward ? before : after) ?? null };
}

function bad(message: string): ClaimgraphError {
  return new ClaimgraphError('BAD_USER_INPUT', message);
}
