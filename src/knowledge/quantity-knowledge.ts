import { readRows } from './read-rows.js';
import { boundRow, metricRow, numberWordRow, unitRow, wordClassRow, wordingRow } from './rows.js';

/** What the reading of numbers knows: units, number words, bounds and metrics. */
export const UNITS = readRows('units.json', unitRow);
export const NUMBER_WORDS = readRows('number-words.json', numberWordRow);
export const BOUNDS = readRows('bounds.json', boundRow);
export const METRICS = readRows('metrics.json', metricRow);

/** Words that multiply the number before them; the short ones only where they are glued to it. */
export const MULTIPLIERS: Readonly<Record<string, number>> = Object.freeze({
  hundred: 1e2,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  K: 1e3,
  k: 1e3,
  M: 1e6,
  B: 1e9,
  T: 1e12,
});

/** Claim wordings, and the classes of words that they ask for. */
export const WORD_CLASSES = readRows('word-classes.json', wordClassRow);
export const WORDINGS = readRows('wordings.json', wordingRow);
