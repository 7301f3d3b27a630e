import { z } from 'zod';

/** Every row shows what it is for and what it must leave alone; a test runs both. */
const evidence = {
  examples: z.array(z.string()).min(1),
  not: z.array(z.string()).min(1),
};

export const unitRow = z.strictObject({
  id: z.string(),
  /** Short form, as the API gives it. */
  symbol: z.string(),
  /** Lower case unless `exact`. */
  aliases: z.array(z.string()).min(1),
  dimension: z.enum([
    'percent',
    'points',
    'factor',
    'time',
    'bytes',
    'compute',
    'rate',
    'energy',
    'power',
    'length',
    'angle',
    'physical',
    'money',
    'score',
    'bits',
    'parameters',
    'data',
    'steps',
    'people',
    'count',
  ]),
  base: z.enum(['bytes', 'seconds', 'FLOP', 'count', 'fraction']).nullable(),
  /** What one of it is in the base unit. */
  factor: z.number().nullable(),
  /** SI prefixes that may stand before an alias. */
  prefixes: z.string().optional(),
  /** The case counts: `m` is not `M`. */
  exact: z.boolean().optional(),
  /** Only without white space before it. */
  glued: z.boolean().optional(),
  /** Only with white space before it. */
  spaced: z.boolean().optional(),
  /** Only where one of these words follows. */
  before: z.array(z.string()).optional(),
  ...evidence,
});
export type UnitRow = z.infer<typeof unitRow>;

export const metricRow = z.strictObject({
  id: z.string(),
  name: z.string(),
  aliases: z.array(z.string()),
  category: z.enum(['quality', 'speed', 'memory', 'compute', 'size', 'data', 'other']),
  /** Which way is better; null where neither is. */
  better: z.enum(['higher', 'lower']).nullable(),
  /** `fraction`: 0.85 and 85 % are one; `percent`: 0 to 100; `absolute`: as it stands. */
  scale: z.enum(['fraction', 'percent', 'absolute']),
  /** A noun that is a metric only with a word before it that says of what: "pass rate". */
  head: z.boolean().optional(),
  ...evidence,
});
export type MetricRow = z.infer<typeof metricRow>;

export const numberWordRow = z.strictObject({
  id: z.string(),
  surface: z.string(),
  value: z.number(),
  kind: z.enum(['cardinal', 'factor', 'share']),
  /** The word is a verb, and which way it moves its object: `doubles` up, `halves` down. */
  verb: z.enum(['up', 'down']).optional(),
  /** Only where one of these words follows: `double the cost`, no `double auction`. */
  before: z.array(z.string()).optional(),
  ...evidence,
});
export type NumberWordRow = z.infer<typeof numberWordRow>;

export const boundRow = z.strictObject({
  id: z.string(),
  surface: z.string(),
  /** `exact` for words that belong to the number and say nothing of its bound: "an average of". */
  bound: z.enum(['up_to', 'at_least', 'approx', 'exact']),
  position: z.enum(['before', 'after']),
  /** Id of the unit that the words give a plain number: "a factor of". */
  unit: z.string().optional(),
  ...evidence,
});
export type BoundRow = z.infer<typeof boundRow>;

export const wordClassRow = z.strictObject({
  /** The tag that a wording asks for: `#Raise`. */
  id: z.string(),
  words: z.array(z.string()).min(1),
  note: z.string(),
});
export type WordClassRow = z.infer<typeof wordClassRow>;

/** What a cue of `results/confidence.ts` adds to the log odds that a reading is right as a whole. */
export const confidenceRow = z.strictObject({ id: z.string(), weight: z.number() });

/** A list of words that the reading of numbers asks for by its id. */
export const wordListRow = z.strictObject({
  id: z.string(),
  words: z.array(z.string()).min(1),
  note: z.string(),
});

export const wordingRow = z.strictObject({
  id: z.string(),
  /** Match syntax of compromise, over masked text: see `extraction/README.md` for the tags. */
  match: z.string(),
  /** `step` is a ratio for a factor and a change for any other number. */
  form: z.enum(['step', 'absolute', 'share']),
  direction: z.enum(['up', 'down']).nullable(),
  /** How the words present it; null where the metric's own direction decides. */
  sense: z.enum(['gain', 'loss']).nullable(),
  /** The metric that the wording itself says; null where it is named elsewhere. */
  metric: z.string().nullable(),
  /**
   * Where the metric's name stands, first choice first: between the words and the number (known metrics only in
   * `known-between`), in the noun phrase that the wording's first word closes (`head`), after it, in a phrase with
   * "in" behind it, or anywhere before it in the clause.
   */
  slot: z.array(z.enum(['between', 'known-between', 'head', 'after', 'in', 'before'])),
  /** The higher one wins where two wordings claim one number. */
  priority: z.number(),
  reason: z.string(),
  ...evidence,
});
export type WordingRow = z.infer<typeof wordingRow>;
