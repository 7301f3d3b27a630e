import { compares, isGiven } from './comparisons.js';
import type { NumberFilter, ResultFilter } from './filter-inputs.js';
import type { SortKey } from './keyset.js';
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

/** The keys that sort the results of a filter, written so that an index is read where it has them in their order. */
export function resultSortKeys(
  filter: ResultFilter | null,
  orders: readonly Order<ResultOrderField>[],
): SortKey[] {
  return sortKeys(orders, columnsFor(filter), TIE);
}

/**
 * A filter that compares a value keeps out rows without one: its plain index then sorts as well. That of gain
 * factors is by category; across categories the index on all results does.
 */
function columnsFor(filter: ResultFilter | null): typeof COLUMNS {
  const known = (column: SortColumn, ...filters: (NumberFilter | null | undefined)[]) =>
    filters.some(compares) ? { ...column, nullable: false } : column;
  const { VALUE, GAIN_FACTOR, COMPARABLE_VALUE, BASE_VALUE, PUBLISHED_AT } = COLUMNS;
  return {
    ...COLUMNS,
    VALUE: isSpread(filter, 'form') ? VALUE : unindexed(VALUE),
    GAIN_FACTOR: ofOneKind(filter) ? known(GAIN_FACTOR, filter?.gain?.factor) : GAIN_FACTOR,
    COMPARABLE_VALUE: known(
      isSpread(ofLevels(filter), 'metric') ? COMPARABLE_VALUE : unindexed(COMPARABLE_VALUE),
      ...[filter?.comparableValue, filter?.score?.value],
    ),
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

/** A filter without its asking for levels: only they have a comparable value. */
function ofLevels(filter: ResultFilter | null): ResultFilter | null {
  return filter?.form?.eq === 'absolute' ? { ...filter, form: null } : filter;
}

/** @param leading what the index of the values begins with: it may be asked for as such */
function isSpread(filter: ResultFilter | null, leading: 'form' | 'metric'): boolean {
  return Object.entries(filter ?? {}).every(
    ([name, given]) =>
      !isGiven(given) ||
      UNRELATED.includes(name as keyof ResultFilter) ||
      (name === leading && isGiven(filter?.[leading]?.eq)),
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
