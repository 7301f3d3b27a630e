import { wordsOf } from '../../knowledge/quantity-knowledge.js';
import { phraseText } from './clauses.js';
import { nounPhraseFrom } from './noun-phrase.js';
import { isParticular } from './phrase-subject.js';
import type { Item } from './sentence-items.js';

const ARTEFACT = wordsOf('Artefact');
const PROPOSING = wordsOf('Proposing');
const PRAISE = wordsOf('Praise');
const REPORTING = wordsOf('ReportingVerb');
const MAX_PHRASE = 8;

const MAX_BEFORE = 8;

/** `we present Calm Training (CT), which reduces …`: the name behind a verb of proposing that a relative clause goes on from; null where none stands. */
export function proposedName(items: readonly Item[], start: number, index: number): string | null {
  const verb = items.findLastIndex(
    ({ lower }, at) => at >= start && at < index && PROPOSING.has(lower),
  );
  if (verb < 0) return null;
  const at = items.findIndex(
    ({ kind }, place) => place > verb && place < index && kind === 'method',
  );
  if (at < 0 || at > verb + MAX_BEFORE) return null;
  const relative = items.slice(at, index).some(({ lower }) => /^(?:that|which)$/.test(lower));
  return relative ? (items[at] as Item & { name: string }).name : null;
}

/**
 * `we propose a test-time scaling strategy that reduces cost by 73%`: the words for what is proposed without a
 * name, where the same sentence says the number of it; null where it proposes nothing in particular.
 */
export function proposedPhrase(
  items: readonly Item[],
  start: number,
  index: number,
): string | null {
  for (let at = start; at + 2 < index; at++) {
    if (!PROPOSING.has(items[at]?.lower ?? '') || !/^an?$/.test(items[at + 1]?.lower ?? ''))
      continue;
    const phrase = nounPhraseFrom(items, at + 2, index, MAX_PHRASE);
    if (!phrase) return null;
    let { from } = phrase;
    while (from < phrase.to && PRAISE.has(items[from]?.lower ?? '')) from++;
    const words = items.slice(from, phrase.to);
    const head = words.findLastIndex(({ lower }) => ARTEFACT.has(lower));
    if (head < 1 || head !== words.length - 1 || !isParticular(words)) return null;
    const told = items
      .slice(phrase.to, index)
      .some(
        ({ lower }) =>
          /^(?:that|which)$/.test(lower) || (REPORTING.has(lower) && /ing$/.test(lower)),
      );
    return told ? phraseText(items, from, phrase.to) : null;
  }
  return null;
}
