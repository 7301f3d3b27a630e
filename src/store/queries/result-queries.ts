import type { DataSource } from 'typeorm';
import type { CanonicalKind } from '../../domain/index.js';
import { prepared } from '../prepared.js';
import {
  lookedUp,
  type PaperColumn,
  type PaperPart,
  paperColumns,
  type ResultColumn,
  type ResultPart,
  resultColumns,
} from './columns.js';
import type { QuantityFilter, ResultFilter } from './filter-inputs.js';
import type { NestedList } from './nested-page.js';
import { quantityCondition, resultCondition } from './result-filter.js';
import { type ResultOrderField, resultSortKeys } from './result-sorts.js';
import { type Order, type SortColumn, sortKeys } from './sort.js';

/** Results that fit a filter; a parent is the paper that reports them. */
export function resultList(
  filter: ResultFilter | null,
  orders: readonly Order<ResultOrderField>[],
  columns: readonly ResultColumn[],
): NestedList {
  return {
    ...resultColumns(columns),
    from: () => 'results r',
    where: (parameters) => `r.active AND ${resultCondition(filter, parameters)}`,
    keys: () => resultSortKeys(filter, orders),
    identity: ['results', filter],
    parentType: 'uuid',
    ofParent: (paper) => `r.paper_id = ${paper}`,
  };
}

/** How a result has to do with a canonical thing. */
export type ResultSide = CanonicalKind | 'baseline';
const SLUGS: Readonly<Record<ResultSide, string>> = {
  method: 'r.subject_slug',
  baseline: 'r.baseline_slug',
  dataset: 'r.dataset_slug',
  task: 'r.task_slug',
  metric: 'r.metric_slug',
};

/** Results of canonical things, which are the parents. */
export function resultListOf(
  side: ResultSide,
  filter: ResultFilter | null,
  orders: readonly Order<ResultOrderField>[],
  columns: readonly ResultColumn[],
): NestedList {
  return {
    ...resultList(filter, orders, columns),
    keys: () => resultSortKeys({ [side]: { isNull: false }, ...filter }, orders),
    identity: ['results', side, filter],
    parentType: 'text',
    ofParent: (slug) => `${SLUGS[side]} = ${slug}`,
  };
}

/**
 * Results by their ids.
 * @param papers what to read of the paper of each with it; null for nothing
 */
export async function resultsByIds(
  source: DataSource,
  ids: readonly string[],
  columns: readonly ResultColumn[],
  papers: readonly PaperColumn[] | null,
): Promise<Map<string, ResultPart & { readonly paper?: PaperPart }>> {
  const own = resultColumns(columns);
  const rows: (ResultPart & { readonly paper?: PaperPart })[] = await source.query(
    prepared(
      `SELECT ${lookedUp(own)}${papers ? `, (${paperObject(papers)}) AS paper` : ''}
       FROM (SELECT ${own.select} FROM results r WHERE r.id = ANY($1::uuid[]) AND r.active) page`,
    ),
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row.paper ? { ...row, ...withDate(row.paper) } : row]));
}

/** The paper of a row of `page` as an object. */
function paperObject(columns: readonly PaperColumn[]): string {
  const { select, joinSelect } = paperColumns(columns);
  return `SELECT to_jsonb(paper) FROM (SELECT page.*${joinSelect ? `, ${joinSelect}` : ''}
    FROM (SELECT ${select} FROM papers p WHERE p.id = page.paper_id) page) paper`;
}

/** JSON has no times. */
function withDate(paper: PaperPart): { readonly paper: PaperPart } {
  const { changed_at } = paper;
  return { paper: { ...paper, ...(changed_at && { changed_at: new Date(changed_at) }) } };
}

export type QuantityOrderField = 'PUBLISHED_AT' | 'READING_ORDER' | 'VALUE';

const QUANTITY_COLUMNS: Readonly<Record<QuantityOrderField, SortColumn>> = {
  PUBLISHED_AT: { column: 'p.published_on', type: 'date', nullable: true },
  READING_ORDER: { column: 'q.ordinal', type: 'bigint', nullable: false },
  VALUE: { column: 'q.value', type: 'double precision', nullable: false },
};

/** Quantities that fit a filter; a parent is the paper that states them. */
export function quantityList(
  filter: QuantityFilter | null,
  orders: readonly Order<QuantityOrderField>[],
): NestedList {
  const dated = orders.some(({ field }) => field === 'PUBLISHED_AT');
  return {
    select: 'q.*',
    from: () => `quantities q${dated ? ' JOIN papers p ON p.id = q.paper_id' : ''}`,
    where: (parameters) => `q.active AND ${quantityCondition(filter, parameters)}`,
    keys: () =>
      sortKeys(orders, QUANTITY_COLUMNS, { column: 'q.id', type: 'uuid', nullable: false }),
    identity: ['quantities', filter],
    parentType: 'uuid',
    ofParent: (paper) => `q.paper_id = ${paper}`,
  };
}
