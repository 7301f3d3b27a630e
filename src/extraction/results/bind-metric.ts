import type { Frame } from './frame.js';
import { unitMetric } from './metric-by-unit.js';
import { farMetric, nearMetric } from './metric-near.js';
import { sharpened, slotMetric } from './metric-slots.js';
import type { BoundMetric } from './metric-types.js';
import type { Item } from './sentence-items.js';

/** The metric that a number's own words give it: those of its frame, else what stands beside it. */
export function bindMetric(
  items: readonly Item[],
  index: number,
  frame: Frame,
): BoundMetric | null {
  if (frame.form === 'absolute' && frame.rule.startsWith('level.') && !frame.wording?.metric) {
    return nearMetric(items, index) ?? slotMetric(items, index, frame);
  }
  const said = slotMetric(items, index, frame);
  if (frame.wording?.metric) return sharpened(items, index, frame, said);
  return said;
}

/** What is left when neither the number's own words nor those of its list name a metric. */
export function bindDistantMetric(
  items: readonly Item[],
  index: number,
  frame: Frame,
): BoundMetric | null {
  const level = frame.form === 'absolute';
  return (level ? farMetric(items, index) : null) ?? unitMetric(items, index, level);
}
