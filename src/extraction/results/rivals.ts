import { wordsOf } from '../../knowledge/quantity-knowledge.js';
import { classesOf } from './mask.js';
import type { Item } from './sentence-items.js';

const RIVALLED = new Set([...wordsOf('Beating'), ...wordsOf('Rivalling')]);
const EQUAL = /^(?:comparable|competitive|par)$/;
const OWN = wordsOf('OwnWord');
const ARTEFACTS = wordsOf('Artefact');
const OWN_MEANS = /^(?:with|using|after|in)$/;
const RELATIVE = /^(?:which|that|who)$/;
const LARGER = /^(?:larger|bigger|deeper|wider)$/;
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
    if (isRivalling(items, at)) return at < index - 1 || LARGER.test(items[index + 1]?.lower ?? '');
    // `BERT, which needs 5x more`
    if (RELATIVE.test(item.lower) || RELATIVE.test(items[at + 1]?.lower ?? '')) continue;
    if (item.kind === 'mark' && item.text !== '-') return false;
    if (OWN_MEANS.test(item.lower) && !isOfThem(items[at - 1])) return false;
    const tags = classesOf(item.lower);
    if (tags.includes('Stop') || tags.includes('Governor') || OWN.has(item.lower)) return false;
    if (/^(?:by|while|and|or|but|at)$/.test(item.lower)) return false;
  }
  return false;
}

/** A verb of doing as well or better; `stereo matching` is none. */
function isRivalling(items: readonly Item[], at: number): boolean {
  const { lower } = items[at] as Item;
  if (lower === 'matching') return at === 0 || /^(?:,|and|while)$/.test(items[at - 1]?.lower ?? '');
  return RIVALLED.has(lower) || EQUAL.test(lower);
}

/** `models trained with`, `models using`: the means are the rivals'; `matches BERT using` its own. */
function isOfThem(before: Item | undefined): boolean {
  if (before?.kind !== 'word') return false;
  return /ed$/.test(before.lower) || ARTEFACTS.has(before.lower) || EQUAL.test(before.lower);
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
