import type { Token } from '../text/tokens.js';

// Words after which a number is a place in a document, a name's version or an index.
const INDEX_WORDS = new Set(
  (
    'fig figure figures table tables section sections sec eq equation chapter algorithm theorem lemma proposition ' +
    'corollary definition appendix line page vol volume no issue version versions v ver phase stage step type class ' +
    'level rank epoch layer layers task track subtask sub-task problem theme part parts day week round seed case rq q ' +
    'arxiv doi isbn grant python cuda ios android windows tier ccs grade group'
  ).split(' '),
);
const MONTHS = new Set(
  (
    'january february march april may june july august september october november december jan feb mar apr jun jul aug ' +
    'sep sept oct nov dec'
  ).split(' '),
);
const FUNCTION_WORDS = new Set(
  'of by to from at in and or than with for about over is was'.split(' '),
);

/** Why a number token says nothing of interest; null where it may. */
export type NotANumber =
  | 'name'
  | 'citation'
  | 'marker'
  | 'year'
  | 'index'
  | 'version'
  | 'p-value'
  | 'formula';

/** Judges a number by the characters and words around it. */
export function notANumber(tokens: readonly Token[], at: number): NotANumber | null {
  const token = tokens[at] as Token;
  const previous = tokens[at - 1];
  const next = tokens[at + 1];
  if (token.glued && previous) {
    if (previous.kind === 'word' && !/^(?:x|USD|US)$/.test(previous.text)) return 'name';
    if ('^_@#\\'.includes(previous.text)) return 'formula';
    const before = tokens[at - 2];
    if (/^[-–_.‑]$/.test(previous.text) && previous.glued && before) {
      if (before.kind === 'word' && !FUNCTION_WORDS.has(before.lower)) return 'name';
      if (before.kind === 'number' && previous.text === '.') return 'version';
    }
    if (previous.text === '/' && before?.kind === 'word' && previous.glued) return 'name';
    if (previous.text === ':' && before?.kind === 'number' && previous.glued) return 'formula';
  }
  if (isCitation(tokens, at)) return 'citation';
  if (isMarker(token, previous, next, tokens[at + 2])) return 'marker';
  if (isYear(tokens, at)) return 'year';
  if (previous && INDEX_WORDS.has(previous.lower) && !next?.text.startsWith('%')) {
    if (/^\d{1,3}(?:\.\d)?$/.test(token.text)) return 'index';
  }
  if (previous?.text === '.' && INDEX_WORDS.has(tokens[at - 2]?.lower ?? '')) return 'index';
  if (isPValue(tokens, at)) return 'p-value';
  return null;
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
  if (
    previous &&
    /^(?:in|since|from|until|by|of|and|to|between|during|through|year|before|after|[-–(,’'/])$/.test(
      previous.lower,
    )
  )
    return true;
  return (
    !next ||
    /^[-–),.;:/]$/.test(next.text) ||
    (previous?.kind === 'word' && /^\p{Lu}/u.test(previous.text))
  );
}

function isPValue(tokens: readonly Token[], at: number): boolean {
  const sign = tokens[at - 1]?.text ?? '';
  if (!/^[<>=≤≥≈]$/.test(sign)) return false;
  const name = tokens[at - 2];
  if (!name) return false;
  return /^(?:p|P|n|N|k|K|t|T|d|α|β|λ|ε|δ|τ|σ|γ|θ|z|alpha|beta|lambda|epsilon|sigma|delta|tau)$/.test(
    name.text,
  );
}
