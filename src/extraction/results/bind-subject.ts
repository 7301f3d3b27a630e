import type { MethodRole } from '../../domain/index.js';
import { wordsOf } from '../../knowledge/quantity-knowledge.js';
import { clauseSubject } from './clause-subject.js';
import { enclosingParenthesis, phraseText } from './clauses.js';
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

const FOREIGN = wordsOf('Foreign');

/** Whose number it is; null where the text does not say. */
export function bindSubject(
  items: readonly Item[],
  index: number,
  frame: Frame,
  methods: KnownMethods,
): BoundSubject | null {
  const beside = besideNumber(items, index, frame, methods);
  if (beside) return beside;
  if (frame.form === 'absolute' && isOtherLevel(items, index, frame))
    return namedAfter(items, index) ?? foreignPhrase(items, index);
  const clause = clauseSubject(items, index, methods.roles, methods.main !== null);
  if (clause) return { name: clause.name, way: clause.foreign ? 'phrase' : 'clause' };
  const after = frame.form === 'absolute' && !frame.wording ? namedAfter(items, index) : null;
  if (after && methods.main === null) return after;
  return methods.main ? { name: methods.main, way: 'own' } : after;
}

/** `GPT-4o (34.5)`, `Claude (22.0 and 14.9)`, `GPT-4o's 34.5`. */
function besideNumber(
  items: readonly Item[],
  index: number,
  frame: Frame,
  { roles }: KnownMethods,
): BoundSubject | null {
  const open = enclosingParenthesis(items, index);
  const named = open === null ? undefined : namedBefore(items, open);
  if (named?.kind === 'method' && (frame.form === 'absolute' || roles.get(named.name) !== 'base'))
    return { name: named.name, way: 'parenthesis' };
  for (let at = index - 1; at >= Math.max(0, index - 4); at--) {
    const item = items[at] as Item;
    if (item.kind === 'number' || item.text === ',' || item.text === '(') break;
    if (item.kind !== 'method') continue;
    if (at === index - 1 || /^['’]s?$/.test(items[at + 1]?.text ?? ''))
      return { name: item.name, way: 'beside' };
    break;
  }
  return null;
}

const HEAD = wordsOf('ModelNoun');

/** The item that names what a parenthesis is of: `X (`, `X model (`. */
function namedBefore(items: readonly Item[], open: number): Item | undefined {
  const before = items[open - 1];
  return before?.kind === 'word' && HEAD.has(before.lower) ? items[open - 2] : before;
}

/** `34.5 for GPT-4o` */
function namedAfter(items: readonly Item[], index: number): BoundSubject | null {
  const [link, after] = [items[index + 1], items[index + 2]];
  const tied = /^(?:for|by|with|from)$/.test(link?.lower ?? '');
  return tied && after?.kind === 'method' ? { name: after.name, way: 'beside' } : null;
}

const MAX_PHRASE = 8;
const CLOSING = /^(?:['’]s?|of|at|is|with|achieves?|reach(?:es)?)$/;

/** `previous SFT-based models' 6.5%`, `the prior best (65.5)`: the words that name what the level belongs to. */
function foreignPhrase(items: readonly Item[], index: number): BoundSubject | null {
  let to = enclosingParenthesis(items, index) ?? index;
  while (to > 0 && CLOSING.test(items[to - 1]?.lower ?? '')) to--;
  let from = to;
  while (from > 0 && to - from < MAX_PHRASE && isPhrasePart(items[from - 1] as Item)) from--;
  while (from < to && !FOREIGN.has(items[from]?.lower ?? '')) from++;
  return to > from
    ? { name: phraseText(items, from, to).replace(/['’]s?$/, ''), way: 'phrase' }
    : null;
}

const PHRASE_START =
  /^(?:the|a|an|from|than|of|over|outperforming|surpassing|exceeding|by|to|vs|versus|and)$/;

function isPhrasePart(item: Item): boolean {
  if (item.kind === 'number' || item.kind === 'metric') return false;
  return item.kind === 'mark' ? item.text === '-' : !PHRASE_START.test(item.lower);
}
