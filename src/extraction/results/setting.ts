import type { Claim } from './claim.js';
import { phraseText } from './clauses.js';
import type { Item } from './sentence-items.js';
import { isSetBefore, isSetBehind, type SettingPhrase, SHOTS } from './setting-phrases.js';

const SPLITS =
  /^(?:test|validation|val|dev|development|training|held-out|unseen|seen|public|private|hard|easy|clean|other)$/;
const WITH_UNITS = new Set([
  'steps',
  'epochs',
  'tokens',
  'images',
  'samples',
  'examples',
  'labels',
  'queries',
  'iterations',
  'px',
]);

const TIED_NOUN = /^(?:shot|way|steps?|epochs?|frames?|views?|hop|bit|px)$/;

/**
 * The setting stated for a number: shots, split, steps or resolution, as written; null where none is.
 *
 * @param phrases those of the sentence
 */
export function settingOf(
  text: string,
  items: readonly Item[],
  phrases: readonly SettingPhrase[],
  claim: Claim,
): string | null {
  return (
    stated(text, items, claim.index) ??
    phrased(items, phrases, claim) ??
    split(text, items, claim.index)
  );
}

/** Shots or a resolution, behind the number or before it or the first of its list, or in the name of its metric. */
function phrased(
  items: readonly Item[],
  phrases: readonly SettingPhrase[],
  claim: Claim,
): string | null {
  const { index, frame, metric, list } = claim;
  const { members } = list;
  const ofAll = phrases.filter(({ texts }) => texts.length === 1);
  const level = frame.form === 'absolute';
  const [first, last] = [members[0] as number, members.at(-1) as number];
  const phrase =
    ofAll.find((one) => isSetBehind(items, list.tight ? last : index, one)) ??
    ofAll.findLast((one) => isSetBefore(items, index, one, level)) ??
    ofAll.findLast((one) => isSetBefore(items, startOf(items, claim), one, level));
  if (phrase) return phrase.texts[0] as string;
  const each = phrases.find(
    (one) =>
      one.texts.length === members.length &&
      (isSetBehind(items, last, one) || isSetBefore(items, first, one, level)),
  );
  if (each) return each.texts[members.indexOf(index)] ?? null;
  const named = metric?.from === undefined ? '' : phraseText(items, metric.from, metric.to);
  return metric?.way === 'before' ? null : (SHOTS.exec(named)?.[0] ?? null);
}

/** Index of the number before which a setting of the claim stands: the first of its list, or what it starts from. */
function startOf(items: readonly Item[], { index, frame, list }: Claim): number {
  const from = frame.rule === 'level.to' ? index - 2 : -1;
  return items[from]?.kind === 'number' ? from : (list.members[0] as number);
}

/** `24.6 with 50 steps`, `at 512 resolution`, `under 16-shot settings`. */
function stated(text: string, items: readonly Item[], index: number): string | null {
  for (let at = index + 1; at < Math.min(items.length, index + 8); at++) {
    const item = items[at] as Item;
    if (item.text === ',' || item.text === ';' || item.lower === 'and') return null;
    if (!/^(?:with|at|under|using|after|in)$/.test(item.lower)) continue;
    const number = items[at + 1];
    if (number?.kind !== 'number') continue;
    const { unitSymbol, compound } = number.number;
    const { start, end } = number.number;
    if (WITH_UNITS.has(unitSymbol)) return text.slice(start, end);
    if (items[at + 2]?.lower === 'resolution') return text.slice(start, items[at + 2]?.end);
    if (TIED_NOUN.test(compound ?? ''))
      return text.slice(start, items[at + 3]?.end ?? end).split(/[,.;)]/)[0] ?? null;
  }
  return null;
}

/** `on the COCO test set`, `on 10-Split`: the split that stands beside the data set to the right. */
function split(text: string, items: readonly Item[], index: number): string | null {
  for (let at = index + 1; at < Math.min(items.length, index + 10); at++) {
    const item = items[at] as Item;
    if (item.kind === 'number' || item.text === ';' || item.text === ',') return null;
    const next = items[at + 1];
    if (
      SPLITS.test(item.lower) &&
      /^(?:set|sets|split|splits|subset|partition)$/.test(next?.lower ?? '')
    ) {
      return text.slice(item.start, next?.end);
    }
  }
  return null;
}
