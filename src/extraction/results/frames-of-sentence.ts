import { type Frame, levelFrame, ownFrames } from './frame.js';
import type { NumberList } from './lists.js';
import type { Item } from './sentence-items.js';

/**
 * The frame of every number of a sentence: its own, that of the list it stands in, or a level's.
 * `1.7%, 1.1% and 0.5%` share the verb before the first, `1.7% and 3.2% improvements` the noun after the last.
 */
export function framesOfSentence(
  items: readonly Item[],
  lists: readonly NumberList[],
): Map<number, Frame> {
  const own = ownFrames(items);
  const frames = new Map<number, Frame>();
  for (const list of lists) {
    const { members } = list;
    members.forEach((index, position) => {
      const frame =
        own.get(index) ??
        fromTo(items, index) ??
        inherited(frames.get(members[position - 1] ?? -1), index) ??
        (list.tight ? following(own, members, position) : null) ??
        levelFrame(index);
      frames.set(index, frame);
    });
  }
  return frames;
}

function inherited(previous: Frame | undefined, index: number): Frame | null {
  if (!previous) return null;
  if (previous.rule === 'level.from' || previous.rule === 'level.plain') return null;
  return { ...previous, from: Math.min(previous.from, index) };
}

function following(
  own: ReadonlyMap<number, Frame>,
  members: readonly number[],
  position: number,
): Frame | null {
  for (const index of members.slice(position + 1)) {
    const frame = own.get(index);
    if (frame) return frame.from === index ? frame : null;
  }
  return null;
}

/** `from 20.78 to 19.71`: two levels, whatever the verb before them. */
function fromTo(items: readonly Item[], index: number): Frame | null {
  const before = items[index - 1]?.lower;
  const level = levelFrame(index);
  if (before === 'from' && hasLink(items, index, 'to')) {
    return { ...level, rule: 'level.from', reason: 'the level before, after "from"' };
  }
  return null;
}

function hasLink(items: readonly Item[], index: number, link: string): boolean {
  for (let at = index + 1; at < Math.min(items.length, index + 4); at++) {
    if (items[at]?.lower === link && items[at + 1]?.kind === 'number') return true;
  }
  return items[index + 1]?.lower === link;
}
