import type { MethodRole } from '../../domain/index.js';
import { wordsOf } from '../../knowledge/quantity-knowledge.js';
import { attendantSubject } from './attendant-subject.js';
import { isMatching } from './bind-baseline.js';
import { CLAUSE_VERBS, clauseStart, enclosingParenthesis } from './clauses.js';
import {
  type ClauseSubject,
  foreignSubject,
  ownerSubject,
  phraseSubject,
} from './phrase-subject.js';
import { proposedName, proposedPhrase } from './proposed-phrase.js';
import type { Item } from './sentence-items.js';
import { isTiedName, isTiedToNext, pairBefore, wholeName } from './whole-name.js';

const OWN = wordsOf('OwnWord');
const OBJECT_OF = wordsOf('ObjectOf');
const COMPARE = wordsOf('Compare');
const VIRTUE = wordsOf('Virtue');
// `pruning MLP layers`: parts of what the clause is about.
const PARTS = wordsOf('PartNoun');

// Between a preposition and its object: `than the frozen X`.
const PASSED = wordsOf('BeforeName');
const HEAD = wordsOf('ModelNoun');
const OWN_REACH = 6;

/**
 * What the clause of a number is about: the first method before it that is no object of a preposition or of a
 * comparison, or a later one that begins a coordinated clause. Null where the clause is about the paper's own
 * method ("we", "our model") or says nothing.
 */
export function clauseSubject(
  items: readonly Item[],
  index: number,
  roles: ReadonlyMap<string, MethodRole>,
  hasMain: boolean,
): ClauseSubject | null {
  const praised = praisedMethod(items, index, roles);
  if (praised) return { name: praised, foreign: false };
  const start = subjectStart(items, index);
  const asides = asidesBefore(items, start, index);
  let found: string | null = null;
  let fallback: string | null = null;
  let own = false;
  let opened = false;
  for (let at = start; at < index; at++) {
    const item = items[at] as Item;
    if (item.kind === 'word' && OWN.has(item.lower)) {
      // `Drawing on X, we …`: what stands before the comma is not what the clause is about.
      if (items[at - 1]?.text === ',') [found, own] = [null, true];
      else if (at - start < OWN_REACH && !found) own = true;
    }
    if (item.kind !== 'method' || asides.has(item) || isTiedToNext(items, at)) continue;
    if (PARTS.has(items[at + 1]?.lower ?? '')) continue;
    const pair = pairBefore(items, at);
    // `our largest model, X, achieves`: the name says whom the phrase means.
    if (isAgent(items, at)) [found, own, opened] = [item.name, false, true];
    else if (own && !found && isApposed(items, at))
      [found, own, opened] = [wholeName(items, at, item.name), false, true];
    else if (pair) [found, own, opened] = [pair, false, true];
    else if (opensClause(items, at))
      [found, own, opened] = [wholeName(items, at, item.name), false, true];
    else if (!isObject(items, at, start)) {
      const name = wholeName(items, at, item.name);
      // `our X-based classifier` is named by more than "our".
      const named = name !== item.name && OWN.has(items[at - 1]?.lower ?? '');
      // An own method that stands before as the object of a preposition is what the clause is about.
      if ((!own || named) && !found && !fallback) [found, opened] = [name, true];
    } else if (roles.get(item.name) === 'proposed') fallback ??= item.name;
  }
  const colon = items.findLastIndex(({ text }, at) => text === ':' && at >= start && at < index);
  if (colon >= 0 && (own || found) && !opened) {
    const said = phraseSubject(items, colon + 1, index, false);
    if (said) return said;
  }
  const attendant = attendantSubject(items, start, index);
  if (attendant) return attendant;
  const earlier = fallback !== null && found !== null && !opened;
  if (found && !earlier) return { name: found, foreign: false };
  if (own) {
    const named = proposedName(items, start, index);
    if (named !== null && roles.get(named) === 'proposed') return { name: named, foreign: false };
    const proposed = hasMain ? null : proposedPhrase(items, start, index);
    return proposed === null ? null : { name: proposed, foreign: false };
  }
  if (fallback) return { name: fallback, foreign: false };
  const opening = colon >= 0 && enclosingParenthesis(items, colon) === null ? colon + 1 : start;
  return (
    unnamedSubject(items, opening, index, hasMain) ??
    (opening > start ? unnamedSubject(items, start, index, hasMain) : null)
  );
}

function unnamedSubject(
  items: readonly Item[],
  start: number,
  index: number,
  hasMain: boolean,
): ClauseSubject | null {
  return (
    foreignSubject(items, start, index) ??
    ownerSubject(items, start, index) ??
    phraseSubject(items, start, index, hasMain)
  );
}

/** `across models (X, Y), the method reaches 95%`: the methods in a parenthesis that the number does not stand in. */
function asidesBefore(items: readonly Item[], start: number, index: number): ReadonlySet<Item> {
  const around = enclosingParenthesis(items, index);
  const opened: number[] = [];
  const asides = new Set<Item>();
  for (const [at, item] of items.slice(0, index).entries()) {
    if (item.text === '(') opened.push(at);
    else if (item.text === ')') opened.pop();
    else if (item.kind === 'method' && opened.length > 0 && opened.at(-1) !== around)
      if (!isShortForm(items, at, start)) asides.add(item);
  }
  return asides;
}

