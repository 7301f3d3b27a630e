import { wordsOf } from '../../knowledge/quantity-knowledge.js';
import { CLAUSE_VERBS, phraseText } from './clauses.js';
import type { Item } from './sentence-items.js';

/** What a number is compared against, as the text has it. */
export interface BoundBaseline {
  readonly text: string;
}

const CLAUSE = wordsOf('ClauseWord');
const DETERMINER = /^(?:the|a|an|its|their|those|that|of|both)$/;
const PHRASE_END = wordsOf('BaselineEnd');
/** `over successive iterations`, `over the test sets`: how long or where something was measured. */
const COURSE = wordsOf('Course');
const BEATING = wordsOf('Beating');
const MATCHING = wordsOf('Matching');
const BEFORE_NOUN = wordsOf('BeforeNoun');
/** `outperforms it`: what is named elsewhere. */
const PRONOUN = /^(?:it|them|this|others)$/i;
const MAX_WORDS = 7;
const REACH = 16;

/** After than, over, compared to, or the object of outperforming; null where the text sets it against nothing. */
export function bindBaseline(items: readonly Item[], index: number): BoundBaseline | null {
  return forward(items, index) ?? backward(items, index);
}

function forward(items: readonly Item[], index: number): BoundBaseline | null {
  for (let at = index + 1; at < Math.min(items.length, index + REACH); at++) {
    const item = items[at] as Item;
    if (CLAUSE.has(item.lower)) return null;
    if (item.kind === 'number' && at > index + 10) return null;
    const start = comparisonAt(items, at);
    if (start !== null) return baselineAt(items, start);
  }
  return null;
}

function backward(items: readonly Item[], index: number): BoundBaseline | null {
  for (let at = index - 1; at >= 0; at--) {
    const item = items[at] as Item;
    if (CLAUSE.has(item.lower)) return null;
    const start = comparisonAt(items, at);
    if (start !== null && start < index) return baselineAt(items, start);
  }
  return null;
}

/** Where what is compared with begins, after the words of comparison at `at`; null where none stand there. */
function comparisonAt(items: readonly Item[], at: number): number | null {
  const lower = items[at]?.lower ?? '';
  const next = items[at + 1]?.lower ?? '';
  if (/^(?:than|over|versus|against)$/.test(lower)) {
    const course = items[at + 1]?.lower === 'the' && items[at + 2]?.lower === 'course';
    return items[at + 1]?.kind === 'number' || course ? null : at + 1;
  }
  if (lower === 'vs') return items[at + 1]?.text === '.' ? at + 2 : at + 1;
  if (/^(?:compared|relative|comparison)$/.test(lower) && /^(?:to|with)$/.test(next)) return at + 2;
  if (BEATING.has(lower)) return at + 1;
  // `approaches its BERT teacher`
  const named = DETERMINER.test(next) ? at + 2 : at + 1;
  if (isMatching(items, at) && items[named]?.kind === 'method') return at + 1;
  // `improves upon X`
  if (lower === 'upon' && /^improv/.test(items[at - 1]?.lower ?? '')) return at + 1;
  return null;
}

/** `X approaches Y`, not `a novel approach Y`. */
export function isMatching(items: readonly Item[], at: number): boolean {
  return MATCHING.has(items[at]?.lower ?? '') && !BEFORE_NOUN.has(items[at - 1]?.lower ?? '');
}

/** The noun phrase that begins at `start`, without its article; a method's name stands for the phrase it is in. */
function baselineAt(items: readonly Item[], start: number): BoundBaseline | null {
  let from = start;
  while (items[from]?.kind === 'word' && DETERMINER.test(items[from]?.lower ?? '')) from++;
  let to = from;
  for (; to < Math.min(items.length, from + MAX_WORDS * 2); to++) {
    const item = items[to] as Item;
    if (item.kind === 'number') break;
    // `over the baseline and achieves …`
    if (item.lower === 'and' && CLAUSE_VERBS.has(items[to + 1]?.lower ?? '')) break;
    if (item.kind === 'mark' && !/^[-/]$/.test(item.text) && !isDigitOfName(items, to)) break;
    if (to > from && item.kind === 'word' && PHRASE_END.has(item.lower) && !isTied(items, to))
      break;
    if (item.kind === 'method' && items[to + 1]?.text !== '-') return { text: item.name };
  }
  while (to > from && isLoose(items, to - 1)) to--;
  const text = phraseText(items, from, to);
  if (
    items[start - 1]?.lower === 'over' &&
    COURSE.has(/\p{L}+$/u.exec(text)?.[0].toLowerCase() ?? '')
  )
    return null;
  return text.length > 1 && !PRONOUN.test(text) ? { text } : null;
}

/** What joins a phrase to another and ends none. */
const isLoose = (items: readonly Item[], at: number): boolean =>
  /^(?:and|or)$/.test(items[at]?.lower ?? '') ||
  (items[at]?.kind === 'mark' && !isDigitOfName(items, at));

/** `AI Scientist v2`: the digits of a name. */
const isDigitOfName = (items: readonly Item[], at: number): boolean =>
  /^\d/.test(items[at]?.text ?? '') && items[at]?.start === items[at - 1]?.end;

/** `state-of-the-art`: words that hyphens tie end no phrase. */
function isTied(items: readonly Item[], at: number): boolean {
  return items[at - 1]?.text === '-' || items[at + 1]?.text === '-';
}
