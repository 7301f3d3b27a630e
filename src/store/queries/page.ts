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
  /** Of the row at that place; made when it is asked for, as most answers hold one at most. */
  cursor(at: number): string;
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

/** A list in SQL. `from` holds the table and its alias, `select` the columns, both ours. */
export interface ListQuery {
  readonly select: string;
  /** Written with the parameters of the statement that it becomes part of, as `where` and `keys` are. */
  from(parameters: Parameters): string;
  where(parameters: Parameters): Condition;
  keys(parameters: Parameters): readonly SortKey[];
  /** What decides the list's rows, so that a cursor of another list is known. */
  readonly identity: readonly unknown[];
  /** Wraps the page to add columns of other tables after the limit. */
  readonly joins?: string;
  /** Counts the rows in a cheaper way than reading them; null where there is none. */
  counting?(parameters: Parameters): string | null;
  readonly joinSelect?: string | undefined;
}

export const DEFAULT_PAGE = 25;
/** The row's own columns stay apart from these. */
const CURSOR = 'cursor_';

export interface CheckedRequest {
  readonly size: number;
  readonly backward: boolean;
  readonly cursor: string | null;
}

/** Reads one page in one statement. */
export async function readPage<Row>(
  source: DataSource,
  list: ListQuery,
  request: PageRequest,
  most: number,
): Promise<Page<Row>> {
  const checked = checkedRequest(request, most);
  const parameters = new Parameters();
  const name = () => nameOf(list);
  const { inner, order } = pageSql(list, checked, name, parameters);
  const sql = list.joinSelect
    ? `SELECT page.*, ${list.joinSelect} FROM (${inner}) page ${list.joins ?? ''} ORDER BY ${order}`
    : inner;
  return toPage<Row>(await source.query(sql, parameters.values), checked, name);
}

/** Counts all rows of a list. */
export async function countRows(source: DataSource, list: ListQuery): Promise<number> {
  const parameters = new Parameters();
  const [row]: { count: string }[] = await source.query(
    list.counting?.(parameters) ??
      `SELECT count(*) AS count FROM ${list.from(parameters)} WHERE ${list.where(parameters)}`,
    parameters.values,
  );
  return Number(row?.count ?? 0);
}

/** @param within names the parent whose list it is; a cursor is good for that parent alone */
export function nameOf(list: ListQuery, within: string | null = null): string {
  const keys = list.keys(new Parameters()).map((key) => key.name);
  return listName(list.identity, keys, within);
}

/** What is wrong with a cursor for the list of that name; null for none or a good one. */
export function cursorFault(
  list: ListQuery,
  cursor: string | null,
  name: () => string,
): Error | null {
  if (!cursor) return null;
  try {
    decodeCursor(cursor, name(), list.keys(new Parameters()));
    return null;
  } catch (error) {
    return error as Error;
  }
}

/**
 * The SQL of one page, one row longer than asked for, and the order of its rows outside of it.
 * @param name of the list, as its cursors carry it
 */
export function pageSql(
  list: ListQuery,
  { size, backward, cursor }: CheckedRequest,
  name: () => string,
  parameters: Parameters,
  ...conditions: readonly Condition[]
): { readonly inner: string; readonly order: string } {
  const from = list.from(parameters);
  const forward = list.keys(parameters);
  const keys = backward ? reversed(forward) : forward;
  const where = [...conditions, list.where(parameters)];
  if (cursor) where.push(afterCondition(keys, decodeCursor(cursor, name(), keys), parameters));
  const columns = keys.map(({ column, type }, at) => `${column}${asText(type)} AS ${CURSOR}${at}`);
  const inner = `SELECT ${list.select}, ${columns.join(', ')} FROM ${from} WHERE ${where.join(' AND ')} ORDER BY ${orderBy(keys)} LIMIT ${parameters.add(size + 1)}`;
  const outer = keys.map((key, at) => ({ ...key, column: `page.${CURSOR}${at}::${key.type}` }));
  return { inner, order: orderBy(outer) };
}

/** Dates keep their day and times their microseconds only as text. */
function asText(type: SortKey['type']): string {
  return type === 'date' || type === 'timestamptz' ? '::text' : '';
}

export function toPage<Row>(
  found: Record<string, unknown>[],
  { size, backward, cursor }: CheckedRequest,
  name: () => string,
): Page<Row> {
  const more = found.length > size;
  const rows = more ? found.slice(0, size) : found;
  if (backward) rows.reverse();
  return {
    rows: rows as Row[],
    cursor: (at) => encodeCursor(cursorValues(rows[at] ?? {}), name()),
    hasNextPage: backward ? cursor !== null : more,
    hasPreviousPage: backward ? more : cursor !== null,
  };
}

function cursorValues(row: Record<string, unknown>): unknown[] {
  const values: unknown[] = [];
  while (`${CURSOR}${values.length}` in row) values.push(row[`${CURSOR}${values.length}`]);
  return values;
}

/** @throws ClaimgraphError for sizes out of range and for first and last together */
export function checkedRequest(request: PageRequest, most: number): CheckedRequest {
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
  return { size, backward, cursor: (backward ? before : after) || null };
}

function bad(message: string): ClaimgraphError {
  return new ClaimgraphError('BAD_USER_INPUT', message);
}
