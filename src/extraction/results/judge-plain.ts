import { wordsOf } from '../../knowledge/quantity-knowledge.js';
import type { Frame } from './frame.js';
import { isConditional } from './judge-relative.js';
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

const SETTING_BEFORE = wordsOf('SettingBefore');
const MODEL_NOUN = wordsOf('ModelNoun');
const COUNT_END = wordsOf('CountEnd');
const HARDWARE = wordsOf('Hardware');
const REPORTING = wordsOf('ReportingVerb');
const TIED = new Set(['adjacent', 'left', 'slot', 'right', 'list', 'unit', 'acronym']);

/** Numbers without a unit: scores where a metric or a verb of reporting is tied to them, else counts and settings. */
export function judgePlain(
  items: readonly Item[],
  index: number,
  frame: Frame,
  metric: BoundMetric | null,
  near: Near,
): Verdict {
  const { number } = items[index] as NumberItem;
  const next = items[index + 1];
  const changed = frame.form !== 'absolute';
  const tied = isTied(metric);
  if (number.inWords) return quantity('count');
  if (isConditional(items, index) && metric?.way !== 'adjacent') return NONE;
  if (
    isSetting(near) &&
    !isTitled(items, index) &&
    metric?.way !== 'adjacent' &&
    !(tied && isClose(metric, index))
  )
    return NONE;
  if (number.scaled) return scaled(number.value, next, near);
  if (number.decimals > 0) {
    if (changed || tied || isTitled(items, index) || isTold(frame) || frame.rule !== 'level.plain')
      return RESULT;
    return reports(items, index) ? RESULT : NONE;
  }
  if (tied && (changed || isClose(metric, index)) && !countsNoun(next)) return RESULT;
  const counted = next && next.kind !== 'mark' && next.kind !== 'number';
  return counted ? count(number.value, near) : NONE;
}

function isTied(metric: BoundMetric | null): metric is BoundMetric {
  if (metric === null || !TIED.has(metric.way)) return false;
  if (metric.row?.id === 'throughput') return true;
  return metric.row
    ? /^(?:quality|other)$/.test(metric.row.category)
    : metric.way === 'acronym' || metric.way === 'list';
}

const LINK = /^(?:of|=|is|at|:|to)$/;

/** `a learning rate of 0.01`, `IoU = 0.5`: a setting stands before the number. */
function isSetting(near: Near): boolean {
  const [first = '', second = ''] = near.before;
  return SETTING_BEFORE.has(first) || (LINK.test(first) && SETTING_BEFORE.has(second));
}

/** `a Step Efficiency Ratio of 0.91`: a name in capitals measures, though its last word might set something. */
function isTitled(items: readonly Item[], index: number): boolean {
  if (!LINK.test(items[index - 1]?.lower ?? '')) return false;
  // `a Learning Rate of 0.01`
  if (/^(?:learning|decay|dropout)$/.test(items[index - 3]?.lower ?? '')) return false;
  return [index - 2, index - 3].every((at) => /^\p{Lu}\p{Ll}{2}/u.test(items[at]?.text ?? ''));
}

const CLOSE = 3;

function isClose(metric: BoundMetric | null, index: number): boolean {
  if (metric === null) return false;
  if (metric.way === 'list' || metric.way === 'unit') return true;
  return metric.from > index ? metric.from - index <= CLOSE : index - metric.to <= CLOSE;
}

function countsNoun(next: Item | undefined): boolean {
  return next?.kind === 'word' && !COUNT_END.has(next.lower);
}

function scaled(value: number, next: Item | undefined, near: Near): Verdict {
  if (next?.text === '-' || MODEL_NOUN.has(next?.lower ?? '')) return quantity('parameters');
  if (near.after.some((word) => /^(?:context|tokens?|length)$/.test(word)))
    return quantity('sequence length');
  if (next?.kind !== 'word') return value >= 1e8 ? quantity('parameters') : NONE;
  return quantity('dataset size');
}

function count(value: number, near: Near): Verdict {
  if (near.after.slice(0, 3).some((word) => HARDWARE.has(word))) return quantity('hardware');
  return quantity(value >= 1000 ? 'dataset size' : 'count');
}

const REACH_BACK = 12;
const REACH_ON = 6;

/** A plain decimal of no metric is a score where a verb of reporting and a data set or metric stand beside it. */
function reports(items: readonly Item[], index: number): boolean {
  let thing = false;
  let verb = false;
  const end = Math.min(items.length, index + REACH_ON);
  for (let at = Math.max(0, index - REACH_BACK); at < end; at++) {
    const item = items[at] as Item;
    const quality = item.kind === 'metric' && item.metric.metric.category === 'quality';
    if (item.kind === 'dataset' || quality) thing = true;
    if (item.kind === 'word' && REPORTING.has(item.lower)) verb = true;
  }
  const named = items[index - 1]?.text === '(' ? items[index - 2]?.kind : null;
  const previous = items[index - 1]?.lower ?? '';
  const reached = previous !== 'with' && REPORTING.has(previous);
  return (thing && verb) || reached || named === 'method' || named === 'dataset';
}
