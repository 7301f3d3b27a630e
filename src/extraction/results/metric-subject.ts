import { WORD_CLASSES, wordsOf } from '../../knowledge/quantity-knowledge.js';
import type { Frame } from './frame.js';
import { acronymEndingAt, metricAt, phraseMetric } from './metric-phrase.js';
import type { BoundMetric } from './metric-types.js';
import { nounPhraseFrom } from './noun-phrase.js';
import type { Item } from './sentence-items.js';

const CHANGES = new Set(
  WORD_CLASSES.filter(({ id }) => /^(?:Raise|Drop|Cut)$/.test(id)).flatMap(({ words }) => words),
);
const GENERAL = new Set([...wordsOf('OwnPhrase'), ...wordsOf('Foreign'), ...wordsOf('OwnWord')]);
const COPULA = /^(?:is|are|was|were|be|remains?|remained|stays?|stayed)$/;
const ADVERB =
  /^(?:\p{L}+ly|just|only|even|still|then|therefore|thus|also|at|by|to|about|under|over|below|above|no|more|less|than|does|not|up|down)$/u;
const AUXILIARY = /^(?:is|are|was|were|be|been|being|has|have|had|can|could)$/;
const OPENS =
  /^(?:[,;:–—()]|and|but|yet|while|whereas|that|which|where|when|because|though|although|so|if)$/;
const CUT_OFF = /^(?:of|on|in|for|at|with|under|from|between|per|over|across|by|to|against)$/;
const NAME = /\p{Ll}\p{Lu}|\p{Lu}{2}\p{Ll}{2}|^\p{Lu}\p{Ll}|^\p{Lu}{2,}s$/u;
const GENERIC = /^(?:metric|measure|score|value|index)s?$/;
const REACH = 16;

/**
 * The noun phrase of which a verb of change or of being says the number, without what prepositions tie to it:
 * `end-point error on KITTI grows by 2%`, `its hit rate is 94%`. Null for names and for what measures nothing.
 */
export function subjectMetric(
  items: readonly Item[],
  index: number,
  frame: Frame,
): BoundMetric | null {
  const verb = verbBefore(items, Math.min(index, frame.from), frame.form === 'absolute');
  if (verb < 1) return null;
  let start = verb;
  while (start > 0 && verb - start < REACH && !OPENS.test(items[start - 1]?.lower ?? '')) start--;
  if (verb - start >= REACH) return null;
  while (start < verb && ADVERB.test(items[start]?.lower ?? '')) start++;
  if (start === verb) return shortMetric(items, start, verb) ?? relativeMetric(items, start);
  const short = shortMetric(items, start, verb);
  if (short) return short;
  // `the RN search time can be …`: a name that opens the phrase says whose it is.
  const name = [start, start + 1].find((at) => items[at]?.kind === 'method');
  const named = name !== undefined && items[name + 1]?.kind === 'metric';
  const phrase = nounPhraseFrom(items, named ? name + 1 : start, verb);
  if (!phrase) return null;
  const { from } = phrase;
  const of = from + items.slice(from, phrase.to).findIndex(({ lower }) => lower === 'of');
  let to = of > from && items[of - 1]?.kind === 'metric' ? of : phrase.to;
  while (to > from && ADVERB.test(items[to - 1]?.lower ?? '')) to--;
  const next = items[to];
  const after = next?.lower ?? '';
  const ends = to === verb || CUT_OFF.test(after) || ADVERB.test(after) || AUXILIARY.test(after);
  if (!ends || to === from) return null;
  return namesNothing(items, from, to)
    ? null
    : (metricAt(items, to - 1, 'left') ?? phraseMetric(items, from, to));
}

/** `the Foo Bar Index (FBI) metric increases by 2%`, `the hit rate (HR) is 94%`: the short form before the verb. */
function shortMetric(items: readonly Item[], start: number, verb: number): BoundMetric | null {
  const [open, close] = [items[start - 3]?.text, items[start - 1]?.text];
  if (open !== '(' || close !== ')') return null;
  const bare = start === verb || (start === verb - 1 && GENERIC.test(items[start]?.lower ?? ''));
  return bare ? (metricAt(items, start - 2, 'left') ?? acronymEndingAt(items, start - 2)) : null;
}

/** `an execution time that was 6.7 times lower`: what the relative clause is of. */
function relativeMetric(items: readonly Item[], start: number): BoundMetric | null {
  const relative = /^(?:that|which)$/.test(items[start - 1]?.lower ?? '');
  return relative ? metricAt(items, start - 2, 'left') : null;
}

/** The verb right before the number's words or first among them; -1 where another word stands there. */
function verbBefore(items: readonly Item[], end: number, level: boolean): number {
  const first = items[end];
  if (first?.kind === 'word' && CHANGES.has(first.lower)) return end;
  let at = end - 1;
  while (at > 0 && ADVERB.test(items[at]?.lower ?? '')) at--;
  const lower = items[at]?.lower ?? '';
  return COPULA.test(lower) || (!level && CHANGES.has(lower)) ? at : -1;
}

function namesNothing(items: readonly Item[], from: number, to: number): boolean {
  const last = items[to - 1];
  if (last?.kind === 'metric') return false;
  if (!last || GENERAL.has(last.lower)) return true;
  for (let at = from; at < to; at++) {
    const text = items[at]?.text ?? '';
    if (NAME.test(text) && (at > 0 || !/^\p{Lu}\p{Ll}+$/u.test(text))) return true;
  }
  return false;
}
