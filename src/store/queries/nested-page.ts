import type { DataSource } from 'typeorm';
import { prepared } from '../prepared.js';
import type { PageRequest } from './keyset.js';
import {
  checkedRequest,
  cursorFault,
  type ListQuery,
  nameOf,
  type Page,
  pageSql,
  toPage,
} from './page.js';
import { type Condition, Parameters } from './sql.js';

/** A list that many parents have, such as the results of papers. */
export interface NestedList extends ListQuery {
  /** Type of the parents' keys: `uuid` for papers, whose lists are all short; others can be of any length. */
  readonly parentType: 'uuid' | 'text';
  /** Ties the list's rows to `parent`, a column that holds the parent's key. */
  ofParent(parent: string): Condition;
}

/**
 * Reads the same page of the lists of many parents in one statement. A cursor is of one parent's list: the
 * others get the error that says so.
 */
export async function readNestedPages<Row>(
  source: DataSource,
  list: NestedList,
  parents: readonly string[],
  request: PageRequest,
  most: number,
): Promise<(Page<Row> | Error)[]> {
  const checked = checkedRequest(request, most);
  const asked = parents.map((parent) => {
    const name = () => nameOf(list, parent);
    return { parent, name, fault: cursorFault(list, checked.cursor, name) };
  });
  const answered = asked.filter(({ fault }) => fault === null);
  const [first] = answered;
  if (!first) return asked.map(({ fault }) => fault as Error);
  const parameters = new Parameters();
  const from = parentsSql(
    answered.map(({ parent }) => parent),
    list.parentType,
    parameters,
  );
  const own = list.ofParent('parents.key');
  const { inner, order } = pageSql(list, checked, first.name, parameters, own);
  const sql = `SELECT parents.key AS parent_key, page.*${list.joinSelect ? `, ${list.joinSelect}` : ''}
    FROM ${from} CROSS JOIN LATERAL (${inner}) page
    ${list.joins ?? ''} ORDER BY parents.place, ${order}`;
  const rows: (Record<string, unknown> & { parent_key: string })[] = await source.query(
    list.parentType === 'uuid' ? prepared(sql) : sql,
    parameters.values,
  );
  const groups = grouped(rows, (row) => row.parent_key);
  return asked.map(
    ({ parent, name, fault }) => fault ?? toPage<Row>(groups.get(parent) ?? [], checked, name),
  );
}

/** Counts the lists of many parents in one statement. */
export async function countNestedRows(
  source: DataSource,
  list: NestedList,
  parents: readonly string[],
): Promise<number[]> {
  const parameters = new Parameters();
  const from = parentsSql(parents, list.parentType, parameters);
  const sql = `SELECT parents.key, (SELECT count(*) FROM ${list.from(parameters)}
       WHERE ${list.ofParent('parents.key')} AND ${list.where(parameters)}) AS count
     FROM ${from}`;
  const rows: { key: string; count: string }[] = await source.query(
    list.parentType === 'uuid' ? prepared(sql) : sql,
    parameters.values,
  );
  const counts = new Map(rows.map(({ key, count }) => [key, Number(count)]));
  return parents.map((parent) => counts.get(parent) ?? 0);
}

/**
 * The parents' keys as rows, with their places. A single one is a constant to the planner, which then knows
 * whether its list is short or long; of many it has to take them for average.
 */
function parentsSql(
  parents: readonly string[],
  type: NestedList['parentType'],
  parameters: Parameters,
): string {
  return parents.length === 1
    ? `(VALUES (${parameters.add(parents[0], `::${type}`)}, 1)) AS parents (key, place)`
    : `unnest(${parameters.add(parents, `::${type}[]`)}) WITH ORDINALITY AS parents (key, place)`;
}

export function grouped<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
