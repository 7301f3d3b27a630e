import type { MethodRole } from '../../domain/index.js';
import { WORD_CLASSES, wordsOf } from '../../knowledge/quantity-knowledge.js';
import { clauseStart, phraseText } from './clauses.js';
import type { Item } from './sentence-items.js';

/** What a clause says that its numbers belong to. */
export interface ClauseSubject {
  readonly name: string;
  /** A phrase for what is not the paper's own, where no name stands. */
  readonly foreign: boolean;
}

const OWN = wordsOf('OwnWord');
const OBJECT_OF = wordsOf('ObjectOf');
const COMPARE = wordsOf('Compare');
const VIRTUE = wordsOf('Virtue');
const FOREIGN = wordsOf('Foreign');
// Between a preposition and its object: `than the frozen X`.
const PASSED = wordsOf('BeforeName');
const VERBS = new Set([
  ...wordsOf('ReportingVerb'),
  ...WORD_CLASSES.filter(({ id }) =>
    /^(?:Raise|Cut|Drop|Beat|Trail|SpeedUp|Compress|Keep|Use)$/.test(id),
  ).flatMap(({ words }) => words),
]);
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
): ClauseSubject | null {
  const praised = praisedMethod(items, index, roles);
  if (praised) return { name: praised, foreign: false };
  const start = clauseStart(items, index);
  let found: string | null = null;
  let fallback: string | null = null;
  let own = false;
  for (let at = start; at < index; at++) {
    const item = items[at] as Item;
    if (item.kind === 'word' && OWN.has(item.lower) && at - start < OWN_REACH && !found) own = true;
    if (item.kind !== 'method') continue;
    if (opensClause(items, at)) [found, own] = [wholeName(items, at, item.name), false];
    else if (!isObject(items, at, start)) found ??= own ? null : wholeName(items, at, item.name);
    else if (roles.get(item.name) === 'proposed') fallback ??= item.name;
  }
  if (found) return { name: found, foreign: false };
  if (own) return null;
  if (fallback) return { name: fallback, foreign: false };
  const foreign = foreignSubject(items, start, index);
  return foreign ? { name: foreign, foreign: true } : null;
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

/** `…, and X achieves …`: a name with its own verb after a joint. */
function opensClause(items: readonly Item[], at: number): boolean {
  if (!/^(?:and|,|–|—|:)$/.test(items[at - 1]?.lower ?? '')) return false;
  let next = at + 1;
  while (/(?:ly|^can|^also|^further|^even|^alone)$/.test(items[next]?.lower ?? '')) next++;
  return VERBS.has(items[next]?.lower ?? '');
}

const TIED = wordsOf('TiedToName');

/** `SAM-distilled Swin`, `DINOv2-based classifier`: a name that another is tied to is only a part of it. */
function wholeName(items: readonly Item[], at: number, name: string): string {
  if (items[at + 1]?.text !== '-' || !TIED.has(items[at + 2]?.lower ?? '')) return name;
  const head = items[at + 3];
  return head?.kind === 'method' || head?.kind === 'word' ? phraseText(items, at, at + 4) : name;
}

function isObject(items: readonly Item[], at: number, start: number): boolean {
  for (let back = at - 1; back >= Math.max(start, at - 5); back--) {
    const item = items[back] as Item;
    if (item.kind === 'number') return true;
    if (OBJECT_OF.has(item.lower) || COMPARE.has(item.lower)) return true;
    if (item.kind === 'method' || (item.kind === 'word' && PASSED.has(item.lower))) continue;
    if (item.text === ',' && items[back - 1]?.kind === 'method') continue;
    return false;
  }
  return false;
}

const MAX_PHRASE = 10;

/** `a naive brute force baseline achieves 56%`: the phrase before the verb, from the word that calls it another's. */
function foreignSubject(items: readonly Item[], start: number, index: number): string | null {
  let from = -1;
  for (let at = start; at < Math.min(index, start + MAX_PHRASE); at++) {
    const item = items[at] as Item;
    if (item.kind === 'number' || item.kind === 'metric' || item.text === ',') return null;
    if (OBJECT_OF.has(item.lower)) return null;
    if (VERBS.has(item.lower)) return from >= 0 ? phraseText(items, from, at) : null;
    if (from < 0 && FOREIGN.has(item.lower)) from = at;
  }
  return null;
}
