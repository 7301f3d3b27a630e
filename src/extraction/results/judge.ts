import type { QuantityKind } from '../../domain/index.js';
import { wordsOf } from '../../knowledge/quantity-knowledge.js';
import { isAside } from './asides.js';
import type { Frame } from './frame.js';
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

const SPEED = new Set(['speed', 'compute']);
const COMPOUND_KINDS: readonly [RegExp, QuantityKind][] = [
  [/^(?:bit|bits)$/, 'bits'],
  [/^(?:parameter|parameters|params)$/, 'parameters'],
  [/^(?:hour|h|minute|min|day|days|week|weeks|month|months|year|years|second|s|ms)$/, 'duration'],
  [/^(?:token|tokens|length|frame|frames)$/, 'sequence length'],
];
/** Words of a phrase behind its number. */
const REACH = 3;
const DIFFERENCE =
  /^(?:gap|difference|spread|range|disparity|delta|shift|change|variation|move)s?$/;
const NO_COUNT = /^(?:shot|way|dimensional|d|layer|head|fold|stage|step)$/;

/** `8-bit`, `0.4B-parameter`, `25-topic`: numbers tied to a noun count or size it. */
function byCompound(item: NumberItem, near: Near, metric: BoundMetric | null): Verdict | null {
  const { compound, unit } = item.number;
  if (!compound || unit?.dimension === 'percent' || unit?.dimension === 'factor') return null;
  // `the 24-point game`, `a 5-point scale`
  if (unit?.dimension === 'points')
    return near.after.slice(0, REACH).some((word) => DIFFERENCE.test(word)) ? null : NONE;
  // `the 11-hour training time`
  if (metric?.way === 'adjacent' && SPEED.has(metric.row?.category ?? '')) return RESULT;
  const kind = COMPOUND_KINDS.find(([pattern]) => pattern.test(compound))?.[1];
  if (kind) return quantity(kind);
  const hardware = wordsOf('Hardware');
  if (/gpu|gb|mb/i.test(compound) && near.after.some((word) => hardware.has(word)))
    return quantity('hardware');
  return NO_COUNT.test(compound) ? NONE : quantity('count');
}
