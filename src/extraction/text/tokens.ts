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
  /\d+(?:,\d{3}(?!\d))+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+|\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)?|[^\s\p{L}\d]/gu;

/**
 * Splits clean text into tokens, in one linear pass.
 *
 * @param offset added to every place, for text that is a part of a longer one.
 */
export function tokenize(text: string, offset = 0): Token[] {
  const tokens: Token[] = [];
  let previousEnd = -1;
  for (const match of text.matchAll(TOKEN)) {
    const surface = match[0];
    const start = match.index;
    const first = surface.charCodeAt(surface.length > 1 && surface[0] === '.' ? 1 : 0);
    const digit = first >= 48 && first <= 57;
    tokens.push({
      text: surface,
      lower: surface.toLowerCase(),
      start: start + offset,
      end: start + surface.length + offset,
      kind: digit ? 'number' : surface.length > 1 || /\p{L}/u.test(surface) ? 'word' : 'mark',
      glued: start === previousEnd,
    });
    previousEnd = start + surface.length;
  }
  return tokens;
}
