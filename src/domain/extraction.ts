import type { DatasetMention, Link, Mention, MethodMention, TaskMention } from './mention.js';
import type { Quantity, ReportedNumber } from './reported-number.js';

/** What extraction reads off one document, all as written. */
export interface Findings {
  readonly datasets: readonly DatasetMention[];
  readonly methods: readonly MethodMention[];
  readonly tasks: readonly TaskMention[];
  readonly results: readonly ReportedNumber[];
  readonly quantities: readonly Quantity[];
  readonly links: readonly Link[];
}

/** A canonical name: the slug is a pure function of the folded name. */
export interface Canonical {
  readonly slug: string;
  readonly name: string;
}

export type BaseUnit = 'bytes' | 'seconds' | 'FLOP' | 'count' | 'fraction';
/** What a percentage on a quality score means; null where the question does not arise. */
export type GainKind = 'points' | 'relative' | 'ambiguous';
/** Whether a stated difference agrees with the stated levels. */
export type Check = 'consistent' | 'inconsistent' | 'unchecked';

/** What is computed from a reported number; null wherever it cannot be. */
export interface NormalisedValues {
  readonly baseValue: number | null;
  readonly baseHigh: number | null;
  readonly baseUnit: BaseUnit | null;
  /** On the metric's own scale, so that 0.85 and 85 % are one; null for all but levels. */
  readonly comparableValue: number | null;
  /** More than 1 is better; null for qualities and for reductions of 100 % or more. */
  readonly gainFactor: number | null;
  readonly gainHigh: number | null;
  readonly gainKind: GainKind | null;
  readonly check: Check;
  readonly canonical: {
    readonly metric: Canonical | null;
    readonly dataset: Canonical | null;
    readonly task: Canonical | null;
    readonly subject: Canonical | null;
    readonly baseline: Canonical | null;
  };
}

export interface Result extends ReportedNumber, NormalisedValues {}

/** A mention with the canonical thing that it names. */
export type Named<M extends Mention<string>> = M & { readonly canonical: Canonical };

/** Everything read from one paper by one version of the rules. */
export interface Extraction {
  /** Version of the rules: the same version and text give the same bytes. */
  readonly extractorVersion: string;
  readonly datasets: readonly Named<DatasetMention>[];
  readonly methods: readonly Named<MethodMention>[];
  readonly tasks: readonly Named<TaskMention>[];
  readonly results: readonly Result[];
  readonly quantities: readonly Quantity[];
  readonly links: readonly Link[];
}
