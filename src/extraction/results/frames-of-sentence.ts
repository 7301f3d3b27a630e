import { enclosingParenthesis } from './clauses.js';
import { type Frame, levelFrame, sharedFrame } from './frame.js';
import { pairedLevels } from './frame-levels.js';
import { parenthesisFrame } from './frame-parenthesis.js';
import { ownFrames } from './frame-words.js';
import type { NumberList } from './lists.js';
import { classesOf } from './mask.js';
import type { Item } from './sentence-items.js';

/**
 * The frame of every number of a sentence: its own, that of the list it stands in, or a level's.
 * `1.7%, 1.1% and 0.5%` share the verb before the first, `1.7% and 3.2% improvements` the noun after the last.
 */
export function framesOfSentence(
  items: readonly Item[],
  lists: readonly NumberList[],
): Map<number, Frame> {
  const numbers = lists.flatMap(({ members }) => members).sort((a, b) => a - b);
  const paired = pairedLevels(items, numbers);
  const own = ownFrames(items, numbers);
  const frames = new Map<number, Frame>();
  for (const list of lists) {
    const { members } = list;
    members.forEach((index, position) => {
      const previous = members[position - 1];
      frames.set(
        index,
        versusStep(items, frames, paired.get(index), numbers[numbers.indexOf(index) - 1], index) ??
          paired.get(index) ??
          onlyMore(items, own.get(index), index) ??
          byAgain(items, frames, own, numbers, index) ??
          signedPair(items, frames, own.get(index), numbers[numbers.indexOf(index) - 1], index) ??
          own.get(index) ??
          parenthesisFrame(items, index) ??
          (list.tight ? following(items, own, members, position) : null) ??
          inherited(items, frames, previous, index) ??
          levelFrame(index),
      );
    });
  }
  return frames;
}

/** `a 68% drop for A vs. 22% for B`: set against a difference stands a difference. */
function versusStep(
  items: readonly Item[],
  frames: ReadonlyMap<number, Frame>,
  paired: Frame | undefined,
  previous: number | undefined,
  index: number,
): Frame | null {
  const frame = frames.get(previous ?? -1);
  if (paired?.rule !== 'level.versus' || previous === undefined || !frame?.wording) return null;
  return frame.form === 'absolute' ? null : sharedFrame(items, index, frame, previous, index);
}

/** `greater reduction of errors (16% more)`: what there is more of stands before the parenthesis. */
function onlyMore(items: readonly Item[], own: Frame | undefined, index: number): Frame | null {
  if (own?.rule !== 'step.more' || items[own.to]?.text !== ')') return null;
  return parenthesisFrame(items, index);
}

/** `16.57% to 3.15% (+80.99%)`: the sign says better, the levels say which way. */
function signedPair(
  items: readonly Item[],
  frames: ReadonlyMap<number, Frame>,
  own: Frame | undefined,
  previous: number | undefined,
  index: number,
): Frame | null {
  if (own?.rule !== 'step.signed' || previous === undefined || previous !== index - 2) return null;
  if (frames.get(previous)?.rule !== 'level.to') return null;
  const [from, to] = [previous - 2, previous].map((at) => items[at]);
  if (from?.kind !== 'number' || to?.kind !== 'number') return null;
  return { ...own, direction: to.number.value < from.number.value ? 'down' : 'up' };
}

/** `outperforms X by 1.6% …, and Y by 4.3% …`: the second "by" repeats the first one's verb. */
function byAgain(
  items: readonly Item[],
  frames: ReadonlyMap<number, Frame>,
  own: ReadonlyMap<number, Frame>,
  numbers: readonly number[],
  index: number,
): Frame | null {
  const joint = items[index - 1]?.lower === 'by' ? jointBefore(items, index - 2) : -1;
  if (joint < 0) return null;
  const first = numbers.findLast(
    (other) => other < index && items[other - 1]?.lower === 'by' && frames.get(other)?.wording,
  );
  const frame = frames.get(first ?? -1);
  if (first === undefined || !frame) return null;
  const mine = own.get(index);
  if (mine?.wording?.id.endsWith('-by') && mine.from > first) return null;
  return sharedFrame(items, index, frame, first, joint + 1);
}

const JOINT = /^(?:and|,|or)$/;
const MAX_OBJECT = 6;

/** `…, and by 4.3%`, `cuts error by 2 cm and latency by 5%`: where the second "by" or its object is joined on; -1 for none. */
function jointBefore(items: readonly Item[], from: number): number {
  for (let at = from; at >= Math.max(0, from - MAX_OBJECT); at--) {
    const item = items[at] as Item;
    if (JOINT.test(item.lower)) return at;
    const noun = item.kind === 'word' || item.kind === 'metric' || item.text === '-';
    if (!noun || classesOf(item.lower).includes('Governor')) return -1;
  }
  return -1;
}

/** `improvements on images (1.8%) and on video (0.5%)`: one parenthesis after another, all of the same noun. */
function isAnother(items: readonly Item[], frame: Frame, previous: number, index: number): boolean {
  const alone = (at: number): boolean => items[at - 1]?.text === '(' && items[at + 1]?.text === ')';
  return frame.rule === 'step.parenthesis' && alone(previous) && alone(index);
}

function inherited(
  items: readonly Item[],
  frames: ReadonlyMap<number, Frame>,
  previous: number | undefined,
  index: number,
): Frame | null {
  const frame = frames.get(previous ?? -1);
  if (previous === undefined || !frame || frame.form === 'absolute') return null;
  // A parenthesis of its own says something of its own; `by 15.8x (17.0x)` goes on.
  const open = enclosingParenthesis(items, index);
  // `90% on A (2.5% improvement), and 19% on B`: what a parenthesis says stays in it.
  if (open === null && enclosingParenthesis(items, previous) !== null) return null;
  if (open !== null && open > previous + 1 && !isAnother(items, frame, previous, index))
    return null;
  return sharedFrame(items, index, frame, previous, previous + 1);
}

/** The words after the last of a tight list hold for those before it. */
function following(
  items: readonly Item[],
  own: ReadonlyMap<number, Frame>,
  members: readonly number[],
  position: number,
): Frame | null {
  const index = members[position] as number;
  for (const later of members.slice(position + 1)) {
    const frame = own.get(later);
    if (!frame) continue;
    // Words before a later number are not this one's.
    if (frame.from < later) return null;
    return { ...sharedFrame(items, index, frame, later, later), to: frame.to };
  }
  return null;
}
