import { wordsOf } from '../../knowledge/quantity-knowledge.js';
import { type FoundWording, findWordings } from '../nlp.js';
import { type Frame, stepFrame, wordedFrame } from './frame.js';
import { parenthesisFrame } from './frame-parenthesis.js';
import { mask } from './mask.js';
import type { Item } from './sentence-items.js';

const SIGNED = new Set(['percent', 'points']);
const SIGNED_LEVEL = wordsOf('SignedLevel');

/** The frames that wordings, verbs of number and signs give; coordination is not looked at here. */
export function ownFrames(items: readonly Item[], numbers: readonly number[]): Map<number, Frame> {
  const frames = new Map<number, Frame>();
  for (const [index, { wording, from, to }] of bestWordings(items))
    frames.set(index, wordedFrame(items, index, wording, from, to));
  for (const index of numbers) {
    const frame = verbFrame(items, index) ?? signedFrame(items, index) ?? boundFrame(items, index);
    const worded = frames.get(index);
    // "increases this gain to +8.6%" is a gain, no level.
    if (frame && (!worded || worded.form === 'absolute' || frame.rule === 'step.verb'))
      frames.set(index, frame);
  }
  return frames;
}

function bestWordings(items: readonly Item[]): Map<number, FoundWording> {
  const best = new Map<number, FoundWording>();
  const { terms, itemOf } = mask(items);
  if (!terms.some(({ tags }) => tags.has('Num'))) return best;
  for (const { wording, from, to } of findWordings(terms)) {
    let at = to - 1;
    while (at >= from && !terms[at]?.tags.has('Num')) at--;
    const index = itemOf[at];
    if (at < from || index === undefined) continue;
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

/** `doubles the throughput`, `halving the cost`, `accuracy doubled`. */
function verbFrame(items: readonly Item[], index: number): Frame | null {
  const item = items[index];
  if (item?.kind !== 'number' || !item.number.verb) return null;
  return stepFrame(items, index, item.number.verb, {
    slots: ['after', 'before'],
    rule: 'step.verb',
    reason: 'a verb of multiplying or halving',
  });
}

/** `(+3.5%)`, `+2.9% in AUC`: the sign says that it is a difference; a minus alone may be a negative level. */
function signedFrame(items: readonly Item[], index: number): Frame | null {
  const item = items[index];
  if (item?.kind !== 'number' || !item.number.sign || item.number.class === 'factor') return null;
  const { sign } = item.number;
  if (isSignedLevel(items, index)) return null;
  const previous = items[index - 1];
  const beside = previous?.text === '(' || previous?.kind === 'metric';
  if (sign === '-' && !beside && !SIGNED.has(item.number.class)) return null;
  // `gains in empathy (+1.33)`: what stands before the parenthesis says of what.
  const outer = parenthesisFrame(items, index, true);
  return stepFrame(items, index, sign === '+' ? 'up' : 'down', {
    ...(outer ? { from: outer.from, to: outer.to, headEnd: outer.headEnd } : {}),
    slots: outer?.slots ?? ['between', 'in'],
    rule: 'step.signed',
    reason: 'a signed number is a difference',
  });
}

const LINK = /^(?:of|=|:|is|was|\(|at)$/;

/** `biases of +0.014`, `a negative ICC (-0.567)`, `a +13.7 point bias`: what can fall below zero has a sign of its own. */
function isSignedLevel(items: readonly Item[], index: number): boolean {
  const behind = items[index + 1]?.lower ?? '';
  const linked = LINK.test(items[index - 1]?.lower ?? '') ? items[index - 2] : undefined;
  return SIGNED_LEVEL.has(lastWord(behind)) || SIGNED_LEVEL.has(lastWord(linked?.lower ?? ''));
}

const lastWord = (text: string): string => text.slice(text.lastIndexOf(' ') + 1);

/**
 * `wins by a clear margin of 2.1%`, `stays within 3% of the original`: the words before the number, which are read
 * with it, say that it is a difference.
 */
function boundFrame(items: readonly Item[], index: number): Frame | null {
  const item = items[index];
  if (item?.kind !== 'number' || !SIGNED.has(item.number.class)) return null;
  if (/\bmargins? of /.test(item.lower))
    return stepFrame(items, index, 'up', {
      sense: 'gain',
      slots: ['in', 'after'],
      rule: 'step.margin',
      reason: 'a margin is a difference',
    });
  const near = item.lower.startsWith('within ') && items[index + 1]?.lower === 'of';
  if (!near) return null;
  return stepFrame(items, index, 'down', {
    slots: ['before'],
    rule: 'step.within',
    reason: 'within so much of a level is a difference to it',
  });
}
