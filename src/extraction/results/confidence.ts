import type { MethodRole } from '../../domain/index.js';
import { CONFIDENCE_WEIGHTS } from '../../knowledge/quantity-knowledge.js';
import type { KnownMethods } from './bind-subject.js';
import type { Claim } from './claim.js';

const FRAMES: readonly [RegExp, string][] = [
  [/^step\.signed$/, 'signed'],
  [/^step\.parenthesis$/, 'parenthesis'],
  [/^step\.(?:more|less|below|above)$/, 'comparative'],
  [/^level\.(?:from|to|versus)$/, 'pair'],
];
const FLOOR = 0.02;
const CEILING = 0.98;

/**
 * How probable it is that a reading is right as a whole (value, form, metric, data set and subject), 0.02 to 0.98:
 * logistic regression on the ways in which its parts were bound. Calibrated on abstracts, so that of the results
 * at 0.7 about seven in ten are right; the weights are those of a fit on 622 annotated ones.
 */
export function confidenceOf(claim: Claim, methods: KnownMethods): number {
  let logOdds = weightOf('base');
  for (const cue of cuesOf(claim, methods)) logOdds += weightOf(cue);
  const probability = 1 / (1 + Math.exp(-logOdds));
  return Math.round(Math.min(CEILING, Math.max(FLOOR, probability)) * 100) / 100;
}

/** A cue too rare to be measured says nothing. */
function weightOf(cue: string): number {
  return CONFIDENCE_WEIGHTS.get(cue) ?? 0;
}

/** What confidence is judged by; the ids of `knowledge/confidence.json`. */
function cuesOf(claim: Claim, methods: KnownMethods): readonly string[] {
  return [metricCue(claim), datasetCue(claim), subjectCue(claim, methods), frameCue(claim)];
}

function metricCue({ metric }: Claim): string {
  return `metric.${metric?.way ?? 'none'}`;
}

/** Speed, memory and the like are seldom of a data set, differences seldom of one that is not said beside them. */
function datasetCue({ dataset, metric, frame }: Claim): string {
  if (dataset) return `dataset.${dataset.way}`;
  if (metric?.row && metric.row.category !== 'quality') return 'dataset.none.cost';
  return frame.form === 'absolute' ? 'dataset.none.level' : 'dataset.none.change';
}

function subjectCue({ subject }: Claim, { roles, main }: KnownMethods): string {
  if (!subject) return main ? 'subject.none.main' : 'subject.none';
  const role: MethodRole | 'phrase' = roles.get(subject.name) ?? 'phrase';
  return `subject.${subject.way}.${role}`;
}

function frameCue({ frame }: Claim): string {
  const named = FRAMES.find(([rule]) => rule.test(frame.rule))?.[1];
  if (named) return `frame.${named}`;
  if (frame.form === 'share') return 'frame.share';
  return frame.form === 'absolute' ? 'frame.level' : 'frame.step';
}
