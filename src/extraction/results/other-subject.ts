import { wordsOf } from '../../knowledge/quantity-knowledge.js';
import type { BoundSubject } from './bound-subject.js';
import { enclosingParenthesis, phraseText } from './clauses.js';
import { nounPhraseFrom } from './noun-phrase.js';
import type { Item } from './sentence-items.js';

const FOREIGN = wordsOf('Foreign');
const SUPERLATIVE = wordsOf('Superlative');
const OWN = wordsOf('OwnWord');
const BASELINE = /^(?:baseline|baselines)$/;

/** `baseline`, `baselines`: the noun alone. */
export function isBaseline(word: string): boolean {
  return BASELINE.test(word);
}

/** `versus 0.91 for plain prompting`, `(versus a 5% baseline)`: what another level is said to belong to. */
export function phraseAfter(items: readonly Item[], index: number): BoundSubject | null {
  const next = items[index + 1];
  if (next && isBaseline(next.lower)) return { name: next.text, way: 'phrase' };
  if (next?.lower !== 'for') return null;
  const phrase = nounPhraseFrom(items, index + 2, items.length, MAX_PHRASE);
  // `versus 0.91 for our method`
  const own = items.slice(index + 2, phrase?.to).some(({ lower }) => OWN.has(lower));
  if (
    !phrase ||
    own ||
    items.slice(phrase.from, phrase.to).some(({ kind }) => kind !== 'word' && kind !== 'mark')
  )
    return null;
  return { name: phraseText(items, phrase.from, phrase.to), way: 'phrase' };
}

const MAX_PHRASE = 8;
const CLOSING = /^(?:['’]s?|of|at|is|with|achieves?|reach(?:es)?)$/;

/** `previous SFT-based models' 6.5%`, `the prior best (65.5)`: the words that name what the level belongs to. */
export function foreignPhrase(items: readonly Item[], index: number): BoundSubject | null {
  let to = enclosingParenthesis(items, index) ?? index;
  while (to > 0 && CLOSING.test(items[to - 1]?.lower ?? '')) to--;
  let from = to;
  while (from > 0 && to - from < MAX_PHRASE && isPhrasePart(items[from - 1] as Item)) from--;
  from = nameStart(items, from, to);
  return to > from
    ? { name: phraseText(items, from, to).replace(/['’]s?$/, ''), way: 'phrase' }
    : null;
}

/** `previous models`, but `the instructed-opposition baseline`: the words before a noun for others belong to it. */
function nameStart(items: readonly Item[], from: number, to: number): number {
  let at = from;
  while (at < to && !namesOthers(items[at] as Item)) at++;
  const noun = at === to - 1 && isBaseline(items[at]?.lower ?? '');
  return noun && items.slice(from, at).every(({ kind, text }) => kind === 'word' || text === '-')
    ? from
    : at;
}

/** `previous`, `best`: a word that says that the phrase is of others. */
function namesOthers({ lower }: Item): boolean {
  return FOREIGN.has(lower) || SUPERLATIVE.has(lower);
}

const PHRASE_START =
  /^(?:the|a|an|from|than|of|over|outperforming|surpassing|exceeding|by|to|vs|versus|and)$/;

function isPhrasePart(item: Item): boolean {
  if (item.kind === 'number' || item.kind === 'metric') return false;
  return item.kind === 'mark' ? item.text === '-' : !PHRASE_START.test(item.lower);
}
