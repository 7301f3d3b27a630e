import type { Bound } from '../../domain/index.js';
import { BOUNDS, NUMBER_WORDS } from '../../knowledge/quantity-knowledge.js';
import type { BoundRow, NumberWordRow } from '../../knowledge/rows.js';
import type { Token } from '../text/tokens.js';
import { notANumber } from './not-numbers.js';
import type { NumberClass, NumberMention } from './number-mention.js';
import { type NumberValue, numberValueAt } from './number-value.js';
import { PhraseTable } from './phrase-table.js';
import { type FoundUnit, unitAt } from './unit-lexicon.js';

const WORDS = new PhraseTable<NumberWordRow>(NUMBER_WORDS.map((row) => [row.surface, row]));
const table = (position: BoundRow['position']): PhraseTable<BoundRow> =>
  new PhraseTable(
    BOUNDS.filter((row) => row.position === position).map((row) => [row.surface, row]),
  );
const BEFORE = table('before');
const AFTER = table('after');
const STRESS = new Set([
  'only',
  'just',
  'merely',
  'mere',
  'solely',
  'barely',
  'even',
  'few',
  'little',
  'single',
]);
const DASH = /^[-–—−~∼‑]$/;

interface Read {
  readonly value: NumberValue;
  readonly unit: FoundUnit | null;
  readonly compound: string | null;
  /** Index of the last token, unit included. */
  readonly last: number;
}

/**
 * Finds the numbers among the tokens of a sentence, with units, ranges and bounds.
 *
 * @param taken tells whether a token is part of a name, a metric or an address, where digits say nothing
 */
export function scanNumbers(
  text: string,
  tokens: readonly Token[],
  taken: (token: Token) => boolean,
): NumberMention[] {
  const found: NumberMention[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    if (taken(token)) continue;
    const word = token.kind === 'word' ? WORDS.startingAt(tokens, at) : null;
    const mention = word
      ? fromWords(text, tokens, word.row, word.first, word.last)
      : token.kind === 'number' && !notANumber(tokens, at)
        ? fromDigits(text, tokens, at, taken)
        : orderInDigits(tokens, at);
    if (!mention) continue;
    found.push(mention);
    while (at + 1 < tokens.length && (tokens[at + 1] as Token).start < mention.end) at++;
  }
  return found;
}

function orderInDigits(tokens: readonly Token[], at: number): NumberMention | null {
  const word = tokens[at]?.kind === 'number' ? WORDS.startingAt(tokens, at) : null;
  return word ? fromWords('', tokens, word.row, word.first, word.last) : null;
}

function fromWords(
  text: string,
  tokens: readonly Token[],
  row: NumberWordRow,
  first: number,
  last: number,
): NumberMention | null {
  const next = tokens[last + 1];
  if (next?.text === '-' && next.glued && row.kind !== 'factor' && row.kind !== 'share') {
    // `two-stage`, `one-shot`: a word of its own.
    return null;
  }
  const multiplier = row.kind === 'cardinal' ? multiplierWord(next) : null;
  const end = multiplier ? last + 1 : last;
  const unit = row.kind === 'cardinal' ? unitAt(text, tokens, end + 1, false) : null;
  if (row.kind === 'cardinal' && unit?.unit.dimension === 'factor') return null;
  return build(tokens, first, unit ? unit.last : end, {
    value: row.value * (multiplier ?? 1),
    high: null,
    decimals: 0,
    scaled: multiplier !== null,
    unit,
    class: row.kind === 'cardinal' ? classOf(unit) : row.kind,
    inWords: true,
    compound: null,
  });
}

function multiplierWord(token: Token | undefined): number | null {
  const powers: Record<string, number> = {
    hundred: 1e2,
    thousand: 1e3,
    million: 1e6,
    billion: 1e9,
  };
  return powers[token?.lower ?? ''] ?? null;
}

