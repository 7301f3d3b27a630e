import type { Frame } from './frame.js';
import { classesOf } from './mask.js';
import { unitMetric } from './metric-by-unit.js';
import { farMetric, nearMetric, rightMetric, tiedMetric } from './metric-near.js';
import { metricAt, phraseMetric } from './metric-phrase.js';
import { sharpened, slotMetric } from './metric-slots.js';
import { subjectMetric } from './metric-subject.js';
import { type BoundMetric, isVague } from './metric-types.js';
import { nounPhraseUpTo } from './noun-phrase.js';
import type { Item } from './sentence-items.js';
import { shareMetric } from './share-of-things.js';

const REACH_THAT = 12;

/** The metric that a number's own words give it: those of its frame, else what stands beside it. */
export function bindMetric(
  items: readonly Item[],
  index: number,
  frame: Frame,
): BoundMetric | null {
  const share = shareMetric(items, index);
  if (share) return share;
  const said = slotMetric(items, index, frame);
  if (frame.wording?.metric) return sharpened(items, index, frame, said);
  if (frame.form === 'absolute') return levelMetric(items, index, frame, said);
  if (frame.form === 'share' || frame.rule === 'level.of-things') return said;
  // `6% in IoU and 4% in mIoU`: each of a list that says its own.
  // `cuts latency (1.7x) and memory usage (1.9x)`
  const own = frame.rule === 'step.parenthesis' && items[index - 1]?.text === '(';
  const labelled = own && frame.source !== null ? metricAt(items, index - 2, 'left') : null;
  if (labelled) return labelled;
  if (frame.source !== null)
    return tiedMetric(items, index) ?? said ?? ofFirst(items, index, frame);
  if (frame.rule === 'step.signed') return nearMetric(items, index) ?? said;
  const compared = comparedMetric(items, index, frame);
  if (compared && (!said || isVague(said))) return compared;
  // `by 5.1 mAP`, `12 Dice points`, `(76% CIDEr)`: right after a difference stands what it is of.
  const direct = items[index + 1]?.kind === 'metric' || frame.rule === 'step.parenthesis';
  return (direct ? rightMetric(items, index) : null) ?? said ?? subjectMetric(items, index, frame);
}

/** The metric beside a level, where the unit does not tell another: `real-time performance at 90 FPS` is a throughput, `12,400 tokens/s` no number of tokens. */
function levelMetric(
  items: readonly Item[],
  index: number,
  frame: Frame,
  said: BoundMetric | null,
): BoundMetric | null {
  const near = nearMetric(items, index) ?? said ?? levelSubject(items, index, frame);
  // Errors are in any unit, what should be high is not.
  const high = near?.row?.category === 'quality' && near.row.better === 'higher';
  const fits = !high && !(isRate(items, index) && near?.row && near.row.category !== 'speed');
  return fits || !isPhysical(items, index) ? near : (unitMetric(items, index, true) ?? near);
}

/** `search time is 51% and 94% lower`: the subject stands before the first number, its words behind the last. */
function ofFirst(items: readonly Item[], index: number, frame: Frame): BoundMetric | null {
  const later = frame.source !== null && frame.source > index;
  return later ? subjectMetric(items, index, { ...frame, from: index }) : null;
}

/**
 * What a comparison without an object of its own is of: the words before its parenthesis, as in `accuracy (1.7x
 * stronger than GPT-2)`, or what "that" stands for, as in `efficiency …, 1.2x higher than that of GPT-2`.
 */
function comparedMetric(items: readonly Item[], index: number, frame: Frame): BoundMetric | null {
  if (!/^step\.(?:more|less|better|worse)$/.test(frame.rule) || frame.source !== null) return null;
  if (items[frame.to]?.lower !== 'than') return null;
  if (items[index - 1]?.text === '(') return metricAt(items, index - 2, 'left');
  // `error rates 3-4x higher than those of BERT`
  const beside = metricAt(items, frame.from - 1, 'left') ?? countedBefore(items, frame.from);
  if (beside) return beside;
  if (!/^(?:that|those)$/.test(items[frame.to + 1]?.lower ?? '')) return null;
  for (let at = index - 1; at >= Math.max(0, index - REACH_THAT); at--) {
    const metric = metricAt(items, at, 'left');
    if (metric) return metric;
  }
  return null;
}

const PLURAL = /\p{L}{3,}[^\P{L}sui]s$/u;

/** `reaches thresholds three times lower than BERT`: things in the plural right before the comparison. */
function countedBefore(items: readonly Item[], end: number): BoundMetric | null {
  const last = items[end - 1];
  if (last?.kind !== 'word' || !PLURAL.test(last.lower) || classesOf(last.lower).length > 0)
    return null;
  const phrase = nounPhraseUpTo(items, end, Math.max(0, end - 4));
  return phrase && phraseMetric(items, phrase.from, phrase.to);
}

function isRate(items: readonly Item[], index: number): boolean {
  const item = items[index];
  return item?.kind === 'number' && item.number.unit?.dimension === 'rate';
}

function isPhysical(items: readonly Item[], index: number): boolean {
  const item = items[index];
  return (
    item?.kind === 'number' &&
    item.number.class === 'physical' &&
    item.number.unit?.dimension !== 'score'
  );
}

/** Whole numbers of no unit count things; a noun before them is no metric. */
function levelSubject(items: readonly Item[], index: number, frame: Frame): BoundMetric | null {
  const item = items[index];
  if (item?.kind !== 'number') return null;
  const { class: kind, decimals } = item.number;
  const measured = kind === 'percent' || (kind === 'plain' && decimals > 0);
  return measured ? subjectMetric(items, index, frame) : null;
}

/** What is left when neither the number's own words nor those of its list name a metric. */
export function bindDistantMetric(
  items: readonly Item[],
  index: number,
  frame: Frame,
): BoundMetric | null {
  const level = frame.form === 'absolute';
  const far = level ? farMetric(items, index) : null;
  const fits = far && (far.row?.category !== 'quality' || !isPhysical(items, index));
  return fits ? far : (unitMetric(items, index, level) ?? far);
}
