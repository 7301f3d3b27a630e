import { wordsOf } from '../../knowledge/quantity-knowledge.js';
import { enclosingParenthesis } from './clauses.js';
import type { Frame } from './frame.js';
import type { Item } from './sentence-items.js';

const FOREIGN = wordsOf('Foreign');
const AGAINST = /^(?:than|vs|versus|against|from)$/;
const REACHING = wordsOf('Reaching');
const BEATING = wordsOf('Beating');
const STOP =
  /^(?:by|to|with|on|in|for|at|reach\w*|achiev\w*|obtain\w*|attain\w*|yield\w*|requir\w*|consum\w*|is|are|and|while|using|,|;|:|\))$/;
const SET_AGAINST = /^(?:compared|relative|comparison)$/;
const JOINT = /^(?:and|,|\/)$/;
const REACH = 7;

/** A level of what is compared with: `from 71.2%`, `vs. 67.8`, `compared to 81%`, `the prior best (65.5)`. */
export function isOtherLevel(items: readonly Item[], index: number, frame: Frame): boolean {
  if (frame.rule === 'level.from' || frame.rule === 'level.versus') return true;
  const open = enclosingParenthesis(items, index);
  const end = open !== null && index - open < 3 ? open : index;
  for (let at = end - 1; at >= Math.max(0, end - REACH); at--) {
    const item = items[at] as Item;
    if (item.kind === 'number' || JOINT.test(item.lower)) {
      if (item.kind !== 'number' && items[at - 1]?.kind === 'number') continue;
      if (item.kind === 'number' && at < end - 1) continue;
      return false;
    }
    // `models exceed 95%` is their own level.
    if (BEATING.has(item.lower)) return at < index - 1;
    if (AGAINST.test(item.lower)) return true;
    if (item.lower === 'of' && /^(?:instead|ahead)$/.test(items[at - 1]?.lower ?? '')) return true;
    const to = item.lower === 'to' || item.lower === 'with';
    if (to && SET_AGAINST.test(items[at - 1]?.lower ?? '')) return true;
    if (STOP.test(item.lower)) return false;
    // `a new SOTA 61%`, `achieving state-of-the-art scores of 87%`: what is reached now.
    const before = items[at - 1]?.lower ?? '';
    if (FOREIGN.has(item.lower) && (/^(?:a|new)$/.test(before) || REACHING.has(before)))
      return false;
    if (FOREIGN.has(item.lower) && end - at <= 4) return true;
  }
  return false;
}
