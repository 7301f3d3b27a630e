import type { Check, ReportedNumber } from '../domain/index.js';

/** Characters within which two levels and their difference count as one statement. */
const REACH = 160;

/**
 * Recomputes each stated difference from the two levels beside it: "1.67 accuracy gain (69.48 vs. 67.81)".
 * Points are compared by subtraction, percentages by subtraction or by the ratio; a difference agrees when
 * it is equal at the number of digits that the text gives.
 */
export function checkSums(results: readonly ReportedNumber[]): Check[] {
  return results.map((result, at) => {
    if (result.form !== 'change' && result.form !== 'ratio') return 'unchecked';
    const levels = levelsBeside(results, at);
    return levels ? (agrees(result, levels) ? 'consistent' : 'inconsistent') : 'unchecked';
  });
}

function levelsBeside(
  results: readonly ReportedNumber[],
  at: number,
): readonly [ReportedNumber, ReportedNumber] | null {
  const change = results[at] as ReportedNumber;
  const near = results.filter(
    (other, index) =>
      index !== at &&
      Math.abs(index - at) <= 2 &&
      other.form === 'absolute' &&
      other.high === null &&
      other.span.field === change.span.field &&
      Math.abs(other.span.start - change.span.start) <= REACH &&
      other.metric === change.metric &&
      other.dataset === change.dataset,
  );
  const [first, second] = near;
  if (near.length !== 2 || !first || !second || first.unit !== second.unit) return null;
  return isPair(first, second) ? [first, second] : null;
}

/** Only levels that the text sets against each other: `from A to B`, `A vs. B`. */
function isPair(first: ReportedNumber, second: ReportedNumber): boolean {
  return [first, second].some(({ rule }) => /^level\.(?:from|to|versus)$/.test(rule));
}

function agrees(
  change: ReportedNumber,
  [a, b]: readonly [ReportedNumber, ReportedNumber],
): boolean {
  const [low, high] = [Math.min(a.value, b.value), Math.max(a.value, b.value)];
  const tolerance = 0.5 * 10 ** -decimalsOf(change.value) + 1e-9;
  const rounding = 0.5 * (10 ** -decimalsOf(a.value) + 10 ** -decimalsOf(b.value));
  const close = (value: number, slack: number): boolean => Math.abs(value - change.value) <= slack;
  if (change.form === 'ratio')
    return low > 0 && close(high / low, tolerance + (rounding / low) * (high / low));
  if (close(high - low, tolerance + rounding)) return true;
  if (change.unit !== '%' || low <= 0) return false;
  return [low, high].some((base) =>
    close(((high - low) / base) * 100, tolerance + (rounding / base) * 100),
  );
}

function decimalsOf(value: number): number {
  const text = String(value);
  return text.includes('.') ? text.length - text.indexOf('.') - 1 : 0;
}
