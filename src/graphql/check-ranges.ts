import { ClaimgraphError } from '../domain/index.js';

type Limit = number | string;
/** The conditions of a number or of a date, as far as they are looked at here. */
type Conditions = Readonly<Record<string, unknown>>;

/**
 * Refuses conditions that nothing can meet: a lower limit above the upper one, a confidence beyond 0 to 1.
 * @param name the field that they are on
 * @throws ClaimgraphError naming the limits
 */
export function checkRange(name: string, conditions: Conditions): void {
  const { gt, gte, lt, lte, between } = conditions;
  const [from, to] = Array.isArray(between) ? between : [];
  const lows = limits({ gt, gte, from });
  const highs = limits({ lt, lte, to });
  for (const [lowName, low] of lows) {
    for (const [highName, high] of highs) {
      const open = lowName === 'gt' || highName === 'lt';
      if (!isAbove(low, high) && !(open && low === high)) continue;
      throw bad(`${name} ${said(lowName, low)} and ${said(highName, high)} at once fits nothing.`);
    }
  }
  if (name === 'confidence') checkConfidence(lows, highs, conditions.eq);
}

function checkConfidence(lows: Limits, highs: Limits, eq: unknown): void {
  const beyond =
    lows.find(([limit, low]) => Number(low) > 1 || (limit === 'gt' && low === 1)) ??
    highs.find(([limit, high]) => Number(high) < 0 || (limit === 'lt' && high === 0)) ??
    (typeof eq === 'number' && (eq < 0 || eq > 1) ? (['eq', eq] as const) : undefined);
  if (beyond) throw bad(`A confidence is from 0 to 1; ${said(...beyond)} fits nothing.`);
}

type Limits = readonly (readonly [name: string, limit: Limit])[];

function limits(given: Conditions): Limits {
  return Object.entries(given).flatMap(([name, limit]) =>
    typeof limit === 'number' || typeof limit === 'string' ? [[name, limit] as const] : [],
  );
}

/** Of dates the part that both name is looked at: 2024 is not above 2024-05. */
function isAbove(low: Limit, high: Limit): boolean {
  if (typeof low === 'number') return typeof high === 'number' && low > high;
  if (typeof high === 'number') return false;
  const length = Math.min(low.length, high.length);
  return low.slice(0, length) > high.slice(0, length);
}

const said = (name: string, limit: Limit): string => `${name} ${JSON.stringify(limit)}`;

function bad(message: string): ClaimgraphError {
  return new ClaimgraphError('BAD_USER_INPUT', message);
}
