import type { Token } from '../text/tokens.js';
import { surroundings } from './number-bounds.js';
import { isNameTail, type ReadNumber, readNumber } from './read-number.js';

const DASH = /^[-–—−~∼‑]$/;

/** A range's two ends, the low one first. */
export interface NumberRange {
  readonly low: number;
  readonly high: number;
  /** The second number as read, with the unit of the range. */
  readonly second: ReadNumber;
}

/** The range that the number read at token `at` opens: `10~30%`, `1.7-2.1x`, `between 66% and 77%`. */
export function rangeFrom(
  text: string,
  tokens: readonly Token[],
  at: number,
  first: ReadNumber,
  taken: (token: Token) => boolean,
): NumberRange | null {
  let link = first.last + 1;
  const word = tokens[link];
  if (!word || first.compound) return null;
  if (DASH.test(word.text)) {
    while (DASH.test(tokens[link + 1]?.text ?? '') && tokens[link + 1]?.glued) link++;
  } else if (!isWordRange(tokens, at, word, first)) return null;
  if (repeats(tokens, at, link + 1)) link++;
  const next = tokens[link + 1];
  if (next?.kind !== 'number' || taken(next)) return null;
  const second = readNumber(text, tokens, link + 1);
  if (isNameTail(tokens, second) || !unitsAgree(first, second, word)) return null;
  if (isBesideBar(tokens, at - 1) || isBesideBar(tokens, second.last + 1)) return null;
  if (word.lower === 'to' && isChangeAfter(tokens, second.last)) return null;
  // `13~15M`: the multiplier of the high end holds for both.
  const lift = second.value.scaled && !first.value.scaled ? lastFactor(second.value.value) : 1;
  const [low, high] = [first.value.value * lift, second.value.value];
  if (low > high) return null;
  return { low, high, second: { ...second, unit: second.unit ?? first.unit } };
}

/** `$5-$20`, `-10 to -14 pp`: the mark before the first number stands before the second as well. */
function repeats(tokens: readonly Token[], first: number, mark: number): boolean {
  const [before, again, number] = [tokens[first - 1], tokens[mark], tokens[mark + 1]];
  const signs = before?.text === again?.text && /^[$+−-]$/.test(again?.text ?? '');
  return signs && number?.glued === true && tokens[first]?.glued === true;
}

/** `from 88.1/81.2 to 90.3/83.4`: levels in pairs. */
function isBesideBar(tokens: readonly Token[], bar: number): boolean {
  const [before, mark, after] = [-1, 0, 1].map((on) => tokens[bar + on]);
  if (mark?.text !== '/' || !mark.glued || !after?.glued) return false;
  return after.text.includes('.') && (before?.kind === 'number' || before?.text === '%');
}

/** `78.3% to 89.4% (+14%)`: two levels and their difference. */
function isChangeAfter(tokens: readonly Token[], last: number): boolean {
  return tokens[last + 1]?.text === '(' && /^[+−–↑↓-]$/.test(tokens[last + 2]?.text ?? '');
}

function unitsAgree(first: ReadNumber, second: ReadNumber, link: Token): boolean {
  if (first.unit && second.unit) return first.unit.unit.dimension === second.unit.unit.dimension;
  return !(first.unit && link.lower === 'to');
}

function lastFactor(value: number): number {
  for (const power of [1e12, 1e9, 1e6, 1e3]) if (value >= power) return power;
  return 1;
}

/**
 * `between 66% and 77%`, `ranging from 3 to 5`, and a bare `3 to 5`; but `from 3 to 5` is two levels, save for
 * factors: a speed-up goes "from 2x to 5x".
 */
function isWordRange(
  tokens: readonly Token[],
  at: number,
  link: Token,
  first: ReadNumber,
): boolean {
  const before = surroundings(tokens, at, at).first - 1;
  const word = tokens[before]?.lower ?? '';
  if (link.lower === 'and') return word === 'between';
  if (link.lower !== 'to') return false;
  // `a 5.6 percent increase (73.6 percent to 79.2 percent)`: the level before and the one after.
  if (tokens[at - 1]?.text === '(' && first.unit?.unit.dimension === 'percent') return false;
  if (word !== 'from') return word !== 'between';
  if (first.unit?.unit.dimension === 'factor') return true;
  // `gains from 2% to 5%`, `ranging from 3 to 5`.
  return /^(?:rang|vary|varie|span|gains|improvements|reductions|savings|speedups)/.test(
    tokens[before - 1]?.lower ?? '',
  );
}
