import { wordsOf } from '../../knowledge/quantity-knowledge.js';
import { classesOf } from './mask.js';
import type { Item } from './sentence-items.js';

const RIVALLED = new Set([...wordsOf('Beating'), ...wordsOf('Rivalling')]);
const EQUAL = /^(?:comparable|competitive|par)$/;
const OWN = wordsOf('OwnWord');
const RIVAL_REACH = 12;
const MAX_COMPARED = 8;
const DATA = wordsOf('DataSetNoun');

/**
 * `outperforms models 10x larger`, `matches models that use 2x the FLOPs`: what others spend, behind a verb of doing
 * as well or better.
 */
export function isOfRival(items: readonly Item[], index: number): boolean {
  for (let at = index - 1; at >= Math.max(0, index - RIVAL_REACH); at--) {
    const item = items[at] as Item;
    if (RIVALLED.has(item.lower) || EQUAL.test(item.lower)) return at < index - 1;
    if (item.kind === 'mark' && item.text !== '-') return false;
    const tags = classesOf(item.lower);
    if (tags.includes('Stop') || tags.includes('Governor') || OWN.has(item.lower)) return false;
    if (/^(?:by|while|and|or|but|at)$/.test(item.lower)) return false;
  }
  return false;
}

/** `is 10x larger than existing datasets`, `a benchmark that is 2x larger`: of data it is good to have more. */
export function isOfData(items: readonly Item[], index: number, end: number): boolean {
  const ahead = items.slice(end, end + MAX_COMPARED);
  const stop = ahead.findIndex(({ kind }) => kind === 'mark' || kind === 'number');
  const compared = stop < 0 ? ahead : ahead.slice(0, stop);
  if (compared[0]?.lower === 'than') return compared.some(({ lower }) => DATA.has(lower));
  const before = items.slice(Math.max(0, index - MAX_COMPARED), index);
  return [...before, ...compared.slice(0, 2)].some(({ lower }) => DATA.has(lower));
}
