import { wordsOf } from '../../knowledge/quantity-knowledge.js';
import type { Token } from '../text/tokens.js';
import { isCountOfAll, isEndOfScale } from './of-all.js';

const INDEX_WORDS = wordsOf('Index');
const MONTHS = wordsOf('Month');
const YEAR_BEFORE = wordsOf('YearBefore');
const HYPHEN_FREE = wordsOf('HyphenFree');
const TEST_VARIABLES = wordsOf('TestVariable');

/** Why a number token says nothing of interest; null where it may. */
export type NotANumber =
  | 'name'
  | 'citation'
  | 'marker'
  | 'year'
  | 'index'
  | 'version'
  | 'p-value'
  | 'interval'
  | 'formula';

/** Judges a number by the characters and words around it. */
export function notANumber(tokens: readonly Token[], at: number): NotANumber | null {
  const token = tokens[at] as Token;
  const previous = tokens[at - 1];
  const next = tokens[at + 1];
  if (isVersion(token, previous, next)) return 'version';
  if (isSide(tokens, at) || opensSteps(tokens, at) || isOverVariable(tokens, at)) return 'formula';
  if (isFolds(tokens, at) || isShots(tokens, at)) return 'name';
  if (isEndOfScale(tokens, at) || isCountOfAll(tokens, at)) return 'formula';
  if (token.glued && previous) {
    if (previous.kind === 'word' && !/^(?:x|USD|US)$/.test(previous.text)) return 'name';
    if ('^_@#\\'.includes(previous.text)) return 'formula';
    const before = tokens[at - 2];
    // `mAP_[0.5:0.95]`
    if (previous.text === '[' && before?.text === '_') return 'formula';
    if (/^[-–_.‑]$/.test(previous.text) && previous.glued && before) {
      if (before.kind === 'word' && !HYPHEN_FREE.has(before.lower)) return 'name';
      if (before.kind === 'number' && previous.text === '.') return 'version';
    }
    if (previous.text === '/' && before?.kind === 'word' && previous.glued) return 'name';
    if (previous.text === ':' && before?.kind === 'number' && previous.glued) return 'formula';
    if (previous.text === ':' && before?.lower === 'arxiv' && previous.glued) return 'citation';
  }
  if (isCitation(tokens, at)) return 'citation';
  if (isMarker(token, previous, next, tokens[at + 2])) return 'marker';
  if (isYear(tokens, at)) return 'year';
  if (previous && INDEX_WORDS.has(previous.lower) && !next?.text.startsWith('%')) {
    if (/^\d{1,3}(?:\.\d)?$/.test(token.text)) return 'index';
  }
  if (previous?.text === '.' && INDEX_WORDS.has(tokens[at - 2]?.lower ?? '')) return 'index';
  if (isPValue(tokens, at)) return 'p-value';
  if (previous?.text === 'SD') return isDeviation(tokens, at - 1) ? 'interval' : 'version';
  if (isInterval(tokens, at)) return 'interval';
  return null;
}

/** `1.2.3` is cut into `1.2` and `.3`. */
function isVersion(token: Token, previous?: Token, next?: Token): boolean {
  const dotted = (part?: Token): boolean => part?.kind === 'number' && part.text.startsWith('.');
  return (
    (token.glued && dotted(token) && previous?.kind === 'number') ||
    (dotted(next) && next?.glued === true)
  );
}

/** `IoU of 0.50:0.95`, `0.5:0.05:0.95`: the thresholds over which a metric is averaged. */
function opensSteps(tokens: readonly Token[], at: number): boolean {
  const [first, colon, second] = [0, 1, 2].map((on) => tokens[at + on]);
  if (colon?.text !== ':' || !colon.glued || !second?.glued || second.kind !== 'number')
    return false;
  return first?.text.includes('.') === true && second.text.includes('.');
}

/** `1/n`, `1/T`: a rate in a variable. */
function isOverVariable(tokens: readonly Token[], at: number): boolean {
  const [one, bar, variable] = [0, 1, 2].map((on) => tokens[at + on]);
  if (one?.text !== '1' || bar?.text !== '/' || !bar.glued || !variable?.glued) return false;
  return variable.text === '\\' || /^\p{L}$/u.test(variable.text);
}

/** `10-fold cross-validation`, `5-fold CV` */
function isFolds(tokens: readonly Token[], at: number): boolean {
  const hyphen = tokens[at + 1]?.text === '-' ? 1 : 0;
  const validation = /^(?:cross|cv|validation|stratified)$/.test(
    tokens[at + 2 + hyphen]?.lower ?? '',
  );
  return validation && /^folds?$/.test(tokens[at + 1 + hyphen]?.lower ?? '');
}

/** `5-way 1-shot accuracy`: a task is named. */
function isShots(tokens: readonly Token[], at: number): boolean {
  const [hyphen, noun] = [tokens[at + 1], tokens[at + 2]];
  return hyphen?.text === '-' && hyphen.glued && /^(?:shot|way)$/.test(noun?.lower ?? '');
}

/** `2560x1440`, `256×256`: one of the sides of an image or a matrix. */
function isSide(tokens: readonly Token[], at: number): boolean {
  return isProduct(tokens, at) || isProduct(tokens, at - 2);
}

