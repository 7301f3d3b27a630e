import { wordsOf } from '../../knowledge/quantity-knowledge.js';
import { CLAUSE_VERBS, enclosingParenthesis, phraseText } from './clauses.js';
import { classesOf } from './mask.js';
import type { Item } from './sentence-items.js';

/** What a clause says that its numbers belong to. */
export interface ClauseSubject {
  readonly name: string;
  /** A phrase for what is not the paper's own, where no name stands. */
  readonly foreign: boolean;
}

const OWN = wordsOf('OwnWord');
const OBJECT_OF = wordsOf('ObjectOf');
const FOREIGN = wordsOf('Foreign');
const MAX_PHRASE = 10;

/** `a naive brute force baseline achieves 56%`: the phrase before the verb, from the word that calls it another's. */
export function foreignSubject(
  items: readonly Item[],
  start: number,
  index: number,
): ClauseSubject | null {
  let from = -1;
  for (let at = start; at < Math.min(index, start + MAX_PHRASE); at++) {
    const item = items[at] as Item;
    if (from >= 0 && at > from && CLAUSE_VERBS.has(item.lower))
      return { name: phraseText(items, from, beforeAdverbs(items, at)), foreign: true };
    if (item.kind === 'number' || item.kind === 'metric' || item.text === ',') return null;
    if (OBJECT_OF.has(item.lower) || CLAUSE_VERBS.has(item.lower)) return null;
    // `a new state of the art`: what is reached.
    if (from < 0 && FOREIGN.has(item.lower) && items[at - 1]?.lower !== 'new') from = at;
  }
  return null;
}

