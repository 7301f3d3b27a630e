import { ClaimgraphError } from '../../domain/index.js';
import type { ChoiceFilter, DateFilter, NumberFilter, TextFilter } from './filter-inputs.js';
import { isDay, sortable } from './keyset.js';
import { allOf, anyOf, type Condition, type Parameters } from './sql.js';

type Optional<T> = T | null | undefined;

/** @param column SQL of the column, never from outside */
export function numberCondition(
  column: string,
  filter: Optional<NumberFilter>,
  parameters: Parameters,
): Condition {
  if (!filter) return 'TRUE';
  const add = (value: number) => parameters.add(value, '::double precision');
  const compared = (['gt', 'gte', 'lt', 'lte'] as const).map((operator) => {
    const value = filter[operator];
    return isGiven(value) ? `${column} ${SIGNS[operator]} ${add(value)}` : null;
  });
  const [low, high] = ends(filter.between);
  return allOf([
    choiceCondition(column, filter, parameters, 'double precision'),
    ...compared,
    isGiven(low) ? `${column} BETWEEN ${add(low)} AND ${add(high as number)}` : null,
  ]);
}

const SIGNS = { gt: '>', gte: '>=', lt: '<', lte: '<=' } as const;

export function textCondition(
  column: string,
  filter: Optional<TextFilter>,
  parameters: Parameters,
): Condition {
  if (!filter) return 'TRUE';
  return allOf([
    choiceCondition(column, filter, parameters),
    // A search for characters: `%` and `_` stand for themselves.
    isGiven(filter.contains)
      ? `strpos(lower(${column}), lower(${parameters.add(filter.contains, '::text')})) > 0`
      : null,
  ]);
}

export function dateCondition(
  column: string,
  filter: Optional<DateFilter>,
  parameters: Parameters,
): Condition {
  if (!filter) return 'TRUE';
  // The very text that lists are sorted by, so that one index finds the rows in their order.
  const sorted = sortable(column, 'date', true, 'LAST');
  const from = (day: string) => `${sorted} >= ${parameters.add(day, '::date')}`;
  const until = (day: string) =>
    `(${sorted} <= ${parameters.add(day, '::date')} AND ${column} IS NOT NULL)`;
  const within = (text: string, end = text) =>
    `(${from(periodOf(text).first)} AND ${until(periodOf(end).last)})`;
  const { eq, ne, gt, gte, lt, lte, isNull } = filter;
  const outside = (condition: Condition) => `(NOT ${condition} AND ${column} IS NOT NULL)`;
  const [start, end] = ends(filter.between);
  return allOf([
    isGiven(eq) ? within(eq) : null,
    isGiven(ne) ? outside(within(ne)) : null,
    filter.in ? anyOf(filter.in.map((text) => within(text))) : null,
    filter.notIn ? outside(anyOf(filter.notIn.map((text) => within(text)))) : null,
    isGiven(gt) ? from(dayAfter(periodOf(gt).last)) : null,
    isGiven(gte) ? from(periodOf(gte).first) : null,
    isGiven(lt) ? until(dayAfter(periodOf(lt).first, -1)) : null,
    isGiven(lte) ? until(periodOf(lte).last) : null,
    isGiven(start) ? within(start, end as string) : null,
    nullCondition(column, isNull),
  ]);
}

/** Whether a filter compares values, which keeps out what has none. */
export function compares(filter: Optional<NumberFilter | DateFilter>): boolean {
  const { eq, in: among, gt, gte, lt, lte, between } = filter ?? {};
  return [eq, among, gt, gte, lt, lte, between].some(isGiven);
}

/** The conditions that every filter has. */
export function choiceCondition(
  column: string,
  filter: Optional<ChoiceFilter<string | number>>,
  parameters: Parameters,
  type = 'text',
): Condition {
  if (!filter) return 'TRUE';
  const { eq, ne, in: among, notIn, isNull } = filter;
  return allOf([
    isGiven(eq) ? `${column} = ${parameters.add(eq, `::${type}`)}` : null,
    isGiven(ne) ? `${column} <> ${parameters.add(ne, `::${type}`)}` : null,
    oneOf(column, among, parameters, type),
    notIn ? `${column} <> ALL(${parameters.add(notIn, `::${type}[]`)})` : null,
    nullCondition(column, isNull),
  ]);
}

/**
 * A list that is given has to hold the column's value. A single value is asked for as such: where it fixes the
 * first column of an index, the index sorts by the next one.
 */
export function oneOf(
  column: string,
  values: Optional<readonly (string | number)[]>,
  parameters: Parameters,
  type = 'text',
): Condition {
  if (!values) return 'TRUE';
  return values.length === 1
    ? `${column} = ${parameters.add(values[0], `::${type}`)}`
    : `${column} = ANY(${parameters.add(values, `::${type}[]`)})`;
}

export function equals(
  column: string,
  value: Optional<string | boolean>,
  parameters: Parameters,
): Condition {
  return isGiven(value)
    ? `${column} = ${parameters.add(value, `::${typeof value === 'string' ? 'text' : 'boolean'}`)}`
    : 'TRUE';
}

export function isGiven<T>(value: Optional<T>): value is T {
  return value !== null && value !== undefined;
}

function nullCondition(column: string, isNull: Optional<boolean>): Condition | null {
  return isGiven(isNull) ? `${column} IS ${isNull ? '' : 'NOT '}NULL` : null;
}

function ends<T>(between: Optional<readonly T[]>): readonly [T?, T?] {
  if (!between) return [];
  if (between.length !== 2) {
    throw new ClaimgraphError('BAD_USER_INPUT', 'between takes two values: the lower, the upper.');
  }
  return between as unknown as [T, T];
}

const PERIOD = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/;

/** First and last day of a year, a month or a day. */
function periodOf(text: string): { readonly first: string; readonly last: string } {
  const [, year, month, day] = PERIOD.exec(text) ?? [];
  const first = `${year}-${month ?? '01'}-${day ?? '01'}`;
  if (Number(year ?? 0) < 1000 || Number(year) > 9998 || !isDay(first)) {
    throw new ClaimgraphError(
      'BAD_USER_INPUT',
      `"${text.slice(0, 40)}" is no date; write 2024, 2024-05 or 2024-05-27.`,
    );
  }
  if (day) return { first, last: first };
  const end = new Date(Date.UTC(Number(year), month ? Number(month) : 12, 0));
  return { first, last: end.toISOString().slice(0, 10) };
}

function dayAfter(day: string, days = 1): string {
  const date = new Date(day);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
