import { readRows } from './read-rows.js';
import {
  boundRow,
  confidenceRow,
  metricRow,
  numberWordRow,
  unitRow,
  wordClassRow,
  wordingRow,
  wordListRow,
} from './rows.js';

/** What the reading of numbers knows: units, number words, bounds and metrics. */
export const UNITS = readRows('units.json', unitRow);
export const NUMBER_WORDS = readRows('number-words.json', numberWordRow);
export const BOUNDS = readRows('bounds.json', boundRow);
export const METRICS = readRows('metrics.json', metricRow);

/** Words that multiply the number before them; the short ones only where they are glued to it. */
export const MULTIPLIERS: ReadonlyMap<string, number> = new Map([
  ['hundred', 1e2],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
  ['K', 1e3],
  ['k', 1e3],
  ['M', 1e6],
  ['B', 1e9],
  ['T', 1e12],
]);

/** Claim wordings, and the classes of words that they ask for. */
export const WORD_CLASSES = readRows('word-classes.json', wordClassRow);
export const WORDINGS = readRows('wordings.json', wordingRow);

/** By the id of a cue. */
export const CONFIDENCE_WEIGHTS: ReadonlyMap<string, number> = new Map(
  readRows('confidence.json', confidenceRow).map(({ id, weight }) => [id, weight]),
);

const WORD_LISTS = new Map(
  readRows('word-lists.json', wordListRow).map((row) => [row.id, new Set(row.words)]),
);

/**
 * The words of a list.
 *
 * @throws Error when no list has the id
 */
export function wordsOf(id: string): ReadonlySet<string> {
  const words = WORD_LISTS.get(id);
  if (!words) throw new Error(`knowledge/word-lists.json has no list ${id}`);
  return words;
}
