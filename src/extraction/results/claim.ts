import type { BoundBaseline } from './bind-baseline.js';
import type { BoundDataset } from './bind-dataset.js';
import type { KnownMethods } from './bind-subject.js';
import type { BoundSubject } from './bound-subject.js';
import type { Frame } from './frame.js';
import type { NumberList } from './lists.js';
import type { BoundMetric } from './metric-types.js';
import type { Verdict } from './verdict.js';

/** A number of a sentence with all that was bound to it; still in items, not yet in words. */
export interface Claim {
  readonly index: number;
  readonly frame: Frame;
  readonly verdict: Verdict;
  metric: BoundMetric | null;
  dataset: BoundDataset | null;
  subject: BoundSubject | null;
  baseline: BoundBaseline | null;
  readonly list: NumberList;
}

/** What the paper as a whole says, which single sentences fall back on. */
export interface PaperContext {
  readonly methods: KnownMethods;
  /** The one data set that the paper evaluates on; null where there are several or none. */
  readonly onlyDataset: string | null;
  /** The data set that the paper is about, where it proposes nothing else; null elsewhere. */
  readonly ownBenchmark: string | null;
  /** The data sets that the paper evaluates on or introduces. */
  readonly resultDatasets: ReadonlySet<string>;
}

/** What the sentence before leaves for the next one. */
export interface Carried {
  readonly claims: readonly Claim[];
  /** Its lists of data sets, by name. */
  readonly datasetRuns: readonly (readonly string[])[];
  /** The one data set that it names, where it ends in a semicolon and so goes on; null elsewhere. */
  readonly openDataset: string | null;
  /** The one data set of results that it or the last sentence with data sets names; null where that names several. */
  readonly lastDataset: string | null;
}
