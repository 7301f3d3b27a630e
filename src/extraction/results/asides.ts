import { isInterval } from './frame-levels.js';
import type { Item } from './sentence-items.js';
import type { NumberItem } from './verdict.js';

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
    return setsBound(metric?.lower ?? '', link.metric.metric.id);
  if (metric?.kind !== 'metric') return false;
  if (link?.lower !== 'at' || metric.metric.metric.category !== 'quality') return false;
  const next = items[index + 1];
  if (next?.kind === 'metric') return next.metric.metric.category === 'quality';
  return (
    next?.text === '(' && /^(?:of|is|to)$/.test(items[closingOf(items, index + 1) + 1]?.lower ?? '')
  );
}

/** `for IoU > 0.5`, `when error < 2%`; but `with latency < 10 ms` says how low it is. */
function setsBound(before: string, metric: string): boolean {
  return /^(?:at|when|where|if|for)$/.test(before) || (before === 'with' && metric === 'iou');
}

/** Index of the parenthesis that closes a short one; the opening one's where there is none. */
function closingOf(items: readonly Item[], open: number): number {
  const close = items.slice(open, open + 6).findIndex(({ text }) => text === ')');
  return close < 0 ? open : open + close;
}
