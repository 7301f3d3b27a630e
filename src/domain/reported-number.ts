import type { Span } from './document.js';

/** `absolute` a level, `change` a difference, `ratio` a factor, `share` a level as part of a reference's. */
export type Form = 'absolute' | 'change' | 'ratio' | 'share';
export type Direction = 'up' | 'down';
export type Bound = 'exact' | 'up_to' | 'at_least' | 'approx';
export type Category = 'quality' | 'speed' | 'memory' | 'compute' | 'size' | 'data' | 'other';

/** A number that says how good, fast, small, cheap or frequent something is or became, as written. */
export interface ReportedNumber {
  /** The characters it was read from, exactly as in the original text: shortest that a reader understands. */
  readonly quote: string;
  readonly span: Span;
  /** Scaled out of words (`threefold` 3, `1.9 million` 1900000); the low end of a range. */
  readonly value: number;
  /** The upper end of a range; null where there is none. */
  readonly high: number | null;
  /** `%`, `points`, `x`, `` (plain score), or a physical or counting unit in short form (`GB`, `h`, `tokens`). */
  readonly unit: string;
  readonly form: Form;
  /** Which way the quantity named in `metric` moves; null unless a change or a ratio. */
  readonly direction: Direction | null;
  /** True for a gain, false for a loss or cost, null where neither is said. */
  readonly better: boolean | null;
  readonly bound: Bound;
  /** As an index would use it: lower case unless an acronym; null where none is named. */
  readonly metric: string | null;
  readonly category: Category;
  /** Names as in the text; null where none is bound to the number. */
  readonly dataset: string | null;
  readonly task: string | null;
  readonly subject: string | null;
  readonly baseline: string | null;
  /** Split, k, shots, steps, resolution, bits or variant as written; null where none is stated. */
  readonly setting: string | null;
  /** Id of the rule that read it. */
  readonly rule: string;
  /** One line: why it was read so. */
  readonly reason: string;
  /** 0 to 1: the measured share of such readings that are right as whole tuples. */
  readonly confidence: number;
}

export type QuantityKind =
  | 'parameters'
  | 'dataset size'
  | 'training data'
  | 'hardware'
  | 'duration'
  | 'count'
  | 'sequence length'
  | 'bits'
  | 'other';

/** Any other number that measures or counts something. */
export interface Quantity {
  readonly quote: string;
  readonly span: Span;
  readonly value: number;
  readonly unit: string;
  readonly what: QuantityKind;
  readonly rule: string;
}