/** Two numbers with a cross between them, and no space. */
function isProduct(tokens: readonly Token[], first: number): boolean {
  const [left, cross, right] = [0, 1, 2].map((on) => tokens[first + on]);
  const numbers = left?.kind === 'number' && right?.kind === 'number';
  // `1.2×10^-3`
  if (right?.text === '10' && tokens[first + 3]?.text === '^') return false;
  return numbers && /^[x×]$/.test(cross?.text ?? '') && cross?.glued === true && right.glued;
}

function isCitation(tokens: readonly Token[], at: number): boolean {
  const back = (k: number): string => tokens[at - k]?.text ?? '';
  let left = 1;
  while (left < 20 && (back(left) === ',' || /^\d+$/.test(back(left)) || back(left) === '-'))
    left++;
  if (back(left) !== '[') return false;
  let right = at + 1;
  while (right < at + 20 && /^(?:,|-|–|\d+)$/.test(tokens[right]?.text ?? '')) right++;
  // `[0.2, 0.5]` is an interval; citations are whole numbers.
  return tokens[right]?.text === ']' && /^\d+$/.test(tokens[at]?.text ?? '');
}

function isMarker(token: Token, previous?: Token, next?: Token, after?: Token): boolean {
  if (!/^\d{1,2}$/.test(token.text) || !next) return false;
  const opens = !previous || /^[(:;,.]$/.test(previous.text) || previous.lower === 'and';
  if (next.text === ')' && opens) return true;
  return next.text === '.' && (!previous || /^[:;]$/.test(previous.text)) && after?.kind === 'word';
}

function isYear(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token;
  const previous = tokens[at - 1];
  const next = tokens[at + 1];
  if (/^\d{1,2}$/.test(token.text) && previous && MONTHS.has(previous.lower)) {
    return previous.lower !== 'may' || previous.text === 'May';
  }
  if (/^\d{1,2}$/.test(token.text) && next && MONTHS.has(next.lower) && next.lower !== 'may')
    return true;
  if (!/^(?:1[89]|20)\d\d$/.test(token.text)) return false;
  if (next && (next.text === '%' || next.text === 'x' || next.text === '×')) return false;
  if (previous && (YEAR_BEFORE.has(previous.lower) || /^[-–(,’'/]$/.test(previous.text)))
    return true;
  return (
    !next ||
    /^[-–),.;:/]$/.test(next.text) ||
    (previous?.kind === 'word' && /^\p{Lu}/u.test(previous.text))
  );
}

const TO_VALUE = /^(?:of|is|was|were|at|all|less|smaller|lower|than|below|under|<|=|≤)$/;

/** `p-values below .001` */
function isSaidPValue(tokens: readonly Token[], at: number): boolean {
  let back = at - 1;
  while (back > at - 5 && TO_VALUE.test(tokens[back]?.lower ?? '')) back--;
  if (!/^values?$/.test(tokens[back]?.lower ?? '')) return false;
  return tokens[back - (tokens[back - 1]?.text === '-' ? 2 : 1)]?.lower === 'p';
}

function isPValue(tokens: readonly Token[], at: number): boolean {
  if (isSaidPValue(tokens, at)) return true;
  const sign = tokens[at - 1]?.text ?? '';
  if (!/^[<>=≤≥≈]$/.test(sign)) return false;
  const name = tokens[at - 2];
  if (!name) return false;
  return TEST_VARIABLES.has(name.text);
}

const INTERVAL_REACH = 9;

/** `95% CI: 0.21-0.34`, `(95% confidence interval [0.7, 0.8])`: the level and the ends of an interval. */
function isInterval(tokens: readonly Token[], at: number): boolean {
  for (let next = at + 1; next <= at + 3; next++) {
    const lower = tokens[next]?.lower;
    if (lower === 'ci' || lower === 'cis' || lower === 'confidence' || lower === 'credible')
      return true;
    if (lower !== '%' && lower !== 'percent') break;
  }
  for (let back = at - 1; back >= Math.max(0, at - INTERVAL_REACH); back--) {
    const token = tokens[back] as Token;
    if (token.lower === 'ci' || token.lower === 'cis') return true;
    if (token.text === 'SD') return isDeviation(tokens, back);
    if (/^intervals?$/.test(token.lower))
      return /^(?:confidence|credible)$/.test(tokens[back - 1]?.lower ?? '');
    if (token.kind === 'word' && token.lower !== 'to') return false;
    if (token.kind === 'mark' && !/^[[(:=,%–~−-]$/.test(token.text)) return false;
  }
  return false;
}

/** `(SD 0.3)`, `SD = 0.3`, `1.2 ± SD 0.3`: a deviation; `SD 3.5` elsewhere is a model. */
function isDeviation(tokens: readonly Token[], at: number): boolean {
  const [before, next] = [tokens[at - 1]?.text ?? '', tokens[at + 1]?.text ?? ''];
  return (
    /^[=:]$/.test(next) ||
    /^[,;±]$/.test(before) ||
    (before === '(' && tokens[at - 2]?.kind === 'number')
  );
}
