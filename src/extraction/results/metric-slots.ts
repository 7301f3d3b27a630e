import { wordsOf } from '../../knowledge/quantity-knowledge.js';
import type { Frame } from './frame.js';
import { tiedMetric } from './metric-near.js';
import { acronymEndingAt, metricAt, metricRowOf, phraseMetric } from './metric-phrase.js';
import { type BoundMetric, isVague } from './metric-types.js';
import { nounPhraseFrom, nounPhraseUpTo } from './noun-phrase.js';
import type { Item } from './sentence-items.js';

const BARRIER = wordsOf('MetricBarrier');
const FUNCTION = wordsOf('FunctionWord');
const VERBAL = wordsOf('VerbalNoun');
const PREPOSITION = /^(?:in|of|on|for|at)$/;

/** The metric in the slots of the number's frame, first choice first; a known one before a phrase. */
export function slotMetric(
  items: readonly Item[],
  index: number,
  frame: Frame,
): BoundMetric | null {
  let phrase: BoundMetric | null = null;
  for (const slot of frame.slots) {
    // Words behind a later number of a list are not said of the list.
    if (frame.source !== null && slot !== 'between' && slot !== 'head') continue;
    const found = inSlot(items, index, frame, slot);
    // The object of a verb is what it changes, known or not: "reduces judging bias by 19%".
    const object = slot === 'between' && /(?:-by|^level\.(?:from|to))$/.test(frame.rule);
    // `improves small models by 5 points in accuracy`: what is tied to the number says more than the object.
    const tied = found && object && !found.row ? tiedMetric(items, index) : null;
    if (tied?.row) return tied;
    if (found && (found.row ? !isVague(found) : object)) return found;
    phrase ??= found;
  }
  return phrase;
}

function inSlot(
  items: readonly Item[],
  index: number,
  frame: Frame,
  slot: Frame['slots'][number],
): BoundMetric | null {
  switch (slot) {
    case 'between':
      return between(items, index, frame, true);
    case 'known-between':
      return between(items, index, frame, false);
    case 'after':
      return after(items, index, frame);
    case 'in':
      return within(items, frame.to);
    case 'head':
      return upTo(items, frame);
    case 'before':
      return before(items, frame.from);
  }
}

/** `reduces the target length by 21%`: the object; `83% parameter reduction`: the noun before the head. */
function between(
  items: readonly Item[],
  index: number,
  frame: Frame,
  phrases: boolean,
): BoundMetric | null {
  const behind = index < frame.to - 1;
  const [from, to] = behind
    ? [index + 1, frame.to - 1]
    : [frame.from + (frame.source === null ? 1 : 0), index];
  for (let at = from; at < to; at++) {
    const metric = metricAt(items, at, 'slot');
    if (metric) return metric;
  }
  if (!phrases) return null;
  const phrase = behind
    ? nounPhraseUpTo(items, to, from)
    : nounPhraseFrom(items, objectFrom(items, from, to, frame.source === null), to);
  return phrase && phraseMetric(items, phrase.from, phrase.to);
}

/**
 * `reduces TF-IDF stylometric attribution`: a name that opens the object says whose or where it is measured.
 * `a reduction in query volume of 12%`: behind a noun of change a preposition opens it.
 */
function objectFrom(items: readonly Item[], from: number, to: number, own: boolean): number {
  const tied = own && /^(?:in|of)$/.test(items[from]?.lower ?? '') && !isGerund(items[from + 1]);
  let at = tied ? from + 1 : from;
  while (at < to - 1 && (items[at]?.kind === 'method' || items[at]?.kind === 'dataset')) at++;
  return at;
}

const REACH_AFTER = 5;
const AFTER_END = /^(?:than|over|compared|with|and|per|for|in|on|at)$/;

function after(items: readonly Item[], index: number, frame: Frame): BoundMetric | null {
  // The last word of some wordings is the first of what they measure: "saves 40% memory", "3x the cost of X".
  const holds = /^(?:step\.(?:cuts|times-the)|level\.of-things)$/.test(frame.rule);
  const inner = holds || frame.form === 'share' ? 1 : 0;
  const start = Math.max(frame.to - inner, index + 1);
  for (let at = start; at < Math.min(items.length, start + REACH_AFTER); at++) {
    const item = items[at] as Item;
    const metric = metricAt(items, at, 'slot');
    if (metric) return metric;
    if (item.kind === 'number' || item.text === ',' || BARRIER.has(item.lower)) break;
    if (AFTER_END.test(item.lower) && items[at + 1]?.text !== '-') break;
  }
  const phrase = nounPhraseFrom(items, start, items.length);
  return phrase && phraseMetric(items, phrase.from, phrase.to);
}

