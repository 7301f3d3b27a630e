import { wordsOf } from '../../knowledge/quantity-knowledge.js';
import { CLAUSE_VERBS, phraseText } from './clauses.js';
import { beforeAdverbs, type ClauseSubject, inPhrase, MAX_WORDS } from './phrase-subject.js';
import type { Item } from './sentence-items.js';

const ARTEFACT = wordsOf('Artefact');
// `on par with large models using …`
const LIKENESS = wordsOf('Likeness');

/** `…, with most models scoring below 40%`: the phrase between "with" and a participle. */
export function attendantSubject(
  items: readonly Item[],
  start: number,
  index: number,
): ClauseSubject | null {
  for (let at = index - 1; at > start + 1; at--) {
    const { lower, kind } = items[at] as Item;
    if (kind === 'number' || /^[;:]$/.test(lower)) return null;
    if (!CLAUSE_VERBS.has(lower) || !/ing$/.test(lower)) continue;
    const to = beforeAdverbs(items, at);
    let from = to;
    while (from > start && to - from < MAX_WORDS && inPhrase(items, from - 1)) from--;
    const last = items[to - 1];
    if (from === to || items[from - 1]?.lower !== 'with' || last?.kind !== 'word') return null;
    if (!ARTEFACT.has(last.lower) || to - from < 2 || LIKENESS.has(items[from - 2]?.lower ?? ''))
      return null;
    return { name: phraseText(items, from, to), foreign: true };
  }
  return null;
}
