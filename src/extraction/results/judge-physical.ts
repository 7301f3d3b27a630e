import { wordsOf } from '../../knowledge/quantity-knowledge.js';
import type { Frame } from './frame.js';
import type { BoundMetric } from './metric-types.js';
import { isTold, type Near, type NumberItem, quantity, RESULT, type Verdict } from './verdict.js';

const RECORDED = wordsOf('RecordedThing');
const DURATION_VERB = wordsOf('DurationVerb');
const HARDWARE = wordsOf('Hardware');
const PER = /^(?:per|\/|for|each|to|of training|inference|latency)$/;
const COSTS = new Set(['speed', 'compute']);

/** Numbers with a physical or counting unit: results where they say what something takes, else quantities. */
export function judgePhysical(
  item: NumberItem,
  frame: Frame,
  metric: BoundMetric | null,
  near: Near,
): Verdict {
  const { unit, stressed, value } = item.number;
  const told = isTold(frame) || stressed;
  switch (unit?.dimension) {
    case 'time':
      return told ? RESULT : time(item, metric, near);
    case 'bytes':
      if (isOneDevice(item, near)) return quantity('hardware');
      return stressed ? RESULT : bytes(near);
    case 'compute':
    case 'energy':
    case 'power':
    case 'score':
      return RESULT;
    case 'money':
      return told || isPriced(item, metric, near) ? RESULT : quantity('other');
    case 'rate':
      return unit.id === 'hertz' && !told ? quantity('other') : RESULT;
    case 'length':
    case 'angle': {
      const measured = metric?.row?.category === 'quality' && metric.way !== 'before';
      return told || measured ? RESULT : quantity('other');
    }
    case 'parameters':
      return told && !isCountOf(frame) ? RESULT : quantity('parameters');
    case 'steps':
      return told && !isCountOf(frame) ? RESULT : quantity('count');
    case 'data':
    case 'count': {
      if (told && !isCountOf(frame)) return RESULT;
      if (unit.id === 'token') return quantity('training data');
      return quantity(value >= 1000 ? 'dataset size' : 'count');
    }
    case 'people':
      return quantity('count');
    case 'bits':
      return quantity('bits');
    default:
      return told && frame.form !== 'absolute' ? RESULT : quantity('other');
  }
}

/** `amplifies 8B tokens`: what a verb is done to, not by how much something changed. */
function isCountOf(frame: Frame): boolean {
  return (
    frame.rule === 'step.raises' || frame.rule === 'step.cuts' || frame.rule === 'step.cut-bare'
  );
}

/** A metric of speed or compute that words tell, and not the number's unit alone. */
const isOfCost = (metric: BoundMetric | null): boolean =>
  COSTS.has(metric?.row?.category ?? '') && metric?.way !== 'unit';

function time(item: NumberItem, metric: BoundMetric | null, near: Near): Verdict {
  const [first = '', second = '', third = ''] = near.after;
  if (/^(?:of|long)$/.test(first) && (RECORDED.has(second) || RECORDED.has(third)))
    return quantity('dataset size');
  if (/^(?:year|month|week)$/.test(item.number.unit?.id ?? '')) return quantity('duration');
  if (isOfCost(metric)) return RESULT;
  // `an MAE of 0.81 days`
  if (metric?.row?.category === 'quality' && /^(?:left|adjacent)$/.test(metric.way)) return RESULT;
  if (PER.test(first) || (first === 'on' && /^(?:a|an|one|single)$/.test(second))) return RESULT;
  const spent = near.before.slice(0, 3).some((word) => DURATION_VERB.has(word));
  return spent || item.number.bound === 'up_to' ? RESULT : quantity('duration');
}

/** Money that something takes: a cost, so much a piece or at most; sums of money say nothing. */
function isPriced({ number }: NumberItem, metric: BoundMetric | null, near: Near): boolean {
  if (isOfCost(metric)) return true;
  const costs = near.before.slice(0, 3).some((word) => /^cost(?:s|ing)?$/.test(word));
  return costs || PER.test(near.after[0] ?? '') || number.bound === 'up_to';
}

/** `on a single 80GB A100`: what is said to be one has so much memory, and needs less. */
const isOneDevice = ({ lower }: NumberItem, { before }: Near): boolean =>
  /^single\b/.test(lower) || before[0] === 'one' || before[0] === 'single';

function bytes(near: Near): Verdict {
  const [first = ''] = near.after;
  if (HARDWARE.has(first) || first === 'nvidia') return quantity('hardware');
  // `6 GB on video benchmarks`: what stands behind a preposition is not measured in bytes.
  const elsewhere = /^(?:on|for|in|during|with|per|when)$/.test(first);
  const recorded = !elsewhere && near.after.slice(0, 4).some((word) => RECORDED.has(word));
  return recorded || /^(?:corpus|dataset|meta|metadata|of raw)$/.test(first)
    ? quantity('dataset size')
    : RESULT;
}
