import type { DataSource } from 'typeorm';
import type { ResultFilter } from './filter-inputs.js';
import type { PageRequest, SortKey } from './keyset.js';
import { type ListQuery, type Page, readPage } from './page.js';
import { resultCondition } from './result-filter.js';
import type { ResultRow } from './rows.js';
import { Parameters } from './sql.js';

export type ResultOrderField =
  | 'PUBLISHED_AT'
  | 'VALUE'
  | 'COMPARABLE_VALUE'
  | 'GAIN_FACTOR'
  | 'CONFIDENCE';
export interface Order<Field extends string> {
  readonly field: Field;
  readonly direction: 'ASC' | 'DESC';
  readonly nulls?: 'FIRST' | 'LAST' | null;
}

const COLUMNS: Readonly<Record<ResultOrderField, { column: string; cast: string }>> = {
  PUBLISHED_AT: { column: 'r.published_on', cast: 'date' },
  VALUE: { column: 'r.value', cast: 'double precision' },
  COMPARABLE_VALUE: { column: 'r.comparable_value', cast: 'double precision' },
  GAIN_FACTOR: { column: 'r.gain_factor', cast: 'double precision' },
  CONFIDENCE: { column: 'r.confidence', cast: 'double precision' },
};

/** Canonical names beside the slugs, joined after the limit. */
const NAMES = {
  joins: `LEFT JOIN metrics mt ON mt.slug = page.metric_slug LEFT JOIN datasets ds ON ds.slug = page.dataset_slug
    LEFT JOIN tasks tk ON tk.slug = page.task_slug LEFT JOIN methods su ON su.slug = page.subject_slug
    LEFT JOIN methods ba ON ba.slug = page.baseline_slug`,
  joinSelect: `mt.name AS metric_name, mt.better AS metric_better, mt.scale AS metric_scale, mt.category AS metric_category,
    ds.name AS dataset_name, tk.name AS task_name, su.name AS subject_name, ba.name AS baseline_name`,
};

export function sortKeys<Field extends string>(
  orders: readonly Order<Field>[],
  columns: Readonly<Record<Field, { column: string; cast: string }>>,
  tie: SortKey,
): SortKey[] {
  return [
    ...orders.map(({ field, direction, nulls }) => ({
      ...columns[field],
      descending: direction === 'DESC',
      nullsFirst: nulls === 'FIRST',
    })),
    tie,
  ];
}

const TIE: SortKey = { column: 'r.id', cast: 'uuid', descending: false, nullsFirst: false };

export function readResults(
  source: DataSource,
  filter: ResultFilter | null,
  orders: readonly Order<ResultOrderField>[],
  request: PageRequest,
  most: number,
): Promise<Page<ResultRow>> {
  const list: ListQuery = {
    select: 'r.*',
    from: 'results r',
    where: (parameters) => `r.active AND ${resultCondition(filter, parameters)}`,
    keys: sortKeys(orders, COLUMNS, TIE),
    identity: ['results', filter],
    ...NAMES,
  };
  return readPage(source, list, request, most);
}

/** The first results of each of many papers, in reading order, in one statement. */
export async function resultsOfPapers(
  source: DataSource,
  paperIds: readonly string[],
  afterOrdinal: number,
  limit: number,
): Promise<Map<string, ResultRow[]>> {
  const parameters = new Parameters();
  const sql = `SELECT page.*, ${NAMES.joinSelect} FROM unnest(${parameters.add(paperIds, '::uuid[]')}) WITH ORDINALITY AS k(paper, place)
    CROSS JOIN LATERAL (SELECT * FROM results r WHERE r.paper_id = k.paper AND r.active AND r.ordinal > ${parameters.add(afterOrdinal)}
      ORDER BY r.ordinal LIMIT ${parameters.add(limit)}) page ${NAMES.joins} ORDER BY k.place, page.ordinal`;
  return grouped(await source.query(sql, parameters.values), (row: ResultRow) => row.paper_id);
}

export async function resultsByIds(
  source: DataSource,
  ids: readonly string[],
): Promise<Map<string, ResultRow>> {
  const rows: ResultRow[] = await source.query(
    `SELECT page.*, ${NAMES.joinSelect} FROM (SELECT * FROM results r WHERE r.id = ANY($1::uuid[]) AND r.active) page ${NAMES.joins}`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
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

export async function resultCounts(
  source: DataSource,
  paperIds: readonly string[],
): Promise<Map<string, number>> {
  const rows: { paper_id: string; count: number }[] = await source.query(
    'SELECT paper_id, count(*)::int AS count FROM results WHERE paper_id = ANY($1::uuid[]) AND active GROUP BY paper_id',
    [paperIds],
  );
  return new Map(rows.map((row) => [row.paper_id, row.count]));
}
