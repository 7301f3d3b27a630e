import type { QuantityKind } from '../../domain/index.js';
import { wordsOf } from '../../knowledge/quantity-knowledge.js';
import type { Frame } from './frame.js';
import { isInterval } from './frame-levels.js';
import { judgePhysical } from './judge-physical.js';
import { judgePlain } from './judge-plain.js';
import { judgeFactor, judgePercent, judgeShare } from './judge-relative.js';
import type { BoundMetric } from './metric-types.js';
import type { Item } from './sentence-items.js';
import {
  isTold,
  type Near,
  NONE,
  type NumberItem,
  neighbours,
  quantity,
  RESULT,
  type Verdict,
} from './verdict.js';

/** Decides by the number's unit, its words and whether a metric is tied to it. */
export function judge(
  items: readonly Item[],
  index: number,
  frame: Frame,
  metric: BoundMetric | null,
): Verdict {
  const item = items[index] as NumberItem;
  if (isAside(items, index)) return NONE;
  const near = neighbours(items, index);
  const compound = byCompound(item, near, metric);
  if (compound && !isTold(frame)) return compound;
  switch (item.number.class) {
    case 'percent':
    case 'points':
      return judgePercent(items, index, frame, metric, near);
    case 'factor':
      return judgeFactor(items, index, frame, metric, near);
    case 'share':
      return judgeShare(frame, metric);
    case 'physical':
      return judgePhysical(item, frame, metric, near);
    case 'plain':
      return judgePlain(items, index, frame, metric, near);
  }
}

/** Says how sure another number is or where on its curve a metric is read, whatever stands beside it. */
export const isAside = (items: readonly Item[], index: number): boolean =>
  isIntervalEnd(items, index) || isWhereMeasured(items, index);

/** `1.84 ms (1.45 to 2.23)`, `0.92 (0.90-0.94)`: a range in parentheses after a number is its interval. */
function isIntervalEnd(items: readonly Item[], index: number): boolean {
  const item = items[index] as NumberItem;
  if (item.number.high !== null && item.number.unit === null)
    return isInterval(items, index, index);
  const [before, after] = [items[index - 2], items[index + 2]];
  return (
    (after?.kind === 'number' && isInterval(items, index, index + 2)) ||
    (before?.kind === 'number' && isInterval(items, index - 2, index))
  );
}

/** `at IoU > 0.5`, `average precision at 50% (AP50) of 0.7`: where on its curve a metric is read. */
function isWhereMeasured(items: readonly Item[], index: number): boolean {
  const [link, metric] = [items[index - 1], items[index - 2]];
  if (link?.kind === 'metric' && /^[<>≥≤]/.test(items[index]?.text ?? ''))
    return /^(?:at|with|when|where|if|for)$/.test(metric?.lower ?? '');
  if (metric?.kind !== 'metric') return false;
  if (link?.lower !== 'at' || metric.metric.metric.category !== 'quality') return false;
  const next = items[index + 1];
  if (next?.kind === 'metric') return next.metric.metric.category === 'quality';
  return (
    next?.text === '(' && /^(?:of|is|to)$/.test(items[closingOf(items, index + 1) + 1]?.lower ?? '')
  );
}

/** Index of the parenthesis that closes a short one; the opening one's where there is none. */
function closingOf(items: readonly Item[], open: number): number {
  const close = items.slice(open, open + 6).findIndex(({ text }) => text === ')');
  return close < 0 ? open : open + close;
}

const SPEED = new Set(['speed', 'compute']);
const COMPOUND_KINDS: readonly [RegExp, QuantityKind][] = [
  [/^(?:bit|bits)$/, 'bits'],
  [/^(?:parameter|parameters|params)$/, 'parameters'],
  [/^(?:hour|h|minute|min|day|days|week|weeks|month|months|year|years|second|s|ms)$/, 'duration'],
  [/^(?:token|tokens|length|frame|frames)$/, 'sequence length'],
];
const NO_COUNT = /^(?:shot|way|dimensional|d|layer|head|fold|stage|step)$/;

/** `8-bit`, `0.4B-parameter`, `25-topic`: numbers tied to a noun count or size it. */
function byCompound(item: NumberItem, near: Near, metric: BoundMetric | null): Verdict | null {
  const { compound, unit } = item.number;
  if (
    !compound ||
    unit?.dimension === 'percent' ||
    unit?.dimension === 'points' ||
    unit?.dimension === 'factor'
  )
    return null;
  // `the 11-hour training time`
  if (metric?.way === 'adjacent' && SPEED.has(metric.row?.category ?? '')) return RESULT;
  const kind = COMPOUND_KINDS.find(([pattern]) => pattern.test(compound))?.[1];
  if (kind) return quantity(kind);
  const hardware = wordsOf('Hardware');
  if (/gpu|gb|mb/i.test(compound) && near.after.some((word) => hardware.has(word)))
    return quantity('hardware');
  return NO_COUNT.test(compound) ? NONE : quantity('count');
}
