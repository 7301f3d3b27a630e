import type { Direction, Form } from '../../domain/index.js';
import type { WordingRow } from '../../knowledge/rows.js';
import { type FoundWording, findWordings } from '../nlp.js';
import { mask } from './mask.js';
import type { Item } from './sentence-items.js';

/** How a number is presented: what kind of number, which way it goes, and which words say so. */
export interface Frame {
  readonly form: Form;
  readonly direction: Direction | null;
  readonly sense: 'gain' | 'loss' | null;
  readonly wording: WordingRow | null;
  /** Items of the wording, `to` exclusive; the number alone where there is no wording. */
  readonly from: number;
  readonly to: number;
  readonly rule: string;
  readonly reason: string;
}

/** Index of each number among the items of its sentence. */
export function numberIndices(items: readonly Item[]): number[] {
  return items.flatMap((item, index) => (item.kind === 'number' ? [index] : []));
}

/**
 * Gives each number of a sentence the frame that its own words give it; numbers without such words are
 * not in the map. Coordination is not looked at here.
 */
export function ownFrames(items: readonly Item[]): Map<number, Frame> {
  const frames = new Map<number, Frame>();
  for (const [index, found] of bestWordings(items)) {
    const item = items[index];
    if (item?.kind !== 'number') continue;
    frames.set(index, frameOf(found.wording, item.number.class === 'factor', found.from, found.to));
  }
  for (const index of numberIndices(items)) {
    const signed = frames.has(index) ? null : signedFrame(items, index);
    if (signed) frames.set(index, signed);
  }
  return frames;
}

function bestWordings(items: readonly Item[]): Map<number, FoundWording> {
  const best = new Map<number, FoundWording>();
  const { terms, itemOf } = mask(items);
  for (const { wording, from, to } of findWordings(terms)) {
    let at = from;
    while (at < to && !terms[at]?.tags.includes('Num')) at++;
    const index = itemOf[at];
    if (at === to || index === undefined) continue;
    const found = { wording, from: itemOf[from] as number, to: (itemOf[to - 1] as number) + 1 };
    const rival = best.get(index);
    if (!rival || beats(found, rival)) best.set(index, found);
  }
  return best;
}

function beats(a: FoundWording, b: FoundWording): boolean {
  if (a.wording.priority !== b.wording.priority) return a.wording.priority > b.wording.priority;
  if (a.to - a.from !== b.to - b.from) return a.to - a.from < b.to - b.from;
  return a.wording.id < b.wording.id;
}

function frameOf(wording: WordingRow, factor: boolean, from: number, to: number): Frame {
  const form = wording.form === 'step' ? (factor ? 'ratio' : 'change') : wording.form;
  return {
    form,
    direction: form === 'change' || form === 'ratio' ? wording.direction : null,
    sense: wording.sense,
    wording,
    from,
    to,
    rule: wording.id,
    reason: wording.reason,
  };
}

const SIGNED_UNITS = new Set(['percent', 'points']);

/** `(+3.5%)`, `+2.9% in AUC`: the sign says that it is a difference; a minus alone may be a negative level. */
function signedFrame(items: readonly Item[], index: number): Frame | null {
  const item = items[index];
  if (item?.kind !== 'number' || !item.number.sign || item.number.class === 'factor') return null;
  const { sign } = item.number;
  const previous = items[index - 1];
  const inParentheses = previous?.text === '(';
  if (sign === '-' && !inParentheses && !SIGNED_UNITS.has(item.number.class)) return null;
  return {
    form: 'change',
    direction: sign === '+' ? 'up' : 'down',
    sense: null,
    wording: null,
    from: index,
    to: index + 1,
    rule: 'step.signed',
    reason: 'a signed number is a difference',
  };
}

/** The frame of a number that nothing says more of: a level. */
export function levelFrame(index: number): Frame {
  return {
    form: 'absolute',
    direction: null,
    sense: null,
    wording: null,
    from: index,
    to: index + 1,
    rule: 'level.plain',
    reason: 'a number with its metric and no word of change is a level',
  };
}