/** `A residual network (X) achieves`: a name alone in parentheses behind the words that a clause opens with. */
function isShortForm(items: readonly Item[], at: number, start: number): boolean {
  if (items[at - 1]?.text !== '(' || items[at + 1]?.text !== ')' || at - 1 <= start) return false;
  return items
    .slice(start, at - 1)
    .every(
      ({ kind, text, lower }) =>
        (kind === 'word' || kind === 'task' || kind === 'number' || text === '-') &&
        !OBJECT_OF.has(lower) &&
        !CLAUSE_VERBS.has(lower),
    );
}

/** `X keeps its accuracy while maintaining 94%`: before a participle the clause has no subject of its own. */
function subjectStart(items: readonly Item[], index: number): number {
  let start = clauseStart(items, index);
  while (
    /^(?:while|whereas|though)$/.test(items[start - 1]?.lower ?? '') &&
    /^\p{L}{2,}ing$/u.test(items[start]?.lower ?? '')
  )
    start = clauseStart(items, start - 1);
  return start;
}

/** `demonstrate the superiority of X, achieving …`: X, whoever demonstrates it. */
function praisedMethod(
  items: readonly Item[],
  index: number,
  roles: ReadonlyMap<string, MethodRole>,
): string | null {
  for (let at = index - 1; at > 1; at--) {
    const item = items[at] as Item;
    if (item.kind !== 'method' || roles.get(item.name) !== 'proposed') continue;
    if (items[at - 1]?.lower === 'of' && VIRTUE.has(items[at - 2]?.lower ?? '')) return item.name;
  }
  return null;
}

/** `…, and X achieves …`, `…, with X achieving …`, `…, where X …`: a name with its own verb after a joint. */
function opensClause(items: readonly Item[], at: number): boolean {
  const article = /^(?:the|an?)$/.test(items[at - 1]?.lower ?? '') ? 1 : 0;
  const joint = items[at - 1 - article]?.lower ?? '';
  if (joint === 'where' || joint === ':') {
    const next = items[at + 1];
    if (CLAUSE_VERBS.has(next?.lower ?? '')) return true;
    return next?.kind === 'word' && !OBJECT_OF.has(next.lower);
  }
  let next = isTiedName(items, at) ? at + 4 : at + 1;
  while (/(?:ly|^can|^also|^further|^even|^alone)$/.test(items[next]?.lower ?? '')) next++;
  const verb = items[next]?.lower ?? '';
  if (joint === 'with') return CLAUSE_VERBS.has(verb) && verb.endsWith('ing');
  return /^(?:and|,|–|—)$/.test(joint) && CLAUSE_VERBS.has(verb);
}

/** `The best accuracy was obtained by X`: who did it. */
function isAgent(items: readonly Item[], at: number): boolean {
  return AGENCY.test(items[at - 1]?.lower ?? '') && DONE.has(items[at - 2]?.lower ?? '');
}

const DONE = wordsOf('DoneBy');
const AGENCY = /^(?:by|using|with|via|through)$/;

/** `our largest model, X, …`: a name between commas behind the own noun that it explains. */
function isApposed(items: readonly Item[], at: number): boolean {
  if (items[at - 1]?.text !== ',' || items[at + 1]?.text !== ',') return false;
  if (!HEAD.has(items[at - 2]?.lower ?? '')) return false;
  for (let back = at - 3; back >= Math.max(0, at - OWN_REACH); back--) {
    const { kind, lower, text } = items[back] as Item;
    if (OWN.has(lower)) return true;
    if (text !== '-' && (kind !== 'word' || ENDS_PHRASE.test(lower) || OBJECT_OF.has(lower)))
      return false;
  }
  return false;
}

const ENDS_PHRASE = /^(?:the|an?)$/;

function isObject(items: readonly Item[], at: number, start: number): boolean {
  for (let back = at - 1; back >= Math.max(start, at - 5); back--) {
    const item = items[back] as Item;
    if (item.kind === 'number') return true;
    if (OBJECT_OF.has(item.lower) || COMPARE.has(item.lower)) return true;
    if (back === at - 1 && isMatching(items, back)) return true;
    if (isComparedWith(items, at, start)) return true;
    if (item.kind === 'method' || (item.kind === 'word' && PASSED.has(item.lower))) continue;
    if (item.text === ',' && items[back - 1]?.kind === 'method') continue;
    return false;
  }
  return false;
}

/** `Compared with the online leader X, …` */
function isComparedWith(items: readonly Item[], at: number, start: number): boolean {
  for (let back = at - 1; back >= Math.max(start, at - 7); back--) {
    const item = items[back] as Item;
    if (item.kind !== 'word' && item.text !== '-') return false;
    if (/^(?:compared|relative|unlike|than)$/.test(item.lower)) return true;
  }
  return false;
}
