import type { MethodRole } from '../../domain/index.js';
import type { Claim } from './claim.js';

// How often each way is right, measured on annotated abstracts and rounded.
const METRIC: Readonly<Record<string, number>> = {
  wording: 0.97,
  slot: 0.93,
  adjacent: 0.92,
  left: 0.92,
  list: 0.92,
  acronym: 0.88,
  right: 0.88,
  unit: 0.65,
  sentence: 0.65,
  phrase: 0.5,
  before: 0.35,
};
const NO_METRIC = 0.4;
const DATASET: Readonly<Record<string, number>> = {
  right: 0.98,
  parenthesis: 0.95,
  sentence: 0.9,
  left: 0.8,
  paper: 0.65,
};
const SUBJECT: Readonly<Record<string, number>> = {
  clause: 0.85,
  parenthesis: 0.9,
  beside: 0.85,
  reference: 0.85,
  own: 0.85,
  phrase: 0.65,
};
const OWN_IN_CLAUSE = 0.97;
const NO_SUBJECT = 0.55;
/** Frames that are often another thing: a sign may be a level's, a percentage of something no share. */
const FRAME: readonly [RegExp, number][] = [
  [/^step\.signed$/, 0.6],
  [/^share\./, 0.75],
  [/^step\.(?:more|less|parenthesis|below|above)$/, 0.8],
  [/^level\.(?:from|to|versus)$/, 0.85],
];

const STRETCH = 1.5;
const ODDS = 0.8;

/**
 * How sure a reading is as a whole, 0.05 to 0.98: the product of how often such a metric, data set, subject and
 * frame are right, stretched to the measured share, since the parts go wrong together.
 */
export function confidenceOf(claim: Claim, roles: ReadonlyMap<string, MethodRole>): number {
  const frame = FRAME.find(([rule]) => rule.test(claim.frame.rule))?.[1] ?? 1;
  const product = metricTrust(claim) * datasetTrust(claim) * subjectTrust(claim, roles) * frame;
  const right = product ** STRETCH;
  const share = right / (right + ODDS * (1 - product) ** STRETCH);
  return Math.round(Math.min(0.98, Math.max(0.05, share)) * 100) / 100;
}

function metricTrust({ metric }: Claim): number {
  return metric ? (METRIC[metric.way] ?? NO_METRIC) : NO_METRIC;
}

/** Speed, memory and the like are seldom of a data set, differences seldom of one that is not said beside them. */
function datasetTrust({ dataset, metric, frame }: Claim): number {
  if (dataset) return DATASET[dataset.way] ?? NO_METRIC;
  const quality = !metric?.row || metric.row.category === 'quality';
  if (!quality) return 0.97;
  return frame.form === 'absolute' ? 0.75 : 0.95;
}

function subjectTrust({ subject }: Claim, roles: ReadonlyMap<string, MethodRole>): number {
  if (!subject) return NO_SUBJECT;
  const own = subject.way === 'clause' && roles.get(subject.name) === 'proposed';
  return own ? OWN_IN_CLAUSE : (SUBJECT[subject.way] ?? NO_SUBJECT);
}
