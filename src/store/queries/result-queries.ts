import type { DataSource } from 'typeorm';
import type { CanonicalKind } from '../../domain/index.js';
import { isGiven } from './comparisons.js';
import type { NumberFilter, QuantityFilter, ResultFilter } from './filter-inputs.js';
import type { NestedList } from './nested-page.js';
import { quantityCondition, resultCondition } from './result-filter.js';
import type { PaperRow, ResultRow } from './rows.js';
import { type Order, type SortColumn, sortKeys } from './sort.js';

export type ResultOrderField =
  | 'PUBLISHED_AT'
  | 'READING_ORDER'
  | 'VALUE'
  | 'BASE_VALUE'
  | 'COMPARABLE_VALUE'
  | 'GAIN_FACTOR'
  | 'CONFIDENCE';

const number = (column: string, nullable = true): SortColumn => ({
  column,
  type: 'double precision',
  nullable,
});
const COLUMNS: Readonly<Record<ResultOrderField, SortColumn>> = {
  PUBLISHED_AT: { column: 'r.published_on', type: 'date', nullable: true },
  READING_ORDER: { column: 'r.ordinal', type: 'bigint', nullable: false },
  VALUE: number('r.value', false),
  BASE_VALUE: number('r.base_value'),
  COMPARABLE_VALUE: number('r.comparable_value'),
  GAIN_FACTOR: number('r.gain_factor'),
  CONFIDENCE: number('r.confidence', false),
};
const TIE: SortColumn = { column: 'r.id', type: 'uuid', nullable: false };

/** Canonical names beside the slugs, joined after the limit. */
export const RESULT_NAMES = {
  joins: `LEFT JOIN metrics mt ON mt.slug = page.metric_slug LEFT JOIN datasets ds ON ds.slug = page.dataset_slug
    LEFT JOIN tasks tk ON tk.slug = page.task_slug LEFT JOIN methods su ON su.slug = page.subject_slug
    LEFT JOIN methods ba ON ba.slug = page.baseline_slug`,
  joinSelect: `mt.name AS metric_name, mt.better AS metric_better,
    ds.name AS dataset_name, tk.name AS task_name, su.name AS subject_name, ba.name AS baseline_name`,
};

/** Results that fit a filter; a parent is the paper that reports them. */
export function resultList(
  filter: ResultFilter | null,
  orders: readonly Order<ResultOrderField>[],
): NestedList {
  return {
    select: 'r.*',
    from: () => 'results r',
    where: (parameters) => `r.active AND ${resultCondition(filter, parameters)}`,
    keys: () => sortKeys(orders, columnsFor(filter), TIE),
    identity: ['results', filter],
    ...RESULT_NAMES,
    parentType: 'uuid',
    ofParent: (paper) => `r.paper_id = ${paper}`,
  };
}

/**
 * A filter that compares a value keeps out rows without one: its plain index then sorts as well. That of gain
 * factors is by category; across categories the index on all results does.
 */
function columnsFor(filter: ResultFilter | null): typeof COLUMNS {
  const compared = (filters: readonly (NumberFilter | null | undefined)[]) =>
    filters.some(
      (one) => one && [one.eq, one.gt, one.gte, one.lt, one.lte, one.in, one.between].some(isGiven),
    );
  const known = (column: SortColumn, ...filters: (NumberFilter | null | undefined)[]) =>
    compared(filters) ? { ...column, nullable: false } : column;
  const { GAIN_FACTOR, COMPARABLE_VALUE, BASE_VALUE } = COLUMNS;
  return {
    ...COLUMNS,
    GAIN_FACTOR: ofOneKind(filter) ? known(GAIN_FACTOR, filter?.gain?.factor) : GAIN_FACTOR,
    COMPARABLE_VALUE: known(COMPARABLE_VALUE, filter?.comparableValue, filter?.score?.value),
    BASE_VALUE: known(BASE_VALUE, filter?.baseValue, filter?.score?.baseValue),
  };
}

/** Whether the gains asked for are of one category or of one metric. */
function ofOneKind(filter: ResultFilter | null): boolean {
  const { category, metric } = filter?.gain ?? {};
  return [filter?.category?.eq, filter?.metric?.eq, metric].some(isGiven) || category?.length === 1;
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
): NestedList {
  return {
    ...resultList(filter, orders),
    identity: ['results', side, filter],
    parentType: 'text',
    ofParent: (slug) => `${SLUGS[side]} = ${slug}`,
  };
}

/** Results, each with its paper. */
export async function resultsByIds(
  source: DataSource,
  ids: readonly string[],
): Promise<Map<string, ResultRow & { readonly paper: PaperRow }>> {
  const rows: (ResultRow & { readonly paper: PaperRow })[] = await source.query(
    `SELECT page.*, ${RESULT_NAMES.joinSelect}, to_jsonb(p) || jsonb_build_object('abstract', d.abstract) AS paper
     FROM (SELECT * FROM results r WHERE r.id = ANY($1::uuid[]) AND r.active) page ${RESULT_NAMES.joins}
     JOIN papers p ON p.id = page.paper_id LEFT JOIN documents d ON d.id = p.document_id`,
    [ids],
  );
  return new Map(
    rows.map((row) => [
      row.id,
      { ...row, paper: { ...row.paper, changed_at: new Date(row.paper.changed_at) } },
    ]),
  );
}

export type QuantityOrderField = 'PUBLISHED_AT' | 'READING_ORDER' | 'VALUE';

const QUANTITY_COLUMNS: Readonly<Record<QuantityOrderField, SortColumn>> = {
  PUBLISHED_AT: { column: 'p.published_on', type: 'date', nullable: true },
  READING_ORDER: { column: 'q.ordinal', type: 'bigint', nullable: false },
  VALUE: number('q.value', false),
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
