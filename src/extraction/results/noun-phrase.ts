import { wordsOf } from '../../knowledge/quantity-knowledge.js';
import type { Item } from './sentence-items.js';

const ENDERS = wordsOf('PhraseEnd');
const SKIPPED = wordsOf('PhraseSkipped');
const MAX_WORDS = 6;

/** A run of words that names a thing of no list: "skill mastery", "negative emotions". */
export interface NounPhrase {
  readonly from: number;
  readonly to: number;
}

/** The noun phrase of at most `most` items that begins at item `at` after articles and the like; null where there is none. */
export function nounPhraseFrom(
  items: readonly Item[],
  at: number,
  limit: number,
  most = MAX_WORDS,
): NounPhrase | null {
  let from = at;
  while (from < limit && items[from]?.kind === 'word' && SKIPPED.has(items[from]?.lower ?? ''))
    from++;
  let to = from;
  while (to < limit && to - from < most && isPart(items, to, from)) to++;
  while (to > from && (items[to - 1]?.kind === 'mark' || items[to - 1]?.lower === 'of')) to--;
  return to > from ? { from, to } : null;
}

/** The noun phrase that ends before item `end`. */
export function nounPhraseUpTo(
  items: readonly Item[],
  end: number,
  floor: number,
): NounPhrase | null {
  let from = end;
  while (from > floor && end - from < MAX_WORDS && isPart(items, from - 1, -1)) from--;
  while (from < end && (SKIPPED.has(items[from]?.lower ?? '') || items[from]?.kind === 'mark'))
    from++;
  return end > from ? { from, to: end } : null;
}

function isPart(items: readonly Item[], at: number, from: number): boolean {
  const item = items[at] as Item | undefined;
  if (!item) return false;
  if (item.kind === 'mark') return item.text === '-' && at !== from;
  if (item.kind === 'word')
    return (
      (!ENDERS.has(item.lower) || isTied(items, at)) &&
      !(SKIPPED.has(item.lower) && at !== from && item.lower.length < 4)
    );
  return item.kind === 'task' || item.kind === 'metric';
}

/** `within-group variance`, `prompt-only settings`: a word that a hyphen ties to one noun. */
function isTied(items: readonly Item[], at: number): boolean {
  const before = items[at - 1]?.text === '-' && items[at - 1]?.end === items[at]?.start;
  const behind = items[at + 1]?.text === '-' && items[at + 1]?.start === items[at]?.end;
  return before !== behind;
}
