import { WORD_CLASSES, wordsOf } from '../../knowledge/quantity-knowledge.js';
import type { MaskedTerm } from '../nlp.js';
import type { NumberClass, NumberMention } from '../numbers/number-mention.js';
import type { Item } from './sentence-items.js';

const CLASSES_OF = new Map<string, string[]>();
const GOVERNORS = new Set(['Raise', 'Cut', 'Drop', 'Beat', 'Trail', 'SpeedUp', 'Compress']);
for (const { id, words } of WORD_CLASSES) {
  for (const word of words) {
    const tags = CLASSES_OF.get(word) ?? [];
    tags.push(id);
    if (GOVERNORS.has(id)) tags.push('Governor');
    CLASSES_OF.set(word, tags);
  }
}

/** The tags of a word by which wordings ask for it; none for a word that no class knows. */
export function classesOf(word: string): readonly string[] {
  return CLASSES_OF.get(word) ?? [];
}

const NUMBER_TAG: Record<NumberClass, string> = {
  percent: 'Pct',
  points: 'Pts',
  factor: 'Fac',
  physical: 'Phys',
  plain: 'Plain',
  share: 'Share',
};
// Words that wordings name as themselves; every other word of no class is one and the same.
const KEPT = wordsOf('Kept');
const CLAUSE_MARKS = new Set([';', ':', '(', ')', '[', ']', '—']);

/** A sentence as wordings see it, and the item that each term stands for. */
export interface Masked {
  readonly terms: readonly MaskedTerm[];
  readonly itemOf: readonly number[];
}

/** A whole number without a unit counts things, so that it is no `#Step`: "4 compression methods". */
function numberTags({ class: kind, decimals, sign }: NumberMention): string[] {
  const step = kind !== 'plain' || decimals > 0 || sign !== null;
  return ['Num', NUMBER_TAG[kind], ...(step ? ['Step'] : [])];
}

const HEADS = [
  'RaiseNoun',
  'CutNoun',
  'DropNoun',
  'SpeedNoun',
  'CompressNoun',
  'Less',
  'More',
  'Fast',
  'Slow',
];
const NOUNS = ['Word', 'Met', 'Mth', 'Tsk', 'Dat', 'Better', 'Keep'];

/**
 * What a term may be passed over as. Compromise takes as many terms as a repeated tag allows and never
 * gives one back, so each tag leaves out the word that comes after the gap.
 */
function gapTags(text: string, tags: readonly string[]): string[] {
  const has = (tag: string): boolean => tags.includes(tag);
  const gaps: string[] = [];
  if (NOUNS.some(has) && !HEADS.some(has)) gaps.push('Noun');
  if (has('Num') || has('Stop') || has('Governor')) return gaps;
  if (text !== 'by') gaps.push('BeforeBy');
  if (text !== 'to') gaps.push('BeforeTo');
  if (text !== 'by' && text !== 'of' && text !== 'to' && !has('Mark')) gaps.push('BeforeOf');
  return gaps;
}

function metricTags(item: Item & { kind: 'metric' }): readonly string[] {
  if (item.metric.metric.id === 'performance') return ['Perf'];
  return CLASSES_OF.get(item.lower) ?? [];
}

const MAX_ASIDE = 10;

/** The end of a short parenthesis without numbers, which no wording reads: `7.3x (forward) speedup`; -1 elsewhere. */
function asideEnd(items: readonly Item[], open: number): number {
  if (items[open]?.text !== '(') return -1;
  for (let at = open + 1; at <= Math.min(items.length - 1, open + MAX_ASIDE); at++) {
    if (items[at]?.kind === 'number' || items[at]?.text === '(') return -1;
    if (items[at]?.text === ')') return at;
  }
  return -1;
}

/** Replaces names, metrics and numbers by one word each, and every word that no wording knows by `w`. */
export function mask(items: readonly Item[]): Masked {
  const terms: MaskedTerm[] = [];
  const itemOf: number[] = [];
  const push = (index: number, text: string, tags: readonly string[]): void => {
    terms.push({ text, tags: [...tags, ...gapTags(text, tags)] });
    itemOf.push(index);
  };
  let skipped = -1;
  items.forEach((item, index) => {
    if (index <= skipped) return;
    skipped = asideEnd(items, index);
    if (skipped >= index) return;
    switch (item.kind) {
      case 'number':
        // A counting word is no number that a wording asks for: "improves all four by 3%".
        if (item.number.inWords && item.number.class === 'plain') push(index, 'w', ['Word']);
        else push(index, 'xnum', numberTags(item.number));
        break;
      case 'metric':
        push(index, 'xmet', ['Met', ...metricTags(item)]);
        break;
      case 'dataset':
        push(index, 'xdat', ['Dat']);
        break;
      case 'method':
        push(index, 'xmth', ['Mth']);
        break;
      case 'task':
        push(index, 'xtsk', ['Tsk']);
        break;
      case 'mark':
        if (CLAUSE_MARKS.has(item.text)) push(index, 'xmark', ['Mark']);
        else if (item.text === ',') push(index, 'xcomma', ['Comma']);
        break;
      case 'word': {
        const pair = CLASSES_OF.get(`${item.lower} ${items[index + 1]?.lower}`);
        const own = CLASSES_OF.get(item.lower);
        const tags = pair && own ? [...own, ...pair] : (pair ?? own);
        push(
          index,
          KEPT.has(item.lower) ? item.lower : 'w',
          tags ?? (KEPT.has(item.lower) ? [] : ['Word']),
        );
      }
    }
  });
  return { terms, itemOf };
}
