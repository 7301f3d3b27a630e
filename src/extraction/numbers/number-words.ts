import { MULTIPLIERS, NUMBER_WORDS } from '../../knowledge/quantity-knowledge.js';
import type { NumberWordRow } from '../../knowledge/rows.js';
import type { Token } from '../text/tokens.js';
import { PhraseTable } from './phrase-table.js';
import { type FoundUnit, unitAt } from './unit-lexicon.js';

const WORDS = new PhraseTable<NumberWordRow>(NUMBER_WORDS.map((row) => [row.surface, row]));

/** A number in words with its unit. */
export interface WordNumber {
  readonly row: NumberWordRow;
  readonly value: number;
  readonly scaled: boolean;
  readonly unit: FoundUnit | null;
  readonly last: number;
}

/** Reads `threefold`, `half`, `an order of magnitude`, `two million` at token `at`. */
export function wordNumberAt(
  text: string,
  tokens: readonly Token[],
  at: number,
): WordNumber | null {
  const found = WORDS.startingAt(tokens, at);
  if (!found) return null;
  const { row, last } = found;
  const next = tokens[last + 1];
  if (row.before && !row.before.includes(next?.lower ?? '')) return null;
  if (row.kind !== 'cardinal') {
    // `half-precision`, `double-blind`: a word of its own.
    const tied = next?.text === '-' && next.glued && (row.kind === 'share' || row.verb);
    return tied || tokens[at - 1]?.text === '-'
      ? null
      : { row, value: row.value, scaled: false, unit: null, last };
  }
  // `two-stage`, `one-shot`.
  if (next?.text === '-' && next.glued) return null;
  const multiplier = next && next.text.length > 1 ? MULTIPLIERS.get(next.lower) : undefined;
  const end = multiplier ? last + 1 : last;
  const unit = unitAt(text, tokens, end + 1, false);
  if (unit?.unit.dimension === 'factor') return null;
  return {
    row,
    value: row.value * (multiplier ?? 1),
    scaled: multiplier !== undefined,
    unit,
    last: unit?.last ?? end,
  };
}
