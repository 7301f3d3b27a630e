import type { Item } from './sentence-items.js';

/** The data set of a number: the item that names it, and whether the words tie the two. */
export interface BoundDataset {
  readonly name: string;
  readonly at: number;
  readonly way: 'parenthesis' | 'right' | 'left' | 'sentence';
}

const ON = new Set([
  'on',
  'in',
  'for',
  'over',
  'at',
  'across',
  'of',
  'from',
  'under',
  'to',
  'within',
]);
const CLAUSE = new Set([';', 'while', 'whereas', 'but', 'although', 'though', 'which']);
const REACH_RIGHT = 14;

/** Binds by what stands around the number in its own sentence. */
export function bindDataset(items: readonly Item[], index: number): BoundDataset | null {
  return inParenthesis(items, index) ?? rightward(items, index) ?? leftward(items, index);
}

/** `CIFAR-10 (95.2%)` and `95.2% (CIFAR-10)`. */
function inParenthesis(items: readonly Item[], index: number): BoundDataset | null {
  let open = index - 1;
  while (open > index - 8 && open > 0 && items[open]?.text !== '(' && items[open]?.text !== ')')
    open--;
  if (items[open]?.text === '(') {
    const before = items[open - 1];
    if (before?.kind === 'dataset') return { name: before.name, at: open - 1, way: 'parenthesis' };
    const close = items.findIndex((item, at) => at > index && item.text === ')');
    for (let at = open + 1; at < (close === -1 ? items.length : close); at++) {
      const item = items[at];
      if (item?.kind === 'number' && at > index) break;
      if (item?.kind === 'dataset') return { name: item.name, at, way: 'parenthesis' };
    }
  }
  if (items[index + 1]?.text === '(') {
    const inside = items[index + 2];
    if (inside?.kind === 'dataset') return { name: inside.name, at: index + 2, way: 'parenthesis' };
  }
  return null;
}

/** `95.2% accuracy on the CIFAR-10 test set`: after a preposition, before the next number. */
function rightward(items: readonly Item[], index: number): BoundDataset | null {
  let preposition = false;
  for (let at = index + 1; at < Math.min(items.length, index + REACH_RIGHT); at++) {
    const item = items[at] as Item;
    if (item.kind === 'number') return null;
    if (CLAUSE.has(item.lower)) return null;
    if (item.text === ')' && !isOpenBefore(items, index, at)) return null;
    if (ON.has(item.lower)) preposition = true;
    else if (item.kind === 'dataset' && (preposition || at - index <= 3)) {
      // `95% on X, and on Y 90%`: a later number with the same phrase takes the name itself.
      return { name: item.name, at, way: 'right' };
    } else if (item.text === ',' && preposition) preposition = false;
    if (
      item.kind === 'word' &&
      /^(?:than|outperforming|surpassing|exceeding|compared|improving|achieving|over)$/.test(
        item.lower,
      )
    ) {
      preposition = ON.has(item.lower) && preposition;
    }
  }
  return null;
}

function isOpenBefore(items: readonly Item[], from: number, close: number): boolean {
  for (let at = close - 1; at > from; at--) if (items[at]?.text === '(') return true;
  return false;
}

/** `On CIFAR-10, our method reaches 95.2%`: the nearest data set to the left. */
function leftward(items: readonly Item[], index: number): BoundDataset | null {
  let depth = 0;
  for (let at = index - 1; at >= 0; at--) {
    const item = items[at] as Item;
    if (item.text === ')') depth++;
    else if (item.text === '(') depth--;
    else if (item.kind === 'dataset' && depth <= 0) return { name: item.name, at, way: 'left' };
  }
  return null;
}
