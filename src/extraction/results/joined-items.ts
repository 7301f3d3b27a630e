import { UNITS } from '../../knowledge/quantity-knowledge.js';
import type { NumberMention } from '../numbers/number-mention.js';
import type { Item } from './sentence-items.js';
import { inStressedData } from './stressed-data.js';

const POINTS = UNITS.find((unit) => unit.id === 'point') ?? null;
const ACRONYM = /^(?=.*\p{Lu}.*\p{Lu})[\p{L}\d@+-]{2,12}$/u;

/** Joins what is one thing in several items: a metric with its acronym, a number with the points it is in. */
export function joinItems(items: readonly Item[]): Item[] {
  const joined: Item[] = [];
  for (let at = 0; at < items.length; at++) {
    const item = items[at] as Item;
    const art = endOfStateOfTheArt(items, at);
    if (art > at) {
      joined.push({
        ...item,
        text: STATE_OF_THE_ART,
        lower: STATE_OF_THE_ART,
        end: (items[art] as Item).end,
      });
      at = art;
      continue;
    }
    const acronym = item.kind === 'metric' ? acronymAfter(items, at) : null;
    if (acronym) {
      joined.push(acronym);
      // `intersection over union (IoU) metric`
      at += items[at + 4]?.lower === 'metric' ? 4 : 3;
    } else joined.push(item.kind === 'number' ? withUnitBehind(items, at, item) : item);
  }
  return withSharedUnits(joined);
}

const STATE_OF_THE_ART = 'state-of-the-art';
const ART = STATE_OF_THE_ART.split('-');

/** Index of the last item of `state-of-the-art` or `state of the art`; -1 where it does not begin here. */
function endOfStateOfTheArt(items: readonly Item[], start: number): number {
  if (items[start]?.lower !== ART[0]) return -1;
  let at = start;
  for (const word of ART.slice(1)) {
    at += items[at + 1]?.text === '-' ? 2 : 1;
    if (items[at]?.lower !== word) return -1;
  }
  return at;
}

const JOINT = /^(?:,|and|or|\/)$/;
const SHARED = new Set(['percent', 'points', 'factor']);

/** `1.0, 4.5 and 3.3 points`, `from 2,000 images to 100`: the unit of one number is that of the other. */
function withSharedUnits(items: Item[]): Item[] {
  for (let at = items.length - 1; at > 0; at--) {
    const item = items[at];
    if (item?.kind !== 'number') continue;
    let back = at - 1;
    while (JOINT.test(items[back]?.lower ?? '')) back--;
    const before = items[back];
    // `of 61.7, over 2.2x higher`: a bound opens something new.
    const opens = item.number.bound !== 'exact';
    const listed = back < at - 1 && before?.kind === 'number' && isBare(before.number) && !opens;
    if (listed && SHARED.has(item.number.class))
      items[back] = { ...before, number: withUnitOf(before.number, item.number) };
    const from = items[at - 2];
    const paired = items[at - 1]?.lower === 'to' && from?.kind === 'number' && isBare(item.number);
    // `from 3.3 to 1.4 points`, `from 24 to 81 frames`
    const bare = items[at - 1]?.lower === 'to' && from?.kind === 'number' && isBare(from.number);
    if (
      bare &&
      !item.number.scaled &&
      items[at - 3]?.lower === 'from' &&
      /^(?:percent|points|physical)$/.test(item.number.class)
    )
      items[at - 2] = { ...from, number: withUnitOf(from.number, item.number) };
    // `59.8 / 40.7 mm`
    const slashed = items[at - 1]?.text === '/' && from?.kind === 'number' && isBare(from.number);
    if (slashed && from.number.decimals > 0 && isMeasured(item.number))
      items[at - 2] = { ...from, number: withUnitOf(from.number, item.number) };
    if (paired && from.number.class === 'physical')
      items[at] = { ...item, number: withUnitOf(item.number, from.number) };
  }
  return items;
}

function isBare(number: NumberMention): boolean {
  return number.class === 'plain' && !number.inWords && !number.scaled && number.compound === null;
}

/** In a unit of measure, not in things that are counted. */
function isMeasured({ class: kind, unit }: NumberMention): boolean {
  return kind === 'physical' && !/^(?:count|data|people)$/.test(unit?.dimension ?? '');
}

function withUnitOf(number: NumberMention, other: NumberMention): NumberMention {
  const { unit, unitSymbol, class: kind } = other;
  return { ...number, unit, unitSymbol, class: kind };
}

/** `word error rate (WER)` is one metric that goes by its acronym. */
function acronymAfter(items: readonly Item[], at: number): Item | null {
  const [long, open, short, close] = items.slice(at, at + 4);
  if (long?.kind !== 'metric' || open?.text !== '(' || close?.text !== ')' || !short) return null;
  if (short.kind !== 'metric' && !ACRONYM.test(short.text)) return null;
  const row = short.kind === 'metric' ? short.metric.metric : long.metric.metric;
  return {
    ...long,
    text: `${long.text} (${short.text})`,
    lower: long.lower,
    end: close.end,
    metric: { ...long.metric, metric: row, surface: short.text },
  };
}

function withUnitBehind(items: readonly Item[], at: number, item: Item & { kind: 'number' }): Item {
  const number = inStressedData(items, at, item.number);
  return number === item.number ? inPoints(items, at, item) : { ...item, number };
}

/** `12 Dice points`: the unit stands behind the metric. */
function inPoints(items: readonly Item[], at: number, item: Item & { kind: 'number' }): Item {
  const [metric, unit] = [items[at + 1], items[at + 2]];
  const points = metric?.kind === 'metric' && /^points?$/.test(unit?.lower ?? '');
  if (!points || item.number.class !== 'plain' || !POINTS) return item;
  const number = {
    ...item.number,
    class: 'points',
    unit: POINTS,
    unitSymbol: POINTS.symbol,
  } as const;
  return { ...item, number };
}
