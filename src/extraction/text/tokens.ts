/** A word, a number, or one mark of punctuation, at its place in the clean text. */
export interface Token {
  readonly text: string;
  readonly lower: string;
  readonly start: number;
  readonly end: number;
  readonly kind: 'word' | 'number' | 'mark';
  /** No white space stands between this token and the one before. */
  readonly glued: boolean;
}

// Digits with separators: `1,234.5`, `.85`, `10 000` is two tokens. Letters keep their apostrophe: `model's`.
const TOKEN =
  /\d+(?:,\d{3}(?!\d))+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+|\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)?|[^\s\p{L}\d]/uy;
const LETTER = /\p{L}/u;
const SPACE = /\s/;

/** Where the white space ends that begins at a place. */
export function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && (text.charCodeAt(at) === 32 || SPACE.test(text[at] as string))) at++;
  return at;
}

/**
 * Splits clean text into tokens, in one linear pass.
 *
 * @param offset added to every place, for text that is a part of a longer one.
 */
export function tokenize(text: string, offset = 0): Token[] {
  const tokens: Token[] = [];
  let previousEnd = -1;
  // All but white space is of a token; a match array for each would cost more than the matching.
  for (let start = skipSpace(text, 0); start < text.length; start = skipSpace(text, previousEnd)) {
    TOKEN.lastIndex = start;
    if (!TOKEN.test(text)) break;
    const end = TOKEN.lastIndex;
    const surface = text.slice(start, end);
    const first = surface.charCodeAt(surface.length > 1 && surface[0] === '.' ? 1 : 0);
    const digit = first >= 48 && first <= 57;
    tokens.push({
      text: surface,
      lower: surface.toLowerCase(),
      start: start + offset,
      end: end + offset,
      kind: digit ? 'number' : surface.length > 1 || LETTER.test(surface) ? 'word' : 'mark',
      glued: start === previousEnd,
    });
    previousEnd = end;
  }
  return tokens;
}
