import { compares } from './comparisons.js';
import type { DateFilter } from './filter-inputs.js';
import type { KeyType, SortKey } from './keyset.js';
import { sortable } from './keyset.js';

/** One key of a sort as a client asks for it. */
export interface Order<Field extends string> {
  readonly field: Field;
  readonly direction: 'ASC' | 'DESC';
  /** Where rows without a value stand; last when left out. */
  readonly nulls?: 'FIRST' | 'LAST' | null;
}

export interface SortColumn {
  readonly column: string;
  readonly type: KeyType;
  readonly nullable: boolean;
}

/**
 * A column of days that a filter compares: rows without one are out, so that the index by which the filter finds
 * the others sorts them either way.
 */
export function comparedDays(
  column: SortColumn,
  filter: DateFilter | null | undefined,
): SortColumn {
  return compares(filter)
    ? { ...column, column: sortable(column.column, 'date', true, 'LAST'), nullable: false }
    : column;
}

/**
 * The keys of a sort. The tie-breaker goes the way of the first key, so that one index reads the list from
 * either end.
 */
export function sortKeys<Field extends string>(
  orders: readonly Order<Field>[],
  columns: Readonly<Record<Field, SortColumn>>,
  tie: SortColumn,
): SortKey[] {
  const keys = orders.map(({ field, direction, nulls }) => {
    const { column, type, nullable } = columns[field];
    const descending = direction === 'DESC';
    const side = nulls ?? 'LAST';
    return {
      name: `${field} ${direction} ${side}`,
      column: nullable ? sortable(column, type, descending, side) : column,
      type,
      descending,
    };
  });
  const descending = keys[0]?.descending ?? false;
  return [...keys, { name: 'tie', column: tie.column, type: tie.type, descending }];
}