const POSSESSIVE = /['’]s$/;

/** `the student's hit rate reaches 90%`: who has the metric that the number is of. */
export function ownerSubject(
  items: readonly Item[],
  start: number,
  index: number,
): ClauseSubject | null {
  const at = items.findLastIndex(
    ({ kind, text }, place) =>
      place >= start && place < index && kind === 'word' && POSSESSIVE.test(text),
  );
  if (at < 0 || items[at + 1]?.kind !== 'metric') return null;
  let from = at;
  while (from > start && at - from < MAX_WORDS && isPhraseWord(items, from - 1)) from--;
  // `it matches the teacher's accuracy with 40% fewer …`: an object, with the verb before it.
  const isVerb = ({ lower }: Item): boolean => CLAUSE_VERBS.has(lower) && !lower.endsWith('ing');
  if (items.slice(start, from).some(isVerb) || !items.slice(at + 2, index).some(isVerb))
    return null;
  const name = phraseText(items, from, at + 1).replace(POSSESSIVE, '');
  const head = name.split(' ').at(-1)?.toLowerCase() ?? '';
  return OWN_PHRASE.has(head) ? null : { name, foreign: true };
}

export const MAX_WORDS = 8;
const OWN_PHRASE = wordsOf('OwnPhrase');
const ARTEFACT = wordsOf('Artefact');
const SUPERLATIVE = wordsOf('Superlative');
const CHANGE_NOUN = new Set(['RaiseNoun', 'CutNoun']);

/**
 * `humans showed …`, `prompts that reduce …`: the phrase before the verb of the number, where it names something in
 * particular. A paper with a method of its own is about that, so that only others' best are taken there.
 */
export function phraseSubject(
  items: readonly Item[],
  start: number,
  index: number,
  hasMain: boolean,
): ClauseSubject | null {
  let verb = index - 1;
  // `models struggle: their F1 scores reach 0.39` is about the models.
  while (verb > start && (!isFiniteVerb(items, verb) || hasMetricAsSubject(items, verb))) verb--;
  if (verb <= start) return null;
  const end = beforeAdverbs(items, verb);
  // `larger models (70B) reach …`
  const open = items[end - 1]?.text === ')' ? enclosingParenthesis(items, end - 1) : null;
  // `the best model (X) reaches …`
  const inside = items[end - 2];
  if (open !== null && open === end - 3 && inside?.kind === 'method')
    return { name: inside.name, foreign: false };
  const to = open !== null && open > start ? open : end;
  let from = to;
  while (from > start && to - from < MAX_WORDS && inPhrase(items, from - 1)) from--;
  while (
    from < to &&
    /^(?:and|but|yet|then|thus|even|both|all|many|these|those|which|that|where|when|who)$/.test(
      items[from]?.lower ?? '',
    )
  )
    from++;
  const words = items.slice(from, to);
  const last = words.at(-1);
  if (last?.kind !== 'word' || !opensPhrase(items, from, start)) return null;
  if (words[0]?.kind === 'mark' && !isGluedDigit(items, from)) return null;
  // `improvements exceed 25%`: what is said is how large they are.
  if (classesOf(last.lower).some((tag) => CHANGE_NOUN.has(tag))) return null;
  const name = phraseText(items, from, to);
  const best = name.split(' ').some((word) => SUPERLATIVE.has(word.toLowerCase()));
  // `the final model`: the paper's own, unnamed.
  const general = last.text === last.lower && items[from - 1]?.lower === 'the';
  const bare = words.length === 1 && (OWN_PHRASE.has(last.lower) || ARTEFACT.has(last.lower));
  const own = bare || (OWN_PHRASE.has(last.lower) && general && !isParticular(words));
  const article = items[from - 1]?.lower ?? '';
  // `a naive baseline`, `rule-aware selectors`
  const many = words.length > 1 && MANY.test(last.lower) && !isArticle(items[from - 1]);
  const stranger = ARTEFACT.has(last.lower) && (/^an?$/.test(article) || many);
  if (hasMain ? !best && !stranger : own && !best) return null;
  return { name, foreign: best };
}

const EVIDENCE = wordsOf('Evidence');
const QUALIFIER = wordsOf('OwnQualifier');

/** `the single-agent system`, not `the resulting model`: words before the noun that tell it from others. */
export function isParticular(words: readonly Item[]): boolean {
  if (EVIDENCE.has(words.at(-1)?.lower ?? '')) return false;
  return words.slice(0, -1).some(({ kind, lower }) => kind === 'word' && !QUALIFIER.has(lower));
}

const FARING = wordsOf('Faring');
const MANY = /[^s]s$/;
const BESIDE_VERB = /(?:ly|^that|^which|^can|^also|^even|^alone|^already|^still|^just)$/;

/** Where the words begin that stand between a subject and its verb. */
export function beforeAdverbs(items: readonly Item[], verb: number): number {
  let to = verb;
  while (BESIDE_VERB.test(items[to - 1]?.lower ?? '')) to--;
  return to;
}

function isArticle(item: Item | undefined): boolean {
  return item === undefined || /^(?:the|a|an)$/.test(item.lower);
}

/** Nothing stands before the phrase that makes it an object or a part of a longer one. */
function opensPhrase(items: readonly Item[], from: number, start: number): boolean {
  const place = from > start && isArticle(items[from - 1]) ? from - 2 : from - 1;
  const before = items[place];
  if (place < start || !before || before.kind === 'mark') return true;
  return before.kind === 'word' && !OBJECT_OF.has(before.lower) && !CLAUSE_VERBS.has(before.lower);
}

function hasMetricAsSubject(items: readonly Item[], verb: number): boolean {
  return items[beforeAdverbs(items, verb) - 1]?.kind === 'metric';
}

/** A verb of reporting or of having, or what stands behind an artefact and ends as a verb: `a probe identifies …`. */
function isFiniteVerb(items: readonly Item[], at: number): boolean {
  const { kind, lower } = items[at] as Item;
  if (kind !== 'word' || isNounResults(items, at) || isChangeNoun(items, at)) return false;
  if (/^(?:has|have|had)$/.test(lower)) return true;
  if (FARING.has(lower) && ARTEFACT.has(items[at - 1]?.lower ?? '')) return true;
  if (ARTEFACT.has(items[at - 1]?.lower ?? '') && /\p{L}{3}[^\Ws]s$/u.test(lower)) return true;
  return CLAUSE_VERBS.has(lower) && !/(?:ing|^is|^are|^was|^were)$/.test(lower);
}

/** `an average increase of 2%`: a noun behind its article. */
function isChangeNoun(items: readonly Item[], at: number): boolean {
  if (!classesOf(items[at]?.lower ?? '').some((tag) => CHANGE_NOUN.has(tag))) return false;
  return [items[at - 1], items[at - 2]].some((item) => /^(?:an?|the)$/.test(item?.lower ?? ''));
}

/** `Experimental results present …`: a noun there, and so no verb. */
function isNounResults(items: readonly Item[], at: number): boolean {
  return items[at]?.lower === 'results' && items[at + 1]?.lower !== 'in';
}

/** A word of the phrase, or the digit of `3D`. */
export function inPhrase(items: readonly Item[], at: number): boolean {
  return isGluedDigit(items, at) || isPhraseWord(items, at);
}

function isGluedDigit(items: readonly Item[], at: number): boolean {
  return /^\d$/.test(items[at]?.text ?? '') && items[at]?.end === items[at + 1]?.start;
}

/** A word that a noun phrase may hold: no article, preposition, verb of reporting nor word for the paper's own. */
export function isPhraseWord(items: readonly Item[], at: number): boolean {
  const item = items[at] as Item;
  if (item.kind === 'mark') return item.text === '-';
  if (item.kind !== 'word') return false;
  // `Chain-of-thought prompting`, `top-performing models`, `a trained method`.
  if (items[at - 1]?.text === '-' || items[at + 1]?.text === '-') return true;
  if (/ed$/.test(item.lower) && isArticle(items[at - 1])) return true;
  return (
    !isArticle(item) &&
    !OBJECT_OF.has(item.lower) &&
    !OWN.has(item.lower) &&
    !CLAUSE_VERBS.has(item.lower) &&
    item.lower !== 'to'
  );
}