function fromDigits(
  text: string,
  tokens: readonly Token[],
  at: number,
  taken: (token: Token) => boolean,
): NumberMention | null {
  const whole = WORDS.startingAt(tokens, at);
  if (whole) return fromWords(text, tokens, whole.row, whole.first, whole.last);
  const low = readNumber(text, tokens, at);
  if (isNameTail(tokens, low)) return null;
  const second = rangeEnd(text, tokens, low, at, taken);
  const unit = second?.unit ?? low.unit;
  const high = second ? second.value.value : null;
  // `13~15M`: the multiplier of the high end holds for both.
  const lift = second?.value.scaled && !low.value.scaled ? lastFactor(second) : 1;
  let value = low.value.value * lift;
  if (high !== null && value > high && second && lift === 1) return null;
  if (low.value.fraction && !unit) value = low.value.value;
  return build(tokens, at, uncertaintyEnd(text, tokens, (second ?? low).last), {
    value,
    high,
    decimals: Math.max(low.value.decimals, second?.value.decimals ?? 0),
    scaled: low.value.scaled || (second?.value.scaled ?? false),
    unit,
    class: low.value.fraction && !unit ? 'share' : classOf(unit),
    inWords: false,
    compound: second?.compound ?? low.compound,
  });
}

function lastFactor(read: Read): number {
  const digits = read.value.value;
  for (const power of [1e12, 1e9, 1e6, 1e3]) if (digits >= power) return power;
  return 1;
}

function readNumber(text: string, tokens: readonly Token[], at: number): Read {
  const value = numberValueAt(tokens, at);
  let next = value.last + 1;
  const hyphen = tokens[next];
  const tied = hyphen?.text === '-' && hyphen.glued && tokens[next + 1]?.glued === true;
  if (tied && tokens[next + 1]?.kind === 'word') {
    const unit = unitAt(text, tokens, next + 1, true);
    if (unit) return { value, unit, compound: unit.unit.symbol, last: unit.last };
    return { value, unit: null, compound: (tokens[next + 1] as Token).lower, last: value.last };
  }
  const glued = tokens[next]?.glued === true;
  const unit = unitAt(text, tokens, next, glued);
  if (!unit) return { value, unit: null, compound: null, last: value.last };
  next = unit.last + 1;
  // `2x-fold`, `3 times-faster`: the second word says the same.
  const fold = tokens[next]?.text === '-' && tokens[next + 1]?.lower === 'fold';
  return { value, unit, compound: null, last: fold ? next + 1 : unit.last };
}

/** `3D`, `5G`, `2nd`, `10k-NN`: letters tied to digits that are no unit make a name. */
function isNameTail(tokens: readonly Token[], read: Read): boolean {
  if (read.unit) return false;
  const next = tokens[read.last + 1];
  if (!next?.glued) return false;
  if (next.kind === 'word') return true;
  return next.text === '_' || next.text === '^' || next.text === '\\';
}

function rangeEnd(
  text: string,
  tokens: readonly Token[],
  low: Read,
  at: number,
  taken: (token: Token) => boolean,
): Read | null {
  let next = low.last + 1;
  const link = tokens[next];
  if (!link || low.compound) return null;
  if (DASH.test(link.text)) {
    while (DASH.test(tokens[next + 1]?.text ?? '') && tokens[next + 1]?.glued) next++;
  } else if (!isWordRange(tokens, at, link)) return null;
  const second = tokens[next + 1];
  if (second?.kind !== 'number' || taken(second)) return null;
  const read = readNumber(text, tokens, next + 1);
  if (isNameTail(tokens, read)) return null;
  if (low.unit && read.unit && low.unit.unit.dimension !== read.unit.unit.dimension) return null;
  if (low.unit && !read.unit && link.lower === 'to') return null;
  return { ...read, unit: read.unit ?? low.unit };
}

/** `between 66% and 77%`, `ranging from 3 to 5`, and a bare `3 to 5`; but `from 3 to 5` is two levels. */
function isWordRange(tokens: readonly Token[], at: number, link: Token): boolean {
  let before = at - 1;
  while (before > 0 && STRESS.has(tokens[before]?.lower ?? '')) before--;
  const word = tokens[before]?.lower ?? '';
  if (link.lower === 'and') return word === 'between';
  if (link.lower !== 'to') return false;
  if (word !== 'from') return word !== 'between';
  return /^(?:rang|vary|span|varie)/.test(tokens[before - 1]?.lower ?? '');
}

