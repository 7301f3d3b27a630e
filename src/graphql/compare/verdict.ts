/** What decides whether two numbers can be compared; names are slugs, null where the text gives none. */
export interface Comparable {
  readonly form: string;
  readonly metric: string | null;
  readonly dataset: string | null;
  readonly setting: string | null;
  readonly baseline: string | null;
  /** On the scale of the metric; null for all but levels of known metrics. */
  readonly level: number | null;
  readonly levelUnit: string;
  readonly gainFactor: number | null;
}

export type Verdict = 'COMPARABLE' | 'UNKNOWN' | 'NOT_COMPARABLE';
export type Reason =
  | 'SAME_MEASURE'
  | 'SAME_GAIN'
  | 'OTHER_METRIC'
  | 'NO_METRIC'
  | 'OTHER_DATASET'
  | 'NO_DATASET'
  | 'CHANGE_AGAINST_LEVEL'
  | 'OTHER_FORM'
  | 'OTHER_SETTING'
  | 'SETTING_UNSTATED'
  | 'OTHER_UNIT'
  | 'NO_SCALE'
  | 'OTHER_BASELINE'
  | 'NO_BASELINE'
  | 'NOT_REPORTED';

export interface Judgement {
  readonly verdict: Verdict;
  readonly reason: Reason;
}

const judgement = (verdict: Verdict, reason: Reason): Judgement => ({ verdict, reason });

/**
 * Whether two numbers can be compared, and the first thing that stands against it: metric, data set, form,
 * setting, then unit or baseline. What a text leaves out makes it unknown, what differs makes it impossible.
 */
export function judge(a: Comparable, b: Comparable): Judgement {
  return (
    sameName(a.metric, b.metric, 'OTHER_METRIC', 'NO_METRIC') ??
    sameName(a.dataset, b.dataset, 'OTHER_DATASET', 'NO_DATASET') ??
    sameForm(a, b) ??
    sameSetting(a, b) ??
    (isLevel(a) ? judgeLevels(a, b) : judgeGains(a, b))
  );
}

const isLevel = ({ form }: Comparable): boolean => form === 'absolute';

function sameName(
  a: string | null,
  b: string | null,
  other: Reason,
  missing: Reason,
): Judgement | null {
  if (a === null || b === null) return judgement('UNKNOWN', missing);
  return a === b ? null : judgement('NOT_COMPARABLE', other);
}

function sameForm(a: Comparable, b: Comparable): Judgement | null {
  if (isLevel(a) !== isLevel(b)) return judgement('NOT_COMPARABLE', 'CHANGE_AGAINST_LEVEL');
  const onOneScale = a.gainFactor !== null && b.gainFactor !== null;
  return a.form === b.form || onOneScale ? null : judgement('NOT_COMPARABLE', 'OTHER_FORM');
}

function sameSetting(a: Comparable, b: Comparable): Judgement | null {
  if (a.setting === b.setting) return null;
  return a.setting === null || b.setting === null
    ? judgement('UNKNOWN', 'SETTING_UNSTATED')
    : judgement('NOT_COMPARABLE', 'OTHER_SETTING');
}

function judgeLevels(a: Comparable, b: Comparable): Judgement {
  if (a.level === null || b.level === null) return judgement('UNKNOWN', 'NO_SCALE');
  return a.levelUnit === b.levelUnit
    ? judgement('COMPARABLE', 'SAME_MEASURE')
    : judgement('NOT_COMPARABLE', 'OTHER_UNIT');
}

/** Gains say how much better than something: only over the same thing do they tell which is better. */
function judgeGains(a: Comparable, b: Comparable): Judgement {
  const baseline = sameName(a.baseline, b.baseline, 'OTHER_BASELINE', 'NO_BASELINE');
  if (baseline) return baseline;
  return a.gainFactor !== null && b.gainFactor !== null
    ? judgement('COMPARABLE', 'SAME_GAIN')
    : judgement('UNKNOWN', 'NO_SCALE');
}

/** One sentence for each reason. */
export const EXPLANATIONS: Readonly<Record<Reason, string>> = {
  SAME_MEASURE: 'Levels of the same metric on the same data set, setting and unit.',
  SAME_GAIN: 'Gains in the same metric on the same data set over the same baseline.',
  OTHER_METRIC: 'They are on different metrics.',
  NO_METRIC: 'At least one names no metric.',
  OTHER_DATASET: 'They are on different data sets.',
  NO_DATASET: 'At least one names no data set.',
  CHANGE_AGAINST_LEVEL: 'One is a level, the other a change or a ratio.',
  OTHER_FORM: 'One is a change and the other a ratio, and they have no common scale.',
  OTHER_SETTING: 'They are in different settings.',
  SETTING_UNSTATED: 'One states its setting and the other does not.',
  OTHER_UNIT: 'They are in units that cannot be brought to one.',
  NO_SCALE: 'At least one has no value on a common scale.',
  OTHER_BASELINE: 'They are gains over different baselines.',
  NO_BASELINE: 'At least one does not say what it is a gain over.',
  NOT_REPORTED: 'At least one reports nothing here.',
};
