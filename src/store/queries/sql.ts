/** Collects the values of a statement and hands out their placeholders: no value is ever written into SQL. */
export class Parameters {
  readonly values: unknown[] = [];

  /** `$1` with a cast where the type is not to be guessed. */
  add(value: unknown, cast = ''): string {
    this.values.push(value);
    return `$${this.values.length}${cast}`;
  }
}

/** A condition in SQL; `TRUE` where nothing is asked. */
export type Condition = string;

export function allOf(conditions: readonly (Condition | null | undefined)[]): Condition {
  const given = conditions.filter(
    (condition): condition is string => Boolean(condition) && condition !== 'TRUE',
  );
  return given.length === 0
    ? 'TRUE'
    : given.length === 1
      ? (given[0] as string)
      : `(${given.join(' AND ')})`;
}

/** An empty list of alternatives holds for nothing. */
export function anyOf(conditions: readonly Condition[]): Condition {
  return conditions.length === 0 ? 'FALSE' : `(${conditions.join(' OR ')})`;
}

/** Three-valued logic: what is not known to hold does not hold. */
export function noneOf(condition: Condition): Condition {
  return `NOT coalesce(${condition}, FALSE)`;
}
