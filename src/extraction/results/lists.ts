import { wordsOf } from '../../knowledge/quantity-knowledge.js';
import type { Item } from './sentence-items.js';

/** Numbers that stand in one list: `1.7%, 1.1% and 0.5%`, `57.1% on AIME and 94.8% on MATH`. */
export interface NumberList {
  /** Item indices in reading order. */
  readonly members: readonly number[];
  /** Nothing but commas and joining words stands between the members. */
  readonly tight: boolean;
  /** The runs of members between which nothing but joining words stands. */
  readonly groups: readonly (readonly number[])[];
}

const JOINING = new Set([',', 'and', 'or', '/', '&', ';']);
const STOPS = new Set(
  'while whereas but although though despite when where which because since if unless however that then'.split(
    ' ',
  ),
);
const LOOSE_WORDS = 9;
// `10% less than A and 8% than B`: said again behind the second number, the same comparison goes on.
const COMPARATORS = new Set([
  'over',
  'than',
  'versus',
  'vs',
  'compared',
  'from',
  'to',
  'with',
  'using',
]);
const OPENERS = wordsOf('ClaimOpener');

/** A finite verb starts a claim of its own, and so does a participle after a joint: `, achieving`. */
function opensClaim(items: readonly Item[], at: number): boolean {
  const lower = items[at]?.lower ?? '';
  if (OPENERS.has(lower)) return true;
  return /^\p{L}{3,}(?:ing|ed)$/u.test(lower) && JOINING.has(items[at - 1]?.lower ?? '');
}

/** Groups the numbers of a sentence into lists; a number alone is a list of one. */
export function numberLists(items: readonly Item[], numbers: readonly number[]): NumberList[] {
  const lists: number[][][] = [];
  for (const index of numbers) {
    // `by 66.7% (7B) and 60.7% (32B)`: what stands in a parenthesis of its own explains a member.
    const aside = lists.length > 1 && explains(items, lists.at(-2), lists.at(-1));
    const groups = aside && sameAsLast(items, lists.at(-2), index) ? lists.at(-2) : lists.at(-1);
    const previous = groups?.at(-1)?.at(-1);
    const link =
      previous === undefined || !sameKind(items, previous, index)
        ? 'none'
        : linkBetween(items, previous, index);
    if (link === 'none') lists.push([[index]]);
    else if (link === 'loose') groups?.push([index]);
    else groups?.at(-1)?.push(index);
  }
  return lists.map((groups) => ({ members: groups.flat(), groups, tight: groups.length === 1 }));
}

/**
 * A number alone in a parenthesis right behind the last of a list, of another kind than that, or a count in words:
 * `by 16% and 28% on two sets, and 23% on three`.
 */
function explains(
  items: readonly Item[],
  list: readonly (readonly number[])[] | undefined,
  after: readonly (readonly number[])[] | undefined,
): boolean {
  const last = list?.at(-1)?.at(-1);
  const [only, ...others] = after?.flat() ?? [];
  if (last === undefined || only === undefined || others.length > 0) return false;
  const item = items[only];
  if (item?.kind === 'number' && item.number.inWords && item.number.class === 'plain') return true;
  return items[last + 1]?.text === '(' && only === last + 2 && items[only + 1]?.text === ')';
}

function sameAsLast(
  items: readonly Item[],
  list: readonly (readonly number[])[] | undefined,
  index: number,
): boolean {
  const last = list?.at(-1)?.at(-1);
  return last !== undefined && sameKind(items, last, index);
}

function sameKind(items: readonly Item[], a: number, b: number): boolean {
  const [left, right] = [items[a], items[b]];
  if (left?.kind !== 'number' || right?.kind !== 'number') return false;
  const [x, y] = [left.number, right.number];
  if (x.class === y.class) return x.class !== 'physical' || x.unit?.dimension === y.unit?.dimension;
  // `91.2, 89 and 87%`: the unit of the last holds for all.
  return x.class === 'plain' && y.class === 'percent' && !x.inWords;
}

function linkBetween(items: readonly Item[], a: number, b: number): 'tight' | 'loose' | 'none' {
  let joined = false;
  let words = 0;
  let names = 0;
  let depth = 0;
  for (let at = a + 1; at < b; at++) {
    const item = items[at] as Item;
    if (item.text === '(' || item.text === '[') depth++;
    else if (item.text === ')' || item.text === ']') depth--;
    // What stands in parentheses of its own explains a member: `5.9x (forward), 8.9x (backward)`.
    else if (depth > 0) continue;
    if (JOINING.has(item.lower)) joined = true;
    else if (item.kind === 'word') {
      const again = COMPARATORS.has(item.lower) && items[b + 1]?.lower === item.lower;
      if (STOPS.has(item.lower) || (opensClaim(items, at) && !again)) return 'none';
      words++;
    } else if (item.kind !== 'mark') names++;
  }
  if (words + names === 0 && joined && depth === 0) return 'tight';
  // `by 15.81x (16.95x)`: the second in parentheses is the same for the other case.
  if (b - a === 2 && items[a + 1]?.text === '(') return 'tight';
  return joined && words <= LOOSE_WORDS && depth >= -1 ? 'loose' : 'none';
}

/** Names of one kind that stand in one list: `ViT, DeiT, and Swin`. */
export function nameRuns(items: readonly Item[], kind: Item['kind']): number[][] {
  const runs: number[][] = [];
  let run: number[] = [];
  let gap = 0;
  for (const [index, item] of items.entries()) {
    if (item.kind === kind) {
      if (run.length && gap > 3) {
        runs.push(run);
        run = [];
      }
      run.push(index);
      gap = 0;
    } else if (run.length) {
      if (JOINING.has(item.lower) || item.lower === 'the' || item.lower === 'on') gap++;
      // `A Lite, B and C`: a capital goes on with the name before it.
      else if (gap === 0 && kind === 'dataset' && /^\p{Lu}\p{Ll}/u.test(item.text)) continue;
      else gap = 99;
    }
  }
  if (run.length) runs.push(run);
  return runs.filter((found) => found.length > 1);
}

const MAX_AWAY = 10;

/**
 * The run whose members go with the members of a list one by one, the nearest where several could;
 * null where none has as many.
 */
export function alignedRun(
  members: readonly number[],
  runs: readonly (readonly number[])[],
): readonly number[] | null {
  if (members.length < 2) return null;
  const first = members[0] as number;
  let best: readonly number[] | null = null;
  let distance = Number.POSITIVE_INFINITY;
  for (const run of runs) {
    if (run.length !== members.length) continue;
    if ((run[0] as number) - (members.at(-1) as number) > MAX_AWAY) continue;
    const away = Math.abs((run[0] as number) - first);
    if (away < distance) [best, distance] = [run, away];
  }
  return best;
}
