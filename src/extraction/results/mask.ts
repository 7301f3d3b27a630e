import { WORD_CLASSES, wordsOf } from '../../knowledge/quantity-knowledge.js';
import { type MaskedTerm, maskedTerm } from '../nlp.js';
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
function numberTags({ class: kind, decimals, sign, bound }: NumberMention): string[] {
  const step = kind !== 'plain' || decimals > 0 || sign !== null;
  const most = bound === 'up_to' && /^(?:percent|points|factor)$/.test(kind);
  return ['Num', NUMBER_TAG[kind], ...(step ? ['Step'] : []), ...(most ? ['AtMost'] : [])];
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

const term = (text: string, tags: readonly string[]): MaskedTerm =>
  maskedTerm(text, [...tags, ...gapTags(text, tags)]);

// Places that are alike share one term: most words of a sentence are no wording's.
const DATASET = term('xdat', ['Dat']);
const METHOD = term('xmth', ['Mth']);
const TASK = term('xtsk', ['Tsk']);
const MARK = term('xmark', ['Mark']);
const COMMA = term('xcomma', ['Comma']);
const OTHER_WORD = term('w', ['Word']);
const METRIC = term('xmet', ['Met']);
const PERFORMANCE = term('xmet', ['Met', 'Perf']);

const WORDS = new Map<string, MaskedTerm>();
const METRICS = new Map<string, MaskedTerm>();
const PAIRS = new Map<string, Map<string, MaskedTerm>>();
for (const word of new Set([...CLASSES_OF.keys(), ...KEPT])) {
  const tags = CLASSES_OF.get(word);
  WORDS.set(word, term(KEPT.has(word) ? word : 'w', tags ?? []));
  if (tags) METRICS.set(word, term('xmet', ['Met', ...tags]));
  const [first = '', second] = word.split(' ');
  if (second === undefined) continue;
  const pairs = PAIRS.get(first) ?? new Map<string, MaskedTerm>();
  pairs.set(
    second,
    term(KEPT.has(first) ? first : 'w', [...(CLASSES_OF.get(first) ?? []), ...(tags ?? [])]),
  );
  PAIRS.set(first, pairs);
}

function wordTerm(word: string, next: string | undefined): MaskedTerm {
  return PAIRS.get(word)?.get(next ?? '') ?? WORDS.get(word) ?? OTHER_WORD;
}

function metricTerm({ metric, lower }: Item & { kind: 'metric' }): MaskedTerm {
  if (metric.metric.id === 'performance') return PERFORMANCE;
  // `a 9x inference speedup`, `70% of user queries`: the last word says what kind of noun it is.
  const last = lower.slice(lower.lastIndexOf(' ') + 1);
  const told = classesOf(last).some((tag) => /^(?:SpeedNoun|CostVerb|Thing)$/.test(tag));
  return METRICS.get(lower) ?? (told ? METRICS.get(last) : undefined) ?? METRIC;
}

const NUMBERS = new Map<string, MaskedTerm>();
function numberTerm(number: NumberMention): MaskedTerm {
  // A counting word is no number that a wording asks for: "improves all four by 3%".
  if (number.inWords && number.class === 'plain') return OTHER_WORD;
  const tags = numberTags(number);
  const known = NUMBERS.get(tags.join()) ?? term('xnum', tags);
  NUMBERS.set(tags.join(), known);
  return known;
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

const isRange = (item: Item | undefined): boolean =>
  item?.kind === 'number' && item.number.high !== null;

/** The term that stands for an item; null for punctuation that no wording asks for. */
function termOf(items: readonly Item[], index: number): MaskedTerm | null {
  const item = items[index] as Item;
  switch (item.kind) {
    case 'number':
      return numberTerm(item.number);
    case 'metric':
      return metricTerm(item);
    case 'dataset':
      return DATASET;
    case 'method':
      return METHOD;
    case 'task':
      return TASK;
    case 'mark':
      if (CLAUSE_MARKS.has(item.text)) return MARK;
      return item.text === ',' ? COMMA : null;
    case 'word':
      // `by between 35% and 60%`: the words of a range are its number's.
      if (item.lower === 'between' && isRange(items[index + 1])) return null;
      return wordTerm(item.lower, items[index + 1]?.lower);
  }
}

/** Replaces names, metrics and numbers by one word each, and every word that no wording knows by `w`. */
export function mask(items: readonly Item[]): Masked {
  const terms: MaskedTerm[] = [];
  const itemOf: number[] = [];
  for (let index = 0; index < items.length; index++) {
    const aside = asideEnd(items, index);
    const masked = aside < index ? termOf(items, index) : null;
    if (masked) {
      terms.push(masked);
      itemOf.push(index);
    }
    index = Math.max(index, aside);
  }
  return { terms, itemOf };
}
