import { wordsOf } from '../../knowledge/quantity-knowledge.js';
import { enclosingParenthesis } from './clauses.js';
import { acronymEndingAt, metricAt, metricOfUnit, phraseMetric } from './metric-phrase.js';
import { type BoundMetric, isVague } from './metric-types.js';
import { nounPhraseFrom, nounPhraseUpTo } from './noun-phrase.js';
import type { Item } from './sentence-items.js';

const FUNCTION = wordsOf('FunctionWord');
const VERBAL = wordsOf('VerbalNoun');
const HEADS = wordsOf('MetricHead');
const STANDS_ALONE = /^[)±+]$/;
const MAX_MODIFIERS = 4;
const MAX_LINK = 8;
const LINK =
  /^(?:of|=|:|≈|is|was|are|were|at|to|a|an|the|reach|reaches|reached|reaching|score|scores|value|values|by|from|equal|equals|only|\(|about)$/;
const STRONG = /^(?:of|=|:|≈|is|was|are|were|at|to|reach|reaches|reached|reaching|equals|\(|from)$/;

/**
 * The metric that stands beside a level: `accuracy of 95.2%`, `Dice 0.80`, `95.2% top-1 accuracy`. A metric right
 * after another number is that number's, one before which a comma or "and" stands is this one's.
 */
export function nearMetric(items: readonly Item[], index: number): BoundMetric | null {
  const left = leftMetric(items, index);
  const right = rightMetric(items, index);
  if (left && right) {
    // `performance of up to 0.88 AUC`
    const beside = items[index + 1]?.kind === 'metric' && (left.opened || isVague(left.metric));
    const closer = beside || !left.strong;
    return closer && !isTakenByNext(items, right.to) ? right : left.metric;
  }
  return left?.metric ?? right ?? tiedMetric(items, index) ?? unknownMetric(items, index);
}

/** `7% on semantic similarity`, `4.1 points in mIoU`: one preposition ties the metric to the number. */
export function tiedMetric(items: readonly Item[], index: number): BoundMetric | null {
  if (!/^(?:in|on|at)$/.test(items[index + 1]?.lower ?? '')) return null;
  const at = items[index + 2]?.lower === 'the' ? index + 3 : index + 2;
  if (isTakenByNext(items, at + 1)) return null;
  // `92% in toxicity assessment`: the noun phrase goes on.
  const next = items[at + 1];
  if (next?.kind === 'task' || (next?.kind === 'word' && !FUNCTION.has(next.lower))) return null;
  const metric = metricAt(items, at, 'slot');
  // `exceeds 50% on collisions`: what goes wrong there is where it was measured.
  // `91.3% at latency below 10 ms`: so are costs behind "at".
  const link = items[index + 1]?.lower;
  if (link === 'at' && metric?.row?.category !== 'quality') return null;
  return link === 'on' && metric?.row?.better === 'lower' ? null : metric;
}

interface Left {
  readonly metric: BoundMetric;
  /** A word of being or reaching ties the two: `of`, `=`, `is`. */
  readonly strong: boolean;
  /** The number stands in a parenthesis behind the metric: `accuracy (52.8 mAP)`. */
  readonly opened: boolean;
}

function leftMetric(items: readonly Item[], index: number): Left | null {
  let strong = false;
  const opened = items[index - 1]?.text === '(';
  for (let at = index - 1; at >= Math.max(0, index - MAX_LINK); at--) {
    const item = items[at] as Item;
    if (item.kind === 'metric') {
      if (!strong && isRightOf(items, at)) return null;
      const metric = metricAt(items, at, 'left');
      return metric && { metric, strong, opened };
    }
    if (STRONG.test(item.lower)) strong = true;
    // `precision at 50% (mAP@0.5) of 0.75`: the short form alone stands for it.
    const short = item.text === ')' && strong && items[at - 2]?.text === '(';
    const shortened = short ? metricAt(items, at - 1, 'left') : null;
    if (shortened) return { metric: shortened, strong, opened };
    // `accuracy (top-1) of 95%`, `accuracy on CIFAR-10 of 95%`.
    if (item.text === ')' && strong) at = openOf(items, at);
    else if (item.kind === 'dataset' && /^(?:on|in|for)$/.test(items[at - 1]?.lower ?? '')) at--;
    else if (!LINK.test(item.lower)) return null;
  }
  return null;
}

function openOf(items: readonly Item[], close: number): number {
  for (let at = close - 1; at >= Math.max(0, close - 4); at--)
    if (items[at]?.text === '(') return at;
  return close;
}

/** A number stands right before the metric, so that the two belong together. */
function isRightOf(items: readonly Item[], at: number): boolean {
  const before = items[at - 1];
  return (
    before?.kind === 'number' ||
    (before?.kind === 'word' && items[at - 2]?.kind === 'number' && !FUNCTION.has(before.lower))
  );
}

/** `86.3% zero-shot top-1 accuracy`: words that modify may stand between. */
export function rightMetric(items: readonly Item[], index: number): BoundMetric | null {
  const own = metricOfUnit(items, index);
  if (own) return own;
  let words = 0;
  for (let at = index + 1; at < items.length && words <= MAX_MODIFIERS; at++) {
    const item = items[at] as Item;
    if (item.kind === 'metric')
      return isTakenByNext(items, at + 1) && hasStrongLink(items, at + 1)
        ? null
        : metricAt(items, at, 'adjacent');
    if (item.kind === 'number') return null;
    if (item.kind === 'mark' && item.text !== '-' && item.text !== '(') return null;
    if (item.text === '(' && items[at + 1]?.kind !== 'metric') return null;
    if (item.kind === 'word') {
      // `5% per-action error`
      if (FUNCTION.has(item.lower) && items[at + 1]?.text !== '-') return null;
      words++;
    }
  }
  return null;
}

/** The metric that ends before item `at` is that of the number there: `F1 of 93%`, `IoU 0.67`. */
function isTakenByNext(items: readonly Item[], at: number): boolean {
  return items[at]?.kind === 'number' || hasStrongLink(items, at);
}

function hasStrongLink(items: readonly Item[], at: number): boolean {
  return /^(?:of|=|:|is)$/.test(items[at]?.lower ?? '') && items[at + 1]?.kind === 'number';
}

/** Metrics that no list knows, by form and place: `ASSD 4.13`, `EIR = 0%`, `a readability of 0.8`, `65.45% readability`. */
function unknownMetric(items: readonly Item[], index: number): BoundMetric | null {
  const item = items[index];
  if (item?.kind !== 'number') return null;
  const { class: kind, decimals } = item.number;
  if (kind !== 'percent' && (kind !== 'plain' || decimals === 0)) return null;
  const before = items[index - 1]?.lower ?? '';
  const label = isLabelled(items, index) ? phraseMetric(items, index - 1, index) : null;
  if (label) return { ...label, way: 'adjacent' };
  const linked = /^(?:of|=|:|~|≈)$/.test(before) ? index - 2 : index - 1;
  // `an Evidence Lower Bound (ELBO) of 1.38`
  const short =
    linked === index - 2 && items[linked]?.text === ')' && items[linked - 2]?.text === '(';
  const shortened = short ? acronymEndingAt(items, linked - 1) : null;
  if (shortened) return shortened;
  const acronym = acronymEndingAt(items, linked);
  if (acronym && (linked === index - 2 || items[linked]?.kind === 'word')) return acronym;
  if (before === '(' && STANDS_ALONE.test(items[index + 1]?.text ?? '')) {
    const phrase = nounPhraseUpTo(items, index - 1, Math.max(0, index - 4));
    if (phrase && HEADS.has(items[index - 2]?.lower ?? ''))
      return phraseMetric(items, phrase.from, phrase.to);
  }
  if (before === 'of') {
    const phrase = nounPhraseUpTo(items, index - 1, Math.max(0, index - 5));
    return phrase && phraseMetric(items, phrase.from, phrase.to);
  }
  return after(items, index, kind === 'plain');
}

/** `(alignment 0.92, format 72%)`: in a parenthesis each number stands behind its own label. */
function isLabelled(items: readonly Item[], index: number): boolean {
  const label = items[index - 1];
  if (label?.kind !== 'word' || FUNCTION.has(label.lower) || !/^\p{L}{3,}$/u.test(label.lower))
    return false;
  const open = enclosingParenthesis(items, index);
  return open !== null && (open === index - 2 || items[index - 2]?.text === ',');
}

function after(items: readonly Item[], index: number, plain: boolean): BoundMetric | null {
  const next = items[index + 1];
  const closed = !/^[-(]$/.test(items[index + 2]?.text ?? '');
  if (next?.kind === 'method' || plain)
    return plain && closed ? acronymEndingAt(items, index + 1) : null;
  if (next?.kind !== 'word' || FUNCTION.has(next.lower)) return null;
  const phrase = nounPhraseFrom(items, index + 1, Math.min(items.length, index + 5));
  if (!phrase || phrase.from !== index + 1) return null;
  const end = items[phrase.to];
  if (end?.kind === 'word' && !FUNCTION.has(end.lower)) return null;
  const words = items.slice(phrase.from, phrase.to);
  if (words.some(({ lower }) => /(?:ed|ing)$/.test(lower) && !VERBAL.has(lower))) return null;
  const metric = phraseMetric(items, phrase.from, phrase.to);
  return metric?.row === null ? metric : null;
}

const REACH_LEFT = 16;
const BARRIER = wordsOf('MetricBarrier');

/** The nearest metric to the left in the clause, over no other number: `the accuracy of our model on X rose, reaching 95%`. */
export function farMetric(items: readonly Item[], index: number): BoundMetric | null {
  const left = farLeft(items, index);
  // `the highest performance, exceeding 94% in accuracy`: what is said behind says more.
  if (left && isVague(left)) return rightIn(items, index) ?? left;
  return left ?? rightIn(items, index);
}

/** The nearest metric before item `index` in the clause, over no other number or colon. */
export function metricBefore(items: readonly Item[], index: number): BoundMetric | null {
  const metric = farLeft(items, index);
  return metric && items.slice(metric.to, index).some(({ text }) => text === ':') ? null : metric;
}

function farLeft(items: readonly Item[], index: number): BoundMetric | null {
  let depth = 0;
  for (let at = index - 1; at >= Math.max(0, index - REACH_LEFT); at--) {
    const item = items[at] as Item;
    if (item.text === ')') depth++;
    if (item.text === '(') depth = Math.max(0, depth - 1);
    if (depth > 0) continue;
    if (item.kind === 'number') return null;
    if (item.kind === 'metric') return isRightOf(items, at) ? null : metricAt(items, at, 'left');
    if (BARRIER.has(item.lower)) return null;
  }
  return null;
}

/** `95% in accuracy`, `ranks first with 58.3 on X in terms of mAP`. */
function rightIn(items: readonly Item[], index: number): BoundMetric | null {
  for (let at = index + 1; at < Math.min(items.length, index + 9); at++) {
    const item = items[at] as Item;
    if (item.kind === 'number' || BARRIER.has(item.lower) || item.text === ')') return null;
    const terms = item.lower === 'of' && items[at - 1]?.lower === 'terms';
    if (!/^(?:in|for)$/.test(item.lower) && !terms) continue;
    const metric =
      metricAt(items, at + 1, 'right') ??
      (items[at + 1]?.kind === 'word' ? metricAt(items, at + 2, 'right') : null);
    if (metric) return metric;
  }
  return null;
}
