import { wordsOf } from '../../knowledge/quantity-knowledge.js';
import { enclosingParenthesis } from './clauses.js';
import type { Item } from './sentence-items.js';

/** The data set of a number: the item that names it, and whether the words tie the two. */
export interface BoundDataset {
  readonly name: string;
  readonly at: number;
  readonly way: 'parenthesis' | 'right' | 'left' | 'sentence' | 'paper';
}

const ON = /^(?:on|in|for|over|at|across|of|from|under|to|within)$/;
const CLAUSE = wordsOf('ClauseWord');
const TURN =
  /^(?:than|outperforming|surpassing|exceeding|compared|improving|achieving|reaching|which)$/;
const REACH_RIGHT = 14;

/** Binds by what stands around the number in its own sentence; several data sets in one list are none. */
export function bindDataset(items: readonly Item[], index: number): BoundDataset | null {
  return (
    beforeParenthesis(items, index) ??
    changedBy(items, index) ??
    rightward(items, index) ??
    insideParenthesis(items, index) ??
    leftward(items, index)
  );
}

/** `CIFAR-10 (95.2%)` and `95.2% (CIFAR-10)`. */
function beforeParenthesis(items: readonly Item[], index: number): BoundDataset | null {
  const open = enclosingParenthesis(items, index);
  const before = items[(open ?? 0) - 1];
  if (open !== null && before?.kind === 'dataset')
    return { name: before.name, at: open - 1, way: 'parenthesis' };
  const [opening, inside] = [items[index + 1], items[index + 2]];
  return opening?.text === '(' && inside?.kind === 'dataset'
    ? { name: inside.name, at: index + 2, way: 'parenthesis' }
    : null;
}

/** `improves CIFAR-10 by 2%`, `reducing KITTI error by 5%`: what the verb changes by the number. */
function changedBy(items: readonly Item[], index: number): BoundDataset | null {
  if (items[index - 1]?.lower !== 'by') return null;
  const at = items[index - 2]?.kind === 'metric' ? index - 3 : index - 2;
  const named = items[at];
  if (named?.kind !== 'dataset' || isOneOfMany(items, at)) return null;
  return { name: named.name, at, way: 'left' };
}

/** `(on CIFAR-10, 95.2%)` */
function insideParenthesis(items: readonly Item[], index: number): BoundDataset | null {
  const open = enclosingParenthesis(items, index);
  if (open === null) return null;
  const at = items.findLastIndex(
    (item, place) => place > open && place < index && item.kind === 'dataset',
  );
  const named = items[at];
  return named?.kind === 'dataset' ? { name: named.name, at, way: 'parenthesis' } : null;
}

/** `95.2% accuracy on the CIFAR-10 test set`: after a preposition, before the next number. */
function rightward(items: readonly Item[], index: number): BoundDataset | null {
  let preposition = false;
  let depth = 0;
  for (let at = index + 1; at < Math.min(items.length, index + REACH_RIGHT); at++) {
    const item = items[at] as Item;
    if (CLAUSE.has(item.lower) || (item.kind === 'number' && !isSetting(items, index, at)))
      return null;
    if (item.text === '(') depth++;
    if (item.text === ')' && --depth < 0) return null;
    if (item.text === ',' && depth === 0 && !ON.test(items[at + 1]?.lower ?? '')) {
      // `by 2.1% and 3.4%, respectively, on X`
      if (items[at + 1]?.lower !== 'respectively') return null;
      const on = items[at + 2]?.text === ',' ? at + 3 : at + 2;
      if (!ON.test(items[on]?.lower ?? '')) return null;
      at = on - 1;
      continue;
    }
    if (TURN.test(item.lower)) return null;
    if (ON.test(item.lower)) preposition = true;
    else if (item.kind === 'dataset' && (preposition || at - index <= 3))
      return isOneOfMany(items, at) ? null : { name: item.name, at, way: 'right' };
  }
  return null;
}

const BEFORE_SETTING = /^(?:at|in|on|to|under|using|with|within)$/;

/** `a 1.6 gain in the far 40-50 m range on X`: a number of the same phrase that says where, and nothing new. */
function isSetting(items: readonly Item[], index: number, at: number): boolean {
  for (let back = at - 1; back > index; back--) {
    const item = items[back] as Item;
    if (BEFORE_SETTING.test(item.lower)) return !items.slice(index + 1, back).some(isJoint);
    if (item.kind !== 'word' || isJoint(item)) return false;
  }
  return false;
}

function isJoint({ lower }: Item): boolean {
  return /^(?:,|;|and|or|but|from|to|vs)$/.test(lower);
}

/** `On CIFAR-10, our method reaches 95.2%`: the nearest data set to the left. */
function leftward(items: readonly Item[], index: number): BoundDataset | null {
  let depth = 0;
  for (let at = index - 1; at >= 0; at--) {
    const item = items[at] as Item;
    if (item.text === ')') depth++;
    else if (item.text === '(') depth--;
    else if (item.text === ';') return null;
    else if (item.kind === 'dataset' && depth <= 0 && !modifies(items, at))
      return isOneOfMany(items, at) ? null : { name: item.name, at, way: 'left' };
  }
  return null;
}

/** `an X-trained model`, `X-style labels`: what the data set is a part of tells nothing of where it was measured. */
function modifies(items: readonly Item[], at: number): boolean {
  const [named, hyphen, tail] = [items[at], items[at + 1], items[at + 2]];
  if (hyphen?.start !== named?.end) return false;
  if (hyphen?.text !== '-') return /^-\p{Ll}/u.test(hyphen?.text ?? '');
  return tail?.start === hyphen.end && /^\p{Ll}/u.test(tail.text);
}

const JOIN = /^(?:,|and|or|\/|&)$/;

/** `on KITTI, nuScenes and Waymo`: neighbours of the same kind joined by commas. */
function isOneOfMany(items: readonly Item[], at: number): boolean {
  for (const step of [-1, 1]) {
    let next = at + step;
    while (JOIN.test(items[next]?.lower ?? '') || items[next]?.lower === 'the') next += step;
    if (next !== at + step && items[next]?.kind === 'dataset') {
      const [here, there] = [items[at], items[next]];
      if (here?.kind === 'dataset' && there?.kind === 'dataset' && here.name !== there.name)
        return true;
    }
  }
  return false;
}
