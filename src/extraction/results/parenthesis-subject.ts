import type { MethodRole } from '../../domain/index.js';
import { wordsOf } from '../../knowledge/quantity-knowledge.js';
import { CLAUSE_VERBS, enclosingParenthesis, phraseText } from './clauses.js';
import type { Frame } from './frame.js';
import { isPhraseWord } from './phrase-subject.js';
import type { Item } from './sentence-items.js';
import { nameTiedTo } from './whole-name.js';

const HEAD = wordsOf('ModelNoun');
const ARTEFACT = wordsOf('Artefact');
const OWN = wordsOf('OwnWord');
const OBJECT_OF = wordsOf('ObjectOf');
const COMPARE = wordsOf('Compare');
/** How many words may stand between a name and its parenthesis. */
const MAX_TAIL = 3;
const MAX_PHRASE = 6;

/** `GPT-4o (34.5)`, `Claude (22.0 and 14.9)`, `threshold-based methods (0.89)`: what a number in parentheses is of. */
export function parenthesisSubject(
  items: readonly Item[],
  index: number,
  frame: Frame,
  roles: ReadonlyMap<string, MethodRole>,
): string | null {
  const open = isFirstOfPair(items, index) ? null : enclosingParenthesis(items, index);
  if (open === null) return null;
  const absolute = frame.form === 'absolute';
  const at = namedBefore(items, open, absolute);
  const named = items[at];
  if (named?.kind === 'method')
    return absolute || roles.get(named.name) !== 'base' ? nameTiedTo(items, at, named.name) : null;
  return absolute && isLevelOf(items, open, index) ? phraseBefore(items, open) : null;
}

/** `X matches Y (69.0 vs. 68.1)`: the first is what the clause is about, the second is Y's. */
function isFirstOfPair(items: readonly Item[], index: number): boolean {
  return (
    items[index - 1]?.text === '(' && /^(?:vs|versus|against)$/.test(items[index + 1]?.lower ?? '')
  );
}

/** Where the item stands that names what a parenthesis is of: `X (`, `X model (`, `X (v = 2) (`. */
function namedBefore(items: readonly Item[], open: number, absolute: boolean): number {
  const end = outsideOf(items, open);
  const last = items[end - 1];
  if (last?.kind === 'word' && HEAD.has(last.lower)) return end - 2;
  if (!absolute) return end - 1;
  let at = end - 1;
  while (at > 0 && end - at <= MAX_TAIL && isTail(items, at)) at--;
  // `You Only Look Once (YOLO) segmentation (0.98)`
  return items[at]?.text === ')' && at < end - 1 && items[at - 2]?.text === '(' ? at - 1 : at;
}

/** The end of what stands before the parentheses that follow each other up to `open`. */
function outsideOf(items: readonly Item[], open: number): number {
  let end = open;
  while (items[end - 1]?.text === ')') {
    const before = enclosingParenthesis(items, end - 1);
    if (before === null || end - before === 3) break;
    end = before;
  }
  return items[end - 1]?.text === ')' ? end - 1 : end;
}

/** `X inference (`, `X deep learning segmentation (`: nouns of what the name is used for, no verb. */
function isTail(items: readonly Item[], at: number): boolean {
  const item = items[at] as Item;
  if (item.kind !== 'word' || item.text !== item.lower || !isPhraseWord(items, at)) return false;
  return !/(?:s|ly|ed)$/.test(item.lower) && !/^(?:and|or|but|not|both)$/.test(item.lower);
}

/** Only the metric stands before the number: `(F1 = 0.765)`, `(0.89)`. */
function isLevelOf(items: readonly Item[], open: number, index: number): boolean {
  return items
    .slice(open + 1, index)
    .every(({ kind, lower }) => kind === 'metric' || /^(?:[=:]|of|at)$/.test(lower));
}

/** `larger models (`, `the LLM (`: a phrase that ends in a noun of methods and is neither own nor a place. */
function phraseBefore(items: readonly Item[], open: number): string | null {
  const to = outsideOf(items, open);
  const last = items[to - 1];
  if (last?.kind !== 'word' || !(ARTEFACT.has(last.lower) || SHORT_HEAD.test(last.lower)))
    return null;
  let from = to - 1;
  while (from > 0 && to - from < MAX_PHRASE && isPhraseWord(items, from - 1)) from--;
  while (from < to && /^(?:while|both|even|all|most)$/.test(items[from]?.lower ?? '')) from++;
  const article = /^(?:the|an?)$/.test(items[from - 1]?.lower ?? '') ? 1 : 0;
  const before = items[from - 1 - article]?.lower ?? '';
  // `with image models (1.8%) and video models (0.5%)`: one of a list of places.
  if (/^(?:and|or)$/.test(items[from]?.lower ?? '')) return null;
  if (OWN.has(before) || OWN.has(items[from]?.lower ?? '')) return null;
  if (OBJECT_OF.has(before) && !COMPARE.has(before)) return null;
  // `the method (93%)`: the paper's own, unnamed.
  if (to - from < 2 && !SHORT_HEAD.test(last.lower)) return null;
  return CLAUSE_VERBS.has(items[from]?.lower ?? '') ? null : phraseText(items, from, to);
}

const SHORT_HEAD = /^(?:mllm|llm|vlm)s?$/;
