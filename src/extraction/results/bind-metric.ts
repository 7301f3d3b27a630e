import type { Frame } from './frame.js';
import { unitMetric } from './metric-by-unit.js';
import { farMetric, nearMetric, rightMetric } from './metric-near.js';
import { sharpened, slotMetric } from './metric-slots.js';
import type { BoundMetric } from './metric-types.js';
import type { Item } from './sentence-items.js';

/** The metric that a number's own words give it: those of its frame, else what stands beside it. */
export function bindMetric(
  items: readonly Item[],
  index: number,
  frame: Frame,
): BoundMetric | null {
  const said = slotMetric(items, index, frame);
  if (frame.wording?.metric) return sharpened(items, index, frame, said);
  if (frame.form === 'absolute') return nearMetric(items, index) ?? said;
  if (frame.form === 'share' || frame.source !== null) return said;
  if (frame.rule === 'step.signed') return nearMetric(items, index) ?? said;
  // `by 5.1 mAP`, `12 Dice points`, `(76% CIDEr)`: right after a difference stands what it is of.
  const direct = items[index + 1]?.kind === 'metric' || frame.rule === 'step.parenthesis';
  return (direct ? rightMetric(items, index) : null) ?? said;
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
