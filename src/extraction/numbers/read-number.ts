import type { Token } from '../text/tokens.js';
import { type NumberValue, numberValueAt } from './number-value.js';
import { type FoundUnit, unitAt } from './unit-lexicon.js';

/** One number in digits with its unit. */
export interface ReadNumber {
  readonly value: NumberValue;
  readonly unit: FoundUnit | null;
  /** The word that a hyphen ties on: `8-bit`. */
  readonly compound: string | null;
  /** Index of the last token, unit included. */
  readonly last: number;
}

export function readNumber(text: string, tokens: readonly Token[], at: number): ReadNumber {
  const value = numberValueAt(tokens, at);
  let next = value.last + 1;
  const hyphen = tokens[next];
  const tied = hyphen?.text === '-' && hyphen.glued && tokens[next + 1]?.glued === true;
  if (tied && tokens[next + 1]?.kind === 'word') {
    const unit = unitAt(text, tokens, next + 1, true);
    if (unit) return { value, unit, compound: unit.unit.symbol, last: unit.last };
    return { value, unit: null, compound: (tokens[next + 1] as Token).lower, last: value.last };
  }
  const millions = inMillions(text, tokens, value);
  if (millions) return millions;
  // `0.55m`: behind decimals the letter measures without a space too.
  const metres = value.decimals > 0 && tokens[next]?.text === 'm';
  const glued = tokens[next]?.glued === true && !metres;
  const unit = unitAt(text, tokens, next, glued);
  if (!unit) return { value, unit: null, compound: null, last: value.last };
  next = unit.last + 1;
  // `2x-fold`, `51x times`: the second word says the same.
  if (unit.unit.dimension === 'factor') {
    if (tokens[next]?.text === '-' && tokens[next + 1]?.lower === 'fold')
      return { value, unit, compound: null, last: next + 1 };
    if (tokens[next]?.lower === 'times') return { value, unit, compound: null, last: next };
  }
  return { value, unit, compound: null, last: unit.last };
}

const COUNTED = new Set(['parameters', 'data', 'count', 'people', 'steps']);

/** `2.5m frames`: before what is counted the letter is no metre. */
function inMillions(
  text: string,
  tokens: readonly Token[],
  { value, decimals, last }: NumberValue,
): ReadNumber | null {
  if (tokens[last + 1]?.text !== 'm') return null;
  const unit = unitAt(text, tokens, last + 2, false);
  if (!unit || !COUNTED.has(unit.unit.dimension)) return null;
  const millions = { value: value * 1e6, decimals, last: last + 1, scaled: true, fraction: false };
  return { value: millions, unit, compound: null, last: unit.last };
}

/** `3D`, `5G`, `2nd`, `10k-NN`: letters tied to digits that are no unit make a name. */
export function isNameTail(tokens: readonly Token[], read: ReadNumber): boolean {
  if (read.unit) return false;
  const next = tokens[read.last + 1];
  if (!next?.glued) return false;
  if (next.kind === 'word') return true;
  return next.text === '_' || next.text === '^' || next.text === '\\';
}