/** Passes over `± 0.4`, which belongs to the value and is none of its own. */
function uncertaintyEnd(text: string, tokens: readonly Token[], last: number): number {
  const sign = tokens[last + 1];
  if (sign?.text !== '±' && !(sign?.text === '+' && tokens[last + 2]?.text === '/')) return last;
  const number = sign.text === '±' ? last + 2 : last + 4;
  if (tokens[number]?.kind !== 'number') return last;
  const value = numberValueAt(tokens, number);
  const unit = unitAt(text, tokens, value.last + 1, true);
  return unit?.last ?? value.last;
}

function classOf(unit: FoundUnit | null): NumberClass {
  switch (unit?.unit.dimension) {
    case undefined:
      return 'plain';
    case 'percent':
    case 'points':
    case 'factor':
      return unit?.unit.dimension as NumberClass;
    default:
      return 'physical';
  }
}

interface Parts {
  readonly value: number;
  readonly high: number | null;
  readonly decimals: number;
  readonly scaled: boolean;
  readonly unit: FoundUnit | null;
  readonly class: NumberClass;
  readonly inWords: boolean;
  readonly compound: string | null;
}

function build(tokens: readonly Token[], first: number, last: number, parts: Parts): NumberMention {
  let start = first;
  let sign: '+' | '-' | null = null;
  const before = tokens[first - 1];
  if (
    before &&
    /^[-−+–]$/.test(before.text) &&
    (tokens[first] as Token).glued &&
    !(before.glued && tokens[first - 2]?.kind === 'number')
  ) {
    sign = before.text === '+' ? '+' : '-';
    start = first - 1;
  }
  const bound = boundAround(tokens, start, last);
  return {
    start: (tokens[start] as Token).start,
    end: (tokens[last] as Token).end,
    outerStart: (tokens[bound.first] as Token).start,
    outerEnd: (tokens[bound.last] as Token).end,
    value: parts.value,
    high: parts.high,
    unit: parts.unit?.unit ?? null,
    unitSymbol: parts.unit?.symbol ?? '',
    class: parts.class,
    bound: bound.bound,
    sign,
    decimals: parts.decimals,
    inWords: parts.inWords,
    compound: parts.compound,
    scaled: parts.scaled,
    stressed: bound.stressed,
  };
}

function boundAround(
  tokens: readonly Token[],
  start: number,
  last: number,
): { bound: Bound; first: number; last: number; stressed: boolean } {
  let first = start;
  let stressed = false;
  let bound: Bound = 'exact';
  for (let moved = true; moved && first > 0; ) {
    moved = false;
    const phrase = BEFORE.endingAt(tokens, first - 1);
    if (phrase) {
      // The outermost words decide: `up to about 5`.
      bound = phrase.row.bound;
      if (/^as /.test(phrase.row.surface)) stressed = true;
      first = phrase.first;
      moved = true;
    } else if (STRESS.has(tokens[first - 1]?.lower ?? '')) {
      stressed = true;
      first--;
      moved = true;
    } else if (
      /^(?:a|an|the)$/.test(tokens[first - 1]?.lower ?? '') &&
      BEFORE.endingAt(tokens, first - 2)
    ) {
      first--;
      moved = true;
    }
  }
  const after = AFTER.startingAt(tokens, last + 1);
  // `+` closes a number only when it is tied to it.
  if (after && (after.row.surface !== '+' || tokens[last + 1]?.glued)) {
    return { bound: after.row.bound, first, last: after.last, stressed };
  }
  if (
    tokens[last + 1]?.text === '(' &&
    AFTER.startingAt(tokens, last + 2)?.row.bound === 'at_least'
  ) {
    return { bound: 'at_least', first, last, stressed };
  }
  return { bound, first, last, stressed };
}