/** `… in accuracy`, `… in terms of mAP`, after the wording; a name may stand between: `by 11% over LoRA in accuracy`. */
function within(items: readonly Item[], at: number): BoundMetric | null {
  let start = endOfNumbers(items, at);
  for (let skipped = 0; skipped < 5 && start < items.length; skipped++, start++) {
    const item = items[start] as Item;
    if (/^(?:in|of|on|for|w\.r\.t|regarding)$/.test(item.lower)) break;
    // `by 50%, showing the promise of …`: another claim begins.
    const opens = item.text === ',' && /^\p{L}+ing$/u.test(items[start + 1]?.lower ?? '');
    if (item.kind === 'number' || BARRIER.has(item.lower) || opens) return null;
  }
  if (!PREPOSITION.test(items[start]?.lower ?? '')) return null;
  if (items[start + 1]?.lower === 'terms' && items[start + 2]?.lower === 'of') start += 2;
  if (isGerund(items[start + 1])) return null;
  if (items[start]?.lower !== 'of') {
    const told = inTermsOf(items, start + 1);
    if (told) return told;
  }
  const noun = /^(?:in|of)$/.test(items[start]?.lower ?? '');
  for (let next = start + 1; next < Math.min(items.length, start + 6); next++) {
    const metric = metricAt(items, next, 'slot');
    // `5% on unlabelled data`: where it was measured.
    if (metric?.row?.category === 'data' && !noun) return null;
    if (metric) return lastOfPhrase(items, next, metric);
    const item = items[next] as Item;
    const stops = item.kind === 'number' || (item.kind === 'mark' && item.text !== '-');
    if (stops || BARRIER.has(item.lower) || item.lower === 'and') break;
  }
  const first = items[start + 1];
  if (
    !noun ||
    (items[start]?.lower === 'of' && start !== at) ||
    first?.kind === 'dataset' ||
    first?.kind === 'method'
  )
    return null;
  const phrase = nounPhraseFrom(items, start + 1, items.length);
  return phrase && phraseMetric(items, phrase.from, phrase.to);
}

const LIST_MARK = /^(?:,|and|or|\/)$/;

/** `by 1.0, 4.5 and 3.3 points in F1`: what follows the last of a list holds for the first. */
function endOfNumbers(items: readonly Item[], at: number): number {
  let end = at;
  for (let next = at; next < items.length; next++) {
    if (items[next]?.kind === 'number') end = next + 1;
    else if (!LIST_MARK.test(items[next]?.lower ?? '')) break;
  }
  return end;
}

const REACH_TERMS = 12;

/** `on the X data set in terms of UF1`: said after where it was measured. */
function inTermsOf(items: readonly Item[], from: number): BoundMetric | null {
  for (let at = from; at < Math.min(items.length - 3, from + REACH_TERMS); at++) {
    const item = items[at] as Item;
    if (item.kind === 'number' || BARRIER.has(item.lower) || item.text === ',') return null;
    if (item.lower !== 'terms' || items[at + 1]?.lower !== 'of') continue;
    const first = items[at + 2]?.lower === 'the' ? at + 3 : at + 2;
    return metricAt(items, first, 'slot') ?? acronymEndingAt(items, first);
  }
  return null;
}

/** `in tracking error signal energy`, `in preference alignment data`: the noun phrase ends with another word. */
function lastOfPhrase(items: readonly Item[], at: number, metric: BoundMetric): BoundMetric | null {
  let end = at;
  while (end < at + 3 && isNounLike(items[end + 1])) end++;
  return end === at ? metric : metricAt(items, end, 'slot');
}

/** `in detecting bias` says what is done, not what is measured. */
function isGerund(item: Item | undefined): boolean {
  return item?.kind === 'word' && item.lower.endsWith('ing') && !VERBAL.has(item.lower);
}

function isNounLike(item: Item | undefined): boolean {
  if (item?.kind === 'metric') return true;
  return item?.kind === 'word' && !FUNCTION.has(item.lower) && !/(?:ing|ed|ly)$/.test(item.lower);
}

/** `success probability gain of 5.7%`: the noun phrase that the noun of change closes. */
function upTo(items: readonly Item[], { from, headEnd }: Frame): BoundMetric | null {
  const end = headEnd ?? from;
  // The object of a verb begins behind it.
  const floor = end > from ? Math.max(end - 5, from + 1) : Math.max(0, end - 5);
  const phrase = nounPhraseUpTo(items, end, floor);
  return phrase && phraseMetric(items, phrase.from, phrase.to);
}

const REACH_BEFORE = 14;

/** `accuracy on CIFAR-10 improves by 3%`: the subject of the verb. */
function before(items: readonly Item[], from: number): BoundMetric | null {
  for (let at = from - 1; at >= Math.max(0, from - REACH_BEFORE); at--) {
    const item = items[at] as Item;
    const metric = metricAt(items, at, 'left');
    if (metric) return items[at - 1]?.kind === 'number' ? null : metric;
    if (item.kind === 'number' || BARRIER.has(item.lower)) return null;
  }
  return null;
}

const SPEED_OF: readonly [RegExp, string][] = [
  [/^(?:train|fine-tun|finetun|converg)/, 'training speed'],
  [/^(?:infer)/, 'inference speed'],
  [/^(?:decod)/, 'decoding speed'],
  [/^(?:generat|sampl)/, 'generation speed'],
  [/^(?:render)/, 'rendering speed'],
];

/** "faster" says speed; the words right beside it say of what. */
export function sharpened(
  items: readonly Item[],
  index: number,
  frame: Frame,
  said: BoundMetric | null,
): BoundMetric {
  const name = frame.wording?.metric as string;
  const row = metricRowOf(name.replaceAll(' ', '-'));
  const base: BoundMetric = { name, row, from: frame.from, to: frame.to, way: 'wording' };
  // "2x larger batch size": what follows says of what.
  if (name !== 'speed') return said ?? base;
  for (let at = Math.min(index, frame.from); at < Math.min(items.length, frame.to + 4); at++) {
    const lower = items[at]?.lower ?? '';
    if (
      at >= frame.to &&
      (/^(?:[,;.)(]|than|compared|over|and|while|with|without|on)$/.test(lower) ||
        items[at]?.kind === 'number')
    )
      break;
    for (const [pattern, sharper] of SPEED_OF)
      if (pattern.test(lower))
        return { ...base, name: sharper, row: metricRowOf(sharper.replaceAll(' ', '-')) ?? row };
  }
  const faster = said?.row && said.row.id !== 'speed' && said.row.category === 'speed';
  return faster && said.row?.better === 'higher' ? said : base;
}
