import { wordsOf } from '../../knowledge/quantity-knowledge.js';
import type { Frame } from './frame.js';
import type { BoundMetric } from './metric-types.js';
import type { Item } from './sentence-items.js';
import {
  isTold,
  type Near,
  NONE,
  type NumberItem,
  quantity,
  RESULT,
  type Verdict,
} from './verdict.js';

const CONFIDENCE = wordsOf('ConfidenceWord');
const SETTING = wordsOf('SettingNoun');
const POSITION = wordsOf('PositionWord');
const MAGNIFICATION = wordsOf('Magnification');
const CONDITIONAL = wordsOf('Conditional');
const NEAR_WAYS = new Set(['adjacent', 'left', 'slot', 'acronym', 'list']);

/** Percentages and points are results unless they set something up. */
export function judgePercent(
  items: readonly Item[],
  index: number,
  frame: Frame,
  metric: BoundMetric | null,
  near: Near,
): Verdict {
  const [first = '', second = ''] = near.after;
  const [previous = ''] = near.before;
  const setting = metric?.row?.category === 'data' || metric?.row?.id === 'sparsity';
  const given = setting && isGiven(items, index);
  const close = metric !== null && NEAR_WAYS.has(metric.way) && metric.row !== null && !given;
  if (!close && (CONFIDENCE.has(first) || CONFIDENCE.has(second))) return NONE;
  if (POSITION.has(previous)) return quantity('other');
  if (isTold(frame)) return RESULT;
  if (previous === 'randomly' || first === 'target') return quantity('other');
  if (!close && (SETTING.has(first) || splits(items, index))) return quantity('other');
  return RESULT;
}

/** `at 10% labeled data`, `under 1%, 5% and 10% labels`: how much is learnt from, and no news; `with only 10%` is. */
function isGiven(items: readonly Item[], index: number): boolean {
  let first = index;
  while (first > 1 && /^(?:,|and|or|\/)$/.test(items[first - 1]?.lower ?? '')) {
    const back = items[first - 2]?.kind === 'number' ? first - 2 : first - 3;
    if (items[back]?.kind !== 'number') break;
    first = back;
  }
  const item = items[index] as NumberItem;
  const opens = items[first]?.lower.startsWith('under ');
  return (opens || /^(?:at|under)$/.test(items[first - 1]?.lower ?? '')) && !item.number.stressed;
}

/** `an 80%/10%/10% split`, `(25%, 50%, 75% occlusion)`: the setting's noun stands behind the last. */
function splits(items: readonly Item[], index: number): boolean {
  for (let at = index + 1; at < Math.min(items.length, index + 12); at++) {
    const item = items[at] as Item;
    if (item.kind === 'number' || /^(?:,|\/|and|or|-|:)$/.test(item.lower)) continue;
    return SETTING.has(item.lower) && at > index + 1;
  }
  return false;
}

/** Factors are results where the words or the number say so; others are scales and sizes. */
export function judgeFactor(
  items: readonly Item[],
  index: number,
  frame: Frame,
  metric: BoundMetric | null,
  near: Near,
): Verdict {
  const { number } = items[index] as NumberItem;
  // `mixed doubles`, `successive halving`: a verb of number without an object says nothing.
  if (number.verb && (!metric || metric.way === 'before' || metric.way === 'sentence')) return NONE;
  const [before = ''] = near.before;
  const [first = '', second = ''] = near.after;
  // `improves 4x super-resolution`
  if (frame.rule === 'step.raises-factor' && MAGNIFICATION.has(first)) return NONE;
  if (isTold(frame)) return isConditional(items, index) && !number.decimals ? NONE : RESULT;
  if (MAGNIFICATION.has(first) || MAGNIFICATION.has(second)) return NONE;
  const next = items[index + 1];
  if (next?.kind === 'number' && next.start === items[index]?.end) return NONE;
  if (number.inWords && number.value < 5 && !/^(?:by|a|an|nearly|about|almost|the)$/.test(before))
    return NONE;
  return before === 'by' || number.bound !== 'exact' || number.decimals > 0 ? RESULT : NONE;
}

const REACH = 8;

/** `when confidence falls below 0.6`: a condition reports nothing. */
export function isConditional(items: readonly Item[], index: number): boolean {
  for (let at = index - 1; at >= Math.max(0, index - REACH); at--) {
    const lower = items[at]?.lower ?? '';
    if (lower === ',' || lower === ';') return false;
    if (CONDITIONAL.has(lower)) return true;
  }
  return false;
}

const VAGUE = /^(?:score|performance|loss)$/;

/** `half the memory` is a result, `half the performance` and `half of the users` are not. */
export function judgeShare(frame: Frame, metric: BoundMetric | null): Verdict {
  if (frame.form === 'change' || frame.form === 'ratio') return RESULT;
  return frame.form === 'share' && metric?.row && !VAGUE.test(metric.row.id) ? RESULT : NONE;
}
