import type { Sentence } from '../text/sentences.js';
import type { NamePlace } from './sentence-items.js';

// `A Lite, B and the C`: a capital goes on with the name before it.
const JOINED = /^(?: \p{Lu}\p{Ll}{1,9})?[\s,/&]*(?:and|or)?\s*(?:the\s+)?$/u;
const MAX_GAP = 18;

/** The lists of data sets of a sentence, by name: `AIME24, AIME25, and HMMT25`. */
export function datasetRuns(
  text: string,
  sentence: Sentence,
  names: readonly NamePlace[],
): string[][] {
  const runs: string[][] = [];
  let end = -1;
  for (const { kind, name, start, end: stop } of names) {
    if (kind !== 'dataset' || start < sentence.start || stop > sentence.end) continue;
    const run = runs.at(-1);
    const joined =
      end >= 0 && start - end <= MAX_GAP && start > end && JOINED.test(text.slice(end, start));
    if (run && joined && !run.includes(name)) run.push(name);
    else runs.push([name]);
    end = stop;
  }
  return runs.filter(({ length }) => length > 1);
}
