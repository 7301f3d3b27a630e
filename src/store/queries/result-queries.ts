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
import { isGiven } from './comparisons.js';
import type { NumberFilter, QuantityFilter, ResultFilter } from './filter-inputs.js';
import type { NestedList } from './nested-page.js';
import { quantityCondition, resultCondition } from './result-filter.js';
import { comparedDays, type Order, type SortColumn, sortKeys } from './sort.js';

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
    keys: () => sortKeys(orders, columnsFor(filter), TIE),
    identity: ['results', filter],
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
  const { GAIN_FACTOR, COMPARABLE_VALUE, BASE_VALUE, PUBLISHED_AT } = COLUMNS;
  return {
    ...COLUMNS,
    VALUE: isSpread(filter) ? COLUMNS.VALUE : unindexed(COLUMNS.VALUE),
    GAIN_FACTOR: ofOneKind(filter) ? known(GAIN_FACTOR, filter?.gain?.factor) : GAIN_FACTOR,
    COMPARABLE_VALUE: known(COMPARABLE_VALUE, filter?.comparableValue, filter?.score?.value),
    PUBLISHED_AT: comparedDays(PUBLISHED_AT, filter?.publishedAt),
    BASE_VALUE: known(BASE_VALUE, filter?.baseValue, filter?.score?.baseValue),
  };
}

/** Whether the gains asked for are of one category or of one metric. */
function ofOneKind(filter: ResultFilter | null): boolean {
  const { category, metric } = filter?.gain ?? {};
  return [filter?.category?.eq, filter?.metric?.eq, metric].some(isGiven) || category?.length === 1;
}

/** Filters that say nothing of how high a number is: what fits them is spread over all values. */
const UNRELATED: readonly (keyof ResultFilter)[] = [
  ...(['publishedAt', 'updatedAt', 'confidence', 'source', 'hasCode', 'text'] as const),
  ...(['field', 'corrected'] as const),
];

function isSpread(filter: ResultFilter | null): boolean {
  return Object.entries(filter ?? {}).every(
    ([name, given]) => !isGiven(given) || UNRELATED.includes(name as keyof ResultFilter),
  );
}

/**
 * The same values as no index has them. The planner takes it that the rows of any filter are spread over all
 * values; ratios, of which none is above 100, it would look for from the highest of all values down.
 */
const unindexed = (column: SortColumn): SortColumn => ({
  ...column,
  column: `(${column.column} + 0)`,
});

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
