import { phraseText } from './clauses.js';
import { foldedName } from './metric-name.js';
import type { BoundMetric } from './metric-types.js';
import { nounPhraseFrom } from './noun-phrase.js';
import type { Item } from './sentence-items.js';

const PLURAL = /\p{L}{2,}[^\P{L}sui]s$/u;

/** `77% of articles include …`: a finding on things that are counted, not a figure of a method. */
export function isShareOfThings(items: readonly Item[], index: number): boolean {
  const item = items[index];
  if (
    item?.kind !== 'number' ||
    item.number.unit?.symbol !== '%' ||
    items[index + 1]?.lower !== 'of'
  )
    return false;
  const before = items[index - 1];
  const opens = !before || before.text === ':' || /^(?:that|while|whereas)$/.test(before.lower);
  const counted = items[index + 2];
  return opens && counted?.kind === 'word' && PLURAL.test(counted.lower);
}

/** The metric of such a finding, `share of articles`; null for other numbers. */
export function shareMetric(items: readonly Item[], index: number): BoundMetric | null {
  if (!isShareOfThings(items, index)) return null;
  const things = nounPhraseFrom(items, index + 2, items.length);
  if (!things) return null;
  const noun = items.findIndex(({ lower }, at) => at >= things.from && PLURAL.test(lower));
  const to = noun < 0 ? things.to : Math.min(things.to, noun + 1);
  const name = `share of ${foldedName(phraseText(items, things.from, to))}`;
  return { name, row: null, from: index, to, way: 'phrase' };
}
