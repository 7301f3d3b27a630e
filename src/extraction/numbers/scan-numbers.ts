import { UNITS } from '../../knowledge/quantity-knowledge.js';
import type { UnitRow } from '../../knowledge/rows.js';
import type { Token } from '../text/tokens.js';
import { notANumber } from './not-numbers.js';
import { surroundings } from './number-bounds.js';
import type { NumberClass, NumberMention } from './number-mention.js';
import { rangeFrom } from './number-range.js';
import { type WordNumber, wordNumberAt } from './number-words.js';
import { isEndOfScale } from './of-all.js';
import { type FactorRange, ordersOfMagnitude } from './orders-of-magnitude.js';
import { isNameTail, readNumber } from './read-number.js';
import { uncertaintyEnd } from './uncertainty.js';

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
    if (token.kind === 'mark' || taken(token)) continue;
    const mention = mentionAt(text, tokens, at, taken);
    if (!mention) continue;
    found.push(mention);
    while (at + 1 < tokens.length && (tokens[at + 1] as Token).start < mention.end) at++;
  }
  return found;
}

function mentionAt(
  text: string,
  tokens: readonly Token[],
  at: number,
  taken: (token: Token) => boolean,
): NumberMention | null {
  const orders = ordersOfMagnitude(tokens, at);
  if (orders) return fromOrders(tokens, at, orders);
  const word = wordNumberAt(text, tokens, at);
  if (word) return fromWords(tokens, at, word);
  const digits = tokens[at]?.kind === 'number' && !notANumber(tokens, at);
  return digits ? fromDigits(text, tokens, at, taken) : null;
}

function fromOrders(
  tokens: readonly Token[],
  at: number,
  { low, high, last }: FactorRange,
): NumberMention {
  return build(tokens, at, last, {
    ...{ value: low, high, decimals: 0, scaled: false, unit: TIMES, unitSymbol: 'x' },
    ...{ class: 'factor', inWords: true, compound: null, verb: null },
  });
}

function fromWords(tokens: readonly Token[], at: number, word: WordNumber): NumberMention {
  return build(tokens, at, word.last, {
    value: word.value,
    high: null,
    decimals: 0,
    scaled: word.scaled,
    unit: word.unit?.unit ?? null,
    unitSymbol: word.unit?.symbol ?? '',
    class: word.row.kind === 'cardinal' ? classOf(word.unit?.unit) : word.row.kind,
    inWords: true,
    compound: null,
    verb: word.row.verb ?? null,
  });
}

function fromDigits(
  text: string,
  tokens: readonly Token[],
  at: number,
  taken: (token: Token) => boolean,
): NumberMention | null {
  const first = readNumber(text, tokens, at);
  if (isNameTail(tokens, first)) return null;
  const odds = againstOne(tokens, at, first.last);
  const range = odds ? null : rangeFrom(text, tokens, at, first, taken);
  const last = range?.second ?? first;
  const unit = odds ? TIMES : (last.unit?.unit ?? null);
  const scale = isEndOfScale(tokens, last.last + 2) ? last.last + 2 : null;
  const end = odds ?? scale ?? uncertaintyEnd(text, tokens, last.last);
  return build(tokens, at, end, {
    value: range?.low ?? first.value.value,
    high: range?.high ?? null,
    // What is graded on a scale is measured, whole or not.
    decimals: Math.max(first.value.decimals, range?.second.value.decimals ?? 0, scale ? 1 : 0),
    scaled: first.value.scaled || (range?.second.value.scaled ?? false),
    unit,
    unitSymbol: odds ? 'x' : (last.unit?.symbol ?? ''),
    class: first.value.fraction && !unit ? 'share' : classOf(unit),
    inWords: false,
    compound: last.compound ?? first.compound,
    verb: null,
  });
}

const TIMES = UNITS.find((unit) => unit.id === 'times') ?? null;

/** `32:1` is a factor of 32; the index of its last token, null where it is none. */
function againstOne(tokens: readonly Token[], at: number, last: number): number | null {
  const [colon, one] = [tokens[last + 1], tokens[last + 2]];
  const odds = colon?.text === ':' && colon.glued && one?.text === '1' && one.glued;
  return odds && last === at && tokens[at]?.text !== '1' ? last + 2 : null;
}

function classOf(unit: UnitRow | null | undefined): NumberClass {
  switch (unit?.dimension) {
    case undefined:
      return 'plain';
    case 'percent':
    case 'points':
    case 'factor':
      return unit?.dimension as NumberClass;
    default:
      return 'physical';
  }
}

type Parts = Omit<
  NumberMention,
  'start' | 'end' | 'outerStart' | 'outerEnd' | 'sign' | 'bound' | 'stressed'
>;

function build(tokens: readonly Token[], first: number, last: number, parts: Parts): NumberMention {
  const sign = signBefore(tokens, first);
  const start = sign ? first - 1 : first;
  const around = surroundings(tokens, start, last);
  const given = parts.unit || parts.class !== 'plain' ? null : around.unit;
  return {
    ...parts,
    ...(given ? { unit: given, unitSymbol: given.symbol, class: classOf(given) } : {}),
    start: (tokens[start] as Token).start,
    end: (tokens[last] as Token).end,
    outerStart: (tokens[around.first] as Token).start,
    outerEnd: (tokens[around.last] as Token).end,
    sign,
    bound: around.bound,
    stressed: around.stressed,
  };
}

/** `+3.5`, `-0.4`; a dash between two numbers is no sign. */
function signBefore(tokens: readonly Token[], first: number): '+' | '-' | null {
  const before = tokens[first - 1];
  if (!before || !/^[-−+–]$/.test(before.text) || !tokens[first]?.glued) return null;
  const previous = tokens[first - 2];
  if (before.glued && (previous?.kind === 'number' || previous?.kind === 'word')) return null;
  return before.text === '+' ? '+' : '-';
}
