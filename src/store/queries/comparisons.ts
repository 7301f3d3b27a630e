import { ClaimgraphError } from '../../domain/index.js';
import type { DateFilter, NumberFilter, TextFilter } from './filter-inputs.js';
import { allOf, type Condition, type Parameters } from './sql.js';

const OPERATORS = { eq: '=', ne: '<>', gt: '>', gte: '>=', lt: '<', lte: '<=' } as const;
type Operator = keyof typeof OPERATORS;

/** @param column SQL of the column, never from outside */
export function numberCondition(
  column: string,
  filter: NumberFilter | null | undefined,
  parameters: Parameters,
): Condition {
  if (!filter) return 'TRUE';
  const compared = (Object.keys(OPERATORS) as Operator[]).map((operator) => {
    const value = filter[operator];
    return value === null || value === undefined
      ? null
      : `${column} ${OPERATORS[operator]} ${parameters.add(value, '::double precision')}`;
  });
  const within = filter.in
    ? `${column} = ANY(${parameters.add(filter.in, '::double precision[]')})`
    : null;
  return allOf([...compared, within, nullCondition(column, filter.isNull)]);
}

export function textCondition(
  column: string,
  filter: TextFilter | null | undefined,
  parameters: Parameters,
): Condition {
  if (!filter) return 'TRUE';
  return allOf([
    given(filter.eq) && `${column} = ${parameters.add(filter.eq, '::text')}`,
    given(filter.ne) && `${column} <> ${parameters.add(filter.ne, '::text')}`,
    filter.in ? `${column} = ANY(${parameters.add(filter.in, '::text[]')})` : null,
    // A search for characters: `%` and `_` stand for themselves.
    given(filter.contains) &&
      `strpos(lower(${column}), lower(${parameters.add(filter.contains, '::text')})) > 0`,
    nullCondition(column, filter.isNull),
  ]);
}

export function dateCondition(
  column: string,
  filter: DateFilter | null | undefined,
  parameters: Parameters,
): Condition {
  if (!filter) return 'TRUE';
  const compared = (['gt', 'gte', 'lt', 'lte'] as const).map((operator) => {
    const value = filter[operator];
    return (
      given(value) &&
      `${column} ${OPERATORS[operator]} ${parameters.add(toDate(value as string), '::date')}`
    );
  });
  return allOf([...compared, nullCondition(column, filter.isNull)]);
}

/** A list that is given has to hold the column's value. */
export function oneOf(
  column: string,
  values: readonly string[] | null | undefined,
  parameters: Parameters,
): Condition {
  return values ? `${column} = ANY(${parameters.add(values, '::text[]')})` : 'TRUE';
}

export function equals(
  column: string,
  value: string | null | undefined,
  parameters: Parameters,
): Condition {
  return given(value) ? `${column} = ${parameters.add(value, '::text')}` : 'TRUE';
}

function given(value: unknown): string | null {
  return value === null || value === undefined ? null : 'given';
}

function nullCondition(column: string, isNull: boolean | null | undefined): Condition | null {
  return isNull === null || isNull === undefined
    ? null
    : `${column} IS ${isNull ? '' : 'NOT '}NULL`;
}

const DATE = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;

function toDate(text: string): string {
  const day = `${text}-01-01`.slice(0, 10);
  const time = DATE.test(text) ? Date.parse(day) : Number.NaN;
  // 30 February parses as a day in March.
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day) {
    throw new ClaimgraphError(
      'BAD_USER_INPUT',
      `"${text.slice(0, 40)}" is no date; write 2024, 2024-05 or 2024-05-27.`,
    );
  }
  return day;
}
