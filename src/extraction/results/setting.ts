import type { Item } from './sentence-items.js';

const SHOTS = /^(?:zero|one|few|two|five|\d+)[- ]shot$/;
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

/**
 * The setting stated for a number: shots, split, steps or resolution, as written; null where none is.
 *
 * @param to the item before which the setting must stand: the next number of interest or the clause's end
 */
export function settingOf(text: string, items: readonly Item[], index: number): string | null {
  return stated(text, items, index) ?? shots(text, items, index) ?? split(text, items, index);
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
    if (WITH_UNITS.has(unitSymbol)) return number.text;
    if (compound)
      return text.slice(number.start, items[at + 3]?.end ?? number.end).split(/[,.;)]/)[0] ?? null;
  }
  return null;
}

function shots(text: string, items: readonly Item[], index: number): string | null {
  for (let at = Math.max(0, index - 8); at < Math.min(items.length, index + 8); at++) {
    const [first, hyphen, last] = [items[at], items[at + 1], items[at + 2]];
    if (!first || hyphen?.text !== '-' || !last) continue;
    const surface = text.slice(first.start, last.end);
    if (SHOTS.test(surface.toLowerCase())) return surface;
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
