import type { Direction } from '../../domain/index.js';
import { clauseStart, enclosingParenthesis } from './clauses.js';
import { type Frame, levelFrame } from './frame.js';
import { classesOf } from './mask.js';
import type { Item } from './sentence-items.js';

const REACH = 10;
const VERSUS = /^(?:vs|versus)$/;

/** Levels that the text sets against each other: `from A to B`, `A → B`, `A vs. B`. */
export function pairedLevels(
  items: readonly Item[],
  numbers: readonly number[],
): Map<number, Frame> {
  const frames = new Map<number, Frame>();
  numbers.forEach((first, position) => {
    const second = numbers[position + (isOfSize(items, numbers, position + 1) ? 2 : 1)];
    if (second === undefined || frames.has(first) || isOfSize(items, numbers, position)) return;
    const link = linkOf(items, first, second);
    if (link === 'to') {
      const from = verbBefore(items, first);
      frames.set(first, fromFrame(first, from));
      frames.set(second, toFrame(items, first, second, from));
    } else if (link === 'versus') {
      frames.set(
        second,
        levelFrame(second, {
          rule: 'level.versus',
          reason: 'the level that another is set against',
        }),
      );
    }
  });
  return frames;
}

/** `from 21.4% for 7B to 9.8%`: the size of what has the level stands between. */
function isOfSize(items: readonly Item[], numbers: readonly number[], position: number): boolean {
  const [first, size, second] = [-1, 0, 1].map((on) => items[numbers[position + on] ?? -1]);
  if (first?.kind !== 'number' || size?.kind !== 'number' || second?.kind !== 'number')
    return false;
  const tied = /^(?:for|at|with)$/.test(items[(numbers[position] as number) - 1]?.lower ?? '');
  return tied && size.number.scaled && first.number.class === second.number.class;
}

function linkOf(items: readonly Item[], first: number, second: number): 'to' | 'versus' | null {
  if (second - first > REACH || isInterval(items, first, second)) return null;
  const open = items[second - 1]?.text === '(' ? 1 : 0;
  const lower = items[second - 1 - open]?.lower ?? '';
  const sign = lower === '>' ? /^[-=]$/.test(items[second - 2]?.text ?? '') : /^[→⟶⇒]$/.test(lower);
  if (sign && second - first <= 4) return 'to';
  if (lower === 'to' || lower === 'into') {
    const from = [1, 2, 3].some((back) => items[first - back - open]?.lower === 'from');
    if (from && !hasVerb(items, first + 1, second - 1)) return 'to';
    return second === first + 2 ? 'to' : null;
  }
  const dotted = lower === '.' ? items[second - 2]?.lower : lower;
  const versus = VERSUS.test(dotted ?? '') && second - first <= 6;
  return versus && !differs(items, first, second) ? 'versus' : null;
}

/** `76% with 680 samples versus 57%`: a percentage is not set against things that are counted. */
function differs(items: readonly Item[], first: number, second: number): boolean {
  const [a, b] = [items[first], items[second]];
  if (a?.kind !== 'number' || b?.kind !== 'number') return false;
  return a.number.class === 'physical' && b.number.class === 'percent';
}

/** `1.84 ms (1.45 to 2.23)`: the ends of an interval around the number before. */
export function isInterval(items: readonly Item[], first: number, second: number): boolean {
  return (
    items[first - 1]?.text === '(' &&
    items[first - 2]?.kind === 'number' &&
    items[second + 1]?.text === ')' &&
    second <= first + 2 &&
    !VERSUS.test(items[first + 1]?.lower ?? '')
  );
}

function hasVerb(items: readonly Item[], from: number, to: number): boolean {
  for (let at = from; at < to; at++)
    if (classesOf(items[at]?.lower ?? '').includes('Governor')) return true;
  return false;
}

interface Verb {
  readonly at: number;
  readonly moves: Direction | null;
}

const UP = new Set(['Raise', 'RaiseNoun']);
const DOWN = new Set(['Cut', 'CutNoun', 'Drop', 'DropNoun']);

/** The nearest verb of change before a pair of levels, in their clause. */
function verbBefore(items: readonly Item[], first: number): Verb | null {
  const start = enclosingParenthesis(items, first) ?? clauseStart(items, first);
  for (let at = first - 1; at >= start; at--) {
    if (items[at]?.kind === 'number') return null;
    const classes = classesOf(items[at]?.lower ?? '');
    if (classes.some((tag) => UP.has(tag))) return { at, moves: 'up' };
    if (classes.some((tag) => DOWN.has(tag))) return { at, moves: 'down' };
  }
  return null;
}

function fromFrame(first: number, verb: Verb | null): Frame {
  return levelFrame(first, {
    rule: 'level.from',
    reason: 'the level before, of two levels',
    ...(verb ? { from: verb.at, slots: ['between', 'before'] } : {}),
  });
}

function toFrame(items: readonly Item[], first: number, second: number, verb: Verb | null): Frame {
  const own = verb && items[verb.at + 1] !== undefined;
  return levelFrame(second, {
    rule: 'level.to',
    reason: 'the level reached, of two levels',
    moves: verb?.moves ?? null,
    ...(own ? { from: Math.min(verb.at, first), slots: ['between', 'before'] } : {}),
  });
}
