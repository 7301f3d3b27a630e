import type { Token } from '../text/tokens.js';
import { numberValueAt } from './number-value.js';
import { unitAt } from './unit-lexicon.js';

/** Passes over `± 0.4` and `(± 0.4)`, which belong to the value and are none of their own. */
export function uncertaintyEnd(text: string, tokens: readonly Token[], last: number): number {
  const open = tokens[last + 1]?.text === '(' ? 1 : 0;
  const signs = plusMinusLength(tokens, last + 1 + open);
  if (signs === 0) return last;
  const number = last + 1 + open + signs;
  if (tokens[number]?.kind !== 'number') return last;
  const value = numberValueAt(tokens, number);
  const end = unitAt(text, tokens, value.last + 1, true)?.last ?? value.last;
  if (!open) return end;
  return tokens[end + 1]?.text === ')' ? end + 1 : last;
}

/** How many tokens say "plus or minus" at token `at`; 0 where none do. */
function plusMinusLength(tokens: readonly Token[], at: number): number {
  const lower = (step: number): string => tokens[at + step]?.lower ?? '';
  if (lower(0) === '±' || lower(0) === 'pm') return 1;
  if (lower(0) === '+' && /^[/-]$/.test(lower(1))) return lower(1) === '/' ? 3 : 2;
  if (lower(0) !== 'plus') return 0;
  if (lower(1) === '-' && lower(2) === 'minus') return 3;
  if (lower(1) === 'or' && lower(2) === 'minus') return 3;
  return lower(1) === '/' && lower(2) === 'minus' ? 3 : 0;
}
