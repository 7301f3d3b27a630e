import type { Direction } from '../../domain/index.js';
import type { Claim } from './claim.js';

const LOWER_IS_BETTER =
  /\b(?:error|errors|cost|costs|time|latency|memory|loss|losses|consumption|overhead|usage|effort|parameters|computation|bias|toxicity|negative|failure|failures|violations|gap|risk|noise|redundancy|hallucination|hallucinations|forgetting|delay|emissions|length|false|attack|attacks|leakage|degradation|distance|perplexity|variance|uncertainty|size|storage|energy|power|complexity|regret|tokens|data|steps|FLOPs|drop|rejection|collisions|refusal)\b/i;

/** Whether the paper presents the number as a gain; null where it says neither. */
export function isBetter(claim: Claim, subjectIsOwn: boolean): boolean | null {
  const { frame, metric } = claim;
  if (frame.form === 'absolute') {
    if (frame.rule === 'level.from') return null;
    if (frame.sense) return frame.sense === 'gain';
    return subjectIsOwn ? true : null;
  }
  if (frame.form === 'share') return true;
  if (frame.sense === 'loss' && (metric?.row?.better ?? 'higher') !== 'lower') return false;
  return metric?.row?.better
    ? agrees(frame.direction, metric.row.better)
    : frame.sense === 'gain'
      ? true
      : byWords(frame.direction, metric?.name ?? '');
}

function agrees(direction: Direction | null, better: 'higher' | 'lower'): boolean {
  return (direction === 'up') === (better === 'higher');
}

function byWords(direction: Direction | null, metric: string): boolean {
  if (direction === 'up') return !LOWER_IS_BETTER.test(metric);
  return metric === '' || LOWER_IS_BETTER.test(metric) || direction === 'down';
}
