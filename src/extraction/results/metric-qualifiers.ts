import { MULTIPLIERS, WORD_CLASSES, wordsOf } from '../../knowledge/quantity-knowledge.js';
import type { Token } from '../text/tokens.js';

const MAX_QUALIFIERS = 2;
const NONE = wordsOf('NoQualifier');
const VERBAL_NOUNS = wordsOf('VerbalNoun');
const VERBS = new Set(
  WORD_CLASSES.filter(({ id }) =>
    /^(?:Raise|Cut|Drop|Beat|Trail|SpeedUp|Compress|Keep|Use)$/.test(id),
  ).flatMap(({ words }) => words),
);
const PLURAL = /[^sui]s$/;
const INFLECTED = /(?:ly|ing|ed)$/;

/** Index of the first of the words before a metric that say which rate or score it is. */
export function qualifiersBefore(
  tokens: readonly Token[],
  first: number,
  floor: number,
  taken: (token: Token) => boolean,
): number {
  let from = first;
  for (let count = 0; count < MAX_QUALIFIERS && from - 1 > floor; count++) {
    const tied = tokens[from - 1]?.text === '-' && tokens[from - 1]?.glued === true;
    const at = from - 1 - (tied ? 1 : 0);
    const word = tokens[at];
    if (word?.kind !== 'word' || taken(word) || isTiedToNumber(tokens, at)) break;
    // `end-to-end latency`
    if (word.glued && tokens[at - 2]?.lower === 'to' && tokens[at - 1]?.text === '-') {
      const whole = tokens[at - 4];
      if (whole?.kind === 'word' && tokens[at - 3]?.text === '-' && !taken(whole)) from = at - 4;
      break;
    }
    // `real-time throughput`
    if (word.lower === 'time' && word.glued && tokens[at - 2]?.lower === 'real') break;
    // `GPT-5's accuracy`
    if (word.text === 's' && word.glued && /^['’]$/.test(tokens[from - 2]?.text ?? '')) break;
    if (NONE.has(word.lower) || (VERBS.has(word.lower) && !isNoun(word))) break;
    if (!tied && (INFLECTED.test(word.lower) || PLURAL.test(word.lower)) && !isNoun(word)) break;
    from -= tied ? 2 : 1;
  }
  return from;
}

/** Nouns that look like forms of a verb. */
function isNoun(word: Token): boolean {
  return VERBAL_NOUNS.has(word.lower);
}

/** `8B tokens`, `11-hour training time`: a multiplier or unit, no word of the name. */
function isTiedToNumber(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  // `50.3 million parameters`
  if (before?.kind === 'number' && MULTIPLIERS.has(tokens[at]?.lower ?? '')) return true;
  if (!tokens[at]?.glued) return false;
  return before?.kind === 'number' || (before?.text === '-' && tokens[at - 2]?.kind === 'number');
}
