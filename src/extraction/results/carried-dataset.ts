import { wordsOf } from '../../knowledge/quantity-knowledge.js';
import type { Sentence } from '../text/sentences.js';
import type { Carried, PaperContext } from './claim.js';
import type { NamePlace } from './sentence-items.js';

const OTHER_DATA = wordsOf('OtherData');
const DATA = /\b(?:benchmarks?|cohorts?|corpora|corpus|data ?sets?)\b/gi;
const WORDS_BEFORE = /[\p{L}\d-]+/gu;
const REACH = 60;
const NEAR = 4;
// `X and Regional Hospital records`: the other of the two goes by no name that is known.
const JOINED_WITH_OTHER = /^\s*(?:,\s*)?(?:and|&)\s+(?:the\s+)?\p{Lu}/u;
// `X-style labels`, `X-trained`
const PART = /^-\p{Ll}/u;

/** The one data set that a part of a sentence names which ends in a semicolon; null where it names none or several. */
export function openDataset(
  text: string,
  sentence: Sentence,
  names: readonly NamePlace[],
): string | null {
  if (text[sentence.end - 1] !== ';') return null;
  const named = new Set(placesIn(text, sentence, names).map(({ name }) => name));
  return named.size === 1 ? ([...named][0] ?? null) : null;
}

/**
 * The data set of results that a sentence leaves for the next: the one it names, else the one before it. What only
 * the background names changes nothing; data without a name takes the place of what was named before.
 */
export function lastDataset(
  text: string,
  sentence: Sentence,
  names: readonly NamePlace[],
  { resultDatasets }: PaperContext,
  carried: Carried,
): string | null {
  const places = placesIn(text, sentence, names).filter(({ name }) => resultDatasets.has(name));
  const named = new Set(places.map(({ name }) => name));
  if (named.size > 1) return null;
  const [place] = places;
  if (!place) {
    const replaced =
      carried.lastDataset !== null && namesOtherData(text.slice(sentence.start, sentence.end));
    return replaced ? null : carried.lastDataset;
  }
  return JOINED_WITH_OTHER.test(text.slice(place.end, place.end + REACH)) ? null : place.name;
}

function placesIn(
  text: string,
  { start, end }: Sentence,
  names: readonly NamePlace[],
): readonly NamePlace[] {
  return names.filter(
    (place) =>
      place.kind === 'dataset' &&
      place.start >= start &&
      place.end <= end &&
      !PART.test(text.slice(place.end, place.end + 2)),
  );
}

/** `on an in-house dataset`, `across three public benchmarks` */
function namesOtherData(sentence: string): boolean {
  for (const { index } of sentence.matchAll(DATA)) {
    const before = sentence.slice(Math.max(0, index - REACH), index).match(WORDS_BEFORE) ?? [];
    if (before.slice(-NEAR).some((word) => OTHER_DATA.has(word.toLowerCase()))) return true;
  }
  return false;
}
