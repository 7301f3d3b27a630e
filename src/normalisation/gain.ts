import type { GainKind, ReportedNumber } from '../domain/index.js';
import { exact, toBase } from './base-units.js';
import { metricByName } from './metric-names.js';

/** A gain on the one scale on which 2 is twice as good. */
export interface Gain {
  /** More than 1 is better, less than 1 worse; null where there is no such factor. */
  readonly factor: number | null;
  readonly high: number | null;
  readonly kind: GainKind | null;
}

const NO_GAIN: Gain = { factor: null, high: null, kind: null };
/** Quantities of which less is better where no row of knowledge says; speed may be a time. */
const LESS_IS_BETTER = new Set(['memory', 'compute', 'size', 'data']);

/**
 * The gain factor of a change, ratio or share of speed, time, memory, compute, size or data:
 * a cut by p % is 1/(1 - p), a rise by p % is 1 + p, a share s of a cost is 1/s.
 * A change of a quality has no factor: `kind` says whether it is in points, relative or ambiguous.
 * Null for cuts of 100 % or more, and for numbers that say how many things of a kind there are.
 */
export function gainOf(number: ReportedNumber): Gain {
  if (number.form === 'absolute') return NO_GAIN;
  if (number.category === 'quality' || number.category === 'other') {
    return number.form === 'change' ? { ...NO_GAIN, kind: qualityKind(number) } : NO_GAIN;
  }
  const more = isMoreBetter(number);
  if (number.form === 'share' ? !isPartOfCost(number.quote) : isLarger(number, more))
    return NO_GAIN;
  const one = (value: number): number | null => ofOthers(number, factorOf(number, value, more));
  const factors = [one(number.value), number.high === null ? null : one(number.high)];
  const [low, high] = factors;
  return {
    factor: low ?? null,
    high: high ?? null,
    kind: null,
  };
}

/**
 * The gain of a level over the one that the text sets it against, as a factor oriented so that more than 1 is
 * better: 19.2 GB against 24.2 GB is 1.26. Null for qualities, other units and levels of zero.
 */
export function gainOverLevel(number: ReportedNumber, other: ReportedNumber): number | null {
  if (number.category === 'quality' || number.category === 'other') return null;
  const [own, reference] = [toBase(number), toBase(other)];
  if (!own || !reference || own.unit !== reference.unit) return null;
  if (own.value <= 0 || reference.value <= 0) return null;
  return exact(isMoreBetter(number) ? own.value / reference.value : reference.value / own.value);
}

const SCANT =
  /\b(?:only|just|merely|mere|less than|fewer than|under|below|as little as|as few as)\b/i;
/** What the part is of is a reference's own. */
const OF_REFERENCE = /\b(?:the|its|their|original|full|whole|total|standard|model)\b|['’]s\b/i;
/** A data set as such is counted, `75% of the dataset are questions`. */
const DATA_SET = /\bdatasets?\b/i;
const PART_IN_WORDS =
  /\b(?:half|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)\b|\d *\/ *\d/i;
const HOW_OFTEN = /\bof the time\b/i;
/** What is done within a part of the time takes so much. */
const TAKES = /^(?:in|within|takes?|needs?|requires?|uses?|using)\b/i;

/**
 * `63% of the thinking tokens`, `only 5% of the data`: what is left of a cost. `20% of tokens are skipped`,
 * `right 88% of the time` say how many of some things, and how often.
 */
function isPartOfCost(quote: string): boolean {
  if (HOW_OFTEN.test(quote)) return TAKES.test(quote);
  if (PART_IN_WORDS.test(quote) || SCANT.test(quote)) return true;
  return OF_REFERENCE.test(quote) && !DATA_SET.test(quote);
}

/** `models 8x larger`, `10x more data`: whose is larger, mostly of what is compared against; no loss. */
function isLarger({ form, direction, category }: ReportedNumber, moreIsBetter: boolean): boolean {
  const counted = category === 'size' || category === 'data';
  return form === 'ratio' && direction === 'up' && counted && !moreIsBetter;
}

function isMoreBetter({ metric, category }: ReportedNumber): boolean {
  const better = metric === null ? null : metricByName(metric)?.better;
  if (better) return better === 'higher';
  return !LESS_IS_BETTER.has(category) && category !== 'speed';
}

function factorOf(number: ReportedNumber, value: number, moreIsBetter: boolean): number | null {
  const level = levelAfter(number, value);
  if (level === null || level <= 0) return null;
  return exact(moreIsBetter ? level : 1 / level);
}

/** `beats models given 10x more data`: what others spend more is as much a gain. */
function ofOthers({ form, better }: ReportedNumber, factor: number | null): number | null {
  const spent = form === 'ratio' && better === true && factor !== null && factor < 1;
  return spent ? exact(1 / factor) : factor;
}

/** The new level as a part of the old one; null where the number does not say. */
function levelAfter(number: ReportedNumber, value: number): number | null {
  const percent = number.unit === '%';
  switch (number.form) {
    case 'ratio':
      return number.direction === 'down' ? 1 / value : value;
    case 'share':
      return percent ? value / 100 : value;
    case 'change': {
      const part = percent ? value / 100 : isPartInWords(number) ? value : null;
      if (part === null) return null;
      return number.direction === 'down' ? 1 - part : 1 + part;
    }
    default:
      return null;
  }
}

/** `cut by two thirds`; any other plain number that changes is on a scale of its own. */
function isPartInWords({ unit, quote }: ReportedNumber): boolean {
  return unit === '' && /\bby\b/i.test(quote) && PART_IN_WORDS.test(quote);
}

function qualityKind(number: ReportedNumber): GainKind | null {
  if (number.unit === 'points') return 'points';
  if (number.unit !== '%') return null;
  if (/\brelative(?:ly)?\b/i.test(number.quote)) return 'relative';
  if (/\b(?:absolute(?:ly)?|points?)\b/i.test(number.quote)) return 'points';
  return number.value > 100 ? 'relative' : 'ambiguous';
}
