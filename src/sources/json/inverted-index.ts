import { isObject } from './values.js';

/** Places beyond this are no abstract's. */
const MAX_WORDS = 200_000;

/** Puts the words of an inverted index, `{word: [places]}`, back at their places; null where there are none. */
export function textOfIndex(index: unknown): string | null {
  if (!isObject(index)) return null;
  // Some dumps keep the index as text, or one level down.
  const words = isObject(index.InvertedIndex) ? index.InvertedIndex : index;
  const placed: string[] = [];
  for (const [word, places] of Object.entries(words)) {
    if (!Array.isArray(places)) continue;
    for (const place of places) {
      if (Number.isInteger(place) && place >= 0 && place < MAX_WORDS) placed[place] = word;
    }
  }
  const text = placed.filter((word) => word !== undefined).join(' ');
  return text === '' ? null : text;
}
