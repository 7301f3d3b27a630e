import type { MethodRole } from '../../domain/index.js';
import { wordsOf } from '../../knowledge/quantity-knowledge.js';
import { clauseStart, enclosingParenthesis, phraseText } from './clauses.js';
import type { Frame } from './frame.js';
import { isOtherLevel } from './other-level.js';
import type { Item } from './sentence-items.js';

export interface BoundSubject {
  readonly name: string;
  readonly way: 'parenthesis' | 'beside' | 'clause' | 'own' | 'reference' | 'phrase';
}

/** What is known of the paper's methods when a number's subject is sought. */
export interface KnownMethods {
  readonly roles: ReadonlyMap<string, MethodRole>;
  /** The paper's own method; null where none is named. */
  readonly main: string | null;
}

const OWN = wordsOf('OwnWord');
const OBJECT_OF = wordsOf('ObjectOf');
const COMPARE = wordsOf('Compare');
const VIRTUE = wordsOf('Virtue');
const FOREIGN = wordsOf('Foreign');
// Between a preposition and its object: `than the frozen X`.
const PASSED =
  /^(?:the|a|an|and|both|or|standard|vanilla|existing|previous|baseline|original|frozen|full|larger|much|all|other|recent|prior|strong|popular)$/;

/** Whose number it is; null where the text does not say. */
export function bindSubject(
  items: readonly Item[],
  index: number,
  frame: Frame,
  methods: KnownMethods,
): BoundSubject | null {
  const other = frame.form === 'absolute' && isOtherLevel(items, index, frame);
  const beside = besideNumber(items, index, frame, methods);
  if (beside) return beside;
  if (other) return foreignPhrase(items, index);
  const clause = clauseSubject(items, index, methods);
  if (clause) return clause;
  return methods.main ? { name: methods.main, way: 'own' } : null;
}

/** `GPT-4o (34.5)`, `Claude (22.0 and 14.9)`, `GPT-4o's 34.5`, `34.5 for GPT-4o`. */
function besideNumber(
  items: readonly Item[],
  index: number,
  frame: Frame,
  { roles }: KnownMethods,
): BoundSubject | null {
  const open = enclosingParenthesis(items, index);
  const named = open === null ? undefined : items[open - 1];
  if (named?.kind === 'method' && (frame.form === 'absolute' || roles.get(named.name) !== 'base')) {
    return { name: named.name, way: 'parenthesis' };
  }
  for (let at = index - 1; at >= Math.max(0, index - 4); at--) {
    const item = items[at] as Item;
    if (item.kind === 'number' || item.text === ',' || item.text === '(') break;
    if (item.kind !== 'method') continue;
    if (at === index - 1 || /^['’]s?$/.test(items[at + 1]?.text ?? ''))
      return { name: item.name, way: 'beside' };
    break;
  }
  if (frame.form !== 'absolute' || frame.wording) return null;
  const [link, after] = [items[index + 1], items[index + 2]];
  if (/^(?:for|by|with|from)$/.test(link?.lower ?? '') && after?.kind === 'method') {
    return { name: after.name, way: 'beside' };
  }
  return null;
}

/** The method that the clause is about: the first before the number that is no object of a preposition or of a comparison. */
function clauseSubject(
  items: readonly Item[],
  index: number,
  methods: KnownMethods,
): BoundSubject | null {
  const start = clauseStart(items, index);
  let fallback: string | null = null;
  for (let at = start; at < index; at++) {
    const item = items[at] as Item;
    if (item.kind !== 'method') {
      if (item.kind === 'word' && OWN.has(item.lower) && at - start < 6) return null;
      continue;
    }
    const own = methods.roles.get(item.name) === 'proposed';
    if (own && VIRTUE.has(items[at - 2]?.lower ?? '') && items[at - 1]?.lower === 'of')
      return { name: item.name, way: 'clause' };
    if (isObject(items, at, start)) {
      if (own) fallback ??= item.name;
      continue;
    }
    return { name: wholeName(items, at, item.name), way: 'clause' };
  }
  return fallback ? { name: fallback, way: 'clause' } : null;
}

const TIED_WORD =
  /^(?:based|trained|distilled|tuned|finetuned|enhanced|augmented|style|powered|driven|guided|initialized|generated)$/;

/** `SAM-distilled Swin`, `DINOv2-based classifier`: a name that another is tied to is only a part of it. */
function wholeName(items: readonly Item[], at: number, name: string): string {
  if (items[at + 1]?.text !== '-' || !TIED_WORD.test(items[at + 2]?.lower ?? '')) return name;
  const head = items[at + 3];
  return head?.kind === 'method' || head?.kind === 'word' ? phraseText(items, at, at + 4) : name;
}

function isObject(items: readonly Item[], at: number, start: number): boolean {
  for (let back = at - 1; back >= Math.max(start, at - 5); back--) {
    const item = items[back] as Item;
    if (item.kind === 'number') return true;
    if (OBJECT_OF.has(item.lower) || COMPARE.has(item.lower)) return true;
    if (item.kind === 'method' || (item.kind === 'word' && PASSED.test(item.lower))) continue;
    if (item.text === ',' && items[back - 1]?.kind === 'method') continue;
    return false;
  }
  return false;
}

const MAX_PHRASE = 8;

/** `previous SFT-based models' 6.5%`, `the prior best (65.5)`: the words that name what the level belongs to. */
function foreignPhrase(items: readonly Item[], index: number): BoundSubject | null {
  const open = enclosingParenthesis(items, index);
  const end = open ?? index;
  let to = end;
  while (
    to > 0 &&
    /^(?:['’]s?|of|at|is|with|achieves?|reach(?:es)?)$/.test(items[to - 1]?.lower ?? '')
  )
    to--;
  let from = to;
  while (from > 0 && to - from < MAX_PHRASE && isPhrasePart(items[from - 1] as Item)) from--;
  while (from < to && !FOREIGN.has(items[from]?.lower ?? '')) from++;
  return to > from
    ? { name: phraseText(items, from, to).replace(/['’]s?$/, ''), way: 'phrase' }
    : null;
}

function isPhrasePart(item: Item): boolean {
  if (item.kind === 'number' || item.kind === 'metric') return false;
  if (item.kind === 'mark') return item.text === '-';
  return !/^(?:the|a|an|from|than|of|over|outperforming|surpassing|exceeding|by|to|vs|versus|and)$/.test(
    item.lower,
  );
}
