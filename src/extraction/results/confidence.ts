import type { Claim } from './claim.js';

const METRIC_TRUST: Readonly<Record<string, number>> = {
  adjacent: 0.2,
  slot: 0.2,
  wording: 0.15,
  left: 0.12,
  right: 0.12,
  unit: 0.1,
  list: 0.1,
  acronym: 0.12,
  phrase: 0,
  sentence: 0,
  before: -0.05,
};

/** How sure a reading is: a sum over what was tied to the number by words, 0.05 to 0.98. */
export function confidenceOf(claim: Claim, hasDataset: boolean): number {
  let sum = 0.55;
  sum += claim.metric ? (METRIC_TRUST[claim.metric.way] ?? 0) : -0.15;
  if (claim.metric?.row) sum += 0.08;
  if (hasDataset && claim.dataset?.way === 'right') sum += 0.06;
  if (claim.subject && claim.subject.way !== 'own') sum += 0.06;
  if (claim.frame.wording) sum += 0.04;
  return Math.round(Math.min(0.98, Math.max(0.05, sum)) * 100) / 100;
}
