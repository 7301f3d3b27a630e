import { MULTIPLIERS } from '../../knowledge/quantity-knowledge.js';
import type { Token } from '../text/tokens.js';

export interface NumberValue {
  readonly value: number;
  readonly decimals: number;
  /** Index of the last token. */
  readonly last: number;
  readonly scaled: boolean;
  /** `1/3`: a plain fraction. */
  readonly fraction: boolean;
}

/** Reads the digits at token `at` with their exponent, fraction bar or multiplier. */
export function numberValueAt(tokens: readonly Token[], at: number): NumberValue {
  const token = tokens[at] as Token;
  const digits = token.text.replaceAll(',', '');
  const decimals = digits.includes('.') ? digits.length - digits.indexOf('.') - 1 : 0;
  const value = Number(digits);
  return (
    scientific(tokens, at, value) ??
    fraction(tokens, at, value, decimals) ??
    multiplied(tokens, at, value, decimals) ?? {
      value,
      decimals,
      last: at,
      scaled: false,
      fraction: false,
    }
  );
}

/** `3.2e-4`, `10^-3`, `2 × 10^6`. */
function scientific(tokens: readonly Token[], at: number, value: number): NumberValue | null {
  let next = at + 1;
  let factor = value;
  if (/^[eE]$/.test(tokens[next]?.text ?? '') && tokens[next]?.glued) {
    return exponent(tokens, next + 1, (power) => value * 10 ** power);
  }
  if (/^[x×·*]$/.test(tokens[next]?.text ?? '') && tokens[next + 1]?.text === '10') next += 2;
  else if (tokens[at]?.text === '10') factor = 1;
  else return null;
  if (tokens[next]?.text !== '^') return null;
  return exponent(tokens, next + 1, (power) => factor * 10 ** power);
}

function exponent(
  tokens: readonly Token[],
  from: number,
  scale: (power: number) => number,
): NumberValue | null {
  let at = from;
  while (/^[{(]$/.test(tokens[at]?.text ?? '')) at++;
  const negative = /^[-−–]$/.test(tokens[at]?.text ?? '');
  if (negative || tokens[at]?.text === '+') at++;
  const power = tokens[at];
  if (!power || !/^\d{1,3}$/.test(power.text) || !power.glued) return null;
  let last = at;
  while (/^[})]$/.test(tokens[last + 1]?.text ?? '') && from !== at) last++;
  const value = Number(scale(negative ? -Number(power.text) : Number(power.text)).toPrecision(12));
  // A small power is a measurement, a large one counts.
  return { value, decimals: negative ? 1 : 0, last, scaled: !negative, fraction: false };
}

/** `1/3`, but not `88.2/79.1`, which is two numbers, and not `1/2/3`. */
function fraction(
  tokens: readonly Token[],
  at: number,
  value: number,
  decimals: number,
): NumberValue | null {
  const bar = tokens[at + 1];
  const below = tokens[at + 2];
  if (decimals || bar?.text !== '/' || !bar.glued || !below?.glued) return null;
  if (!/^\d{1,5}$/.test(below.text) || tokens[at + 3]?.text === '/') return null;
  const divisor = Number(below.text);
  if (value !== 1 && (value >= divisor || divisor > 20)) return null;
  return { value: value / divisor, decimals: 4, last: at + 2, scaled: false, fraction: true };
}

function multiplied(
  tokens: readonly Token[],
  at: number,
  value: number,
  decimals: number,
): NumberValue | null {
  const next = tokens[at + 1];
  if (next?.kind !== 'word') return null;
  const short = next.text.length === 1;
  const multiplier = MULTIPLIERS.get(short ? next.text : next.lower);
  if (multiplier === undefined || (short && !next.glued)) return null;
  // `7B-Chat` is scaled; `3D` and `4Kx` are not words of this table.
  return { value: value * multiplier, decimals, last: at + 1, scaled: true, fraction: false };
}
