import { wordsOf } from '../../knowledge/quantity-knowledge.js';
import { clauseStart, enclosingParenthesis } from './clauses.js';
import { type Frame, stepFrame } from './frame.js';
import { classesOf } from './mask.js';
import type { Item } from './sentence-items.js';

const STEP_CLASSES = new Set(['percent', 'points', 'factor']);
const REACH = 14;
// By the class of the nearest word of change: which way, how presented, where the metric stands.
const NOUNS: Readonly<Record<string, Pick<Frame, 'direction' | 'sense'>>> = {
  RaiseNoun: { direction: 'up', sense: 'gain' },
  SpeedNoun: { direction: 'up', sense: 'gain' },
  CompressNoun: { direction: 'up', sense: 'gain' },
  CutNoun: { direction: 'down', sense: null },
  DropNoun: { direction: 'down', sense: 'loss' },
};
const VERBS: Readonly<Record<string, Pick<Frame, 'direction' | 'sense'>>> = {
  Raise: { direction: 'up', sense: null },
  SpeedUp: { direction: 'up', sense: 'gain' },
  Cut: { direction: 'down', sense: null },
  Drop: { direction: 'down', sense: 'loss' },
  Beat: { direction: 'up', sense: 'gain' },
};

const AGAINST = /^(?:over|from|than|above|versus|vs|against|compared|relative)$/;
const NO_AUXILIARY = new Set([
  'in',
  'of',
  'on',
  'for',
  'with',
  'the',
  'a',
  'an',
  'even',
  'and',
  'by',
  'from',
  'to',
]);
const REACHING = wordsOf('Reaching');

/**
 * `improves self-efficacy (up to 17%)`, `a substantial gain (~2%)`: the words before the parenthesis say what changed.
 *
 * @param signed for a number that is a difference whatever its unit
 */
export function parenthesisFrame(
  items: readonly Item[],
  index: number,
  signed = false,
): Frame | null {
  const item = items[index];
  if (item?.kind !== 'number' || !(signed || STEP_CLASSES.has(item.number.class))) return null;
  const open = enclosingParenthesis(items, index);
  if (open === null || setsLevels(items, open)) return null;
  if (items.slice(open, index).some(({ lower }) => REACHING.has(lower))) return null;
  const start = Math.max(clauseStart(items, open), open - REACH);
  for (let at = open - 1; at >= start; at--) {
    const before = items[at] as Item;
    if (before.kind === 'number' || /^[):]$/.test(before.text) || REACHING.has(before.lower))
      return null;
    const classes = classesOf(before.lower);
    const noun = classes.map((tag) => NOUNS[tag]).find(Boolean);
    const verb = noun ? undefined : classes.map((tag) => VERBS[tag]).find(Boolean);
    const word = noun ?? verb;
    // `in advanced models (32%)`: a participle before a noun says nothing of a change.
    const adjective =
      !noun && /ed$/.test(before.lower) && NO_AUXILIARY.has(items[at - 1]?.lower ?? '');
    if (!word?.direction || adjective) continue;
    if (classes.includes('Beat') ? !isBounded(item) : isTaken(items, at, open)) return null;
    return stepFrame(items, index, word.direction, {
      sense: word.sense,
      slots: noun ? ['in', 'head'] : signed ? ['known-between'] : ['known-between', 'head'],
      headEnd: noun ? at : open,
      from: at,
      to: noun ? at + 1 : index + 1,
      rule: 'step.parenthesis',
      reason: 'a number in parentheses after a word of change',
    });
  }
  return null;
}

/** `outperforms most of them (up to 17%)`: a bound is set to differences, `outperforms GPT-2 (17%)` is a level. */
const isBounded = ({ number }: Item & { kind: 'number' }): boolean =>
  number.class !== 'percent' || number.bound === 'up_to';

/** `a 5-point gain over GPT-2 (17%)`: the noun has its number, the parenthesis is of what it is measured against. */
function isTaken(items: readonly Item[], noun: number, open: number): boolean {
  const own = [1, 2, 3].some((back) => items[noun - back]?.kind === 'number');
  const says = /^(?:mean|average|avg)$/.test(items[open + 1]?.lower ?? '');
  return own && !says && items.slice(noun, open).some(({ lower }) => AGAINST.test(lower));
}

/** `(from 82.1 to 84.2)`, `(88.1 vs. 86.0)`: levels, whatever stands before. */
function setsLevels(items: readonly Item[], open: number): boolean {
  for (let at = open + 1; at < items.length && items[at]?.text !== ')'; at++)
    if (/^(?:vs|versus|from|→|compared|than)$/.test(items[at]?.lower ?? '')) return true;
  return false;
}
