import type { Token } from '../text/tokens.js';

/** A table of phrases that is asked at a token: which phrase begins or ends there. */
export class PhraseTable<Row> {
  readonly #byPhrase = new Map<string, Row>();
  /** By their first and by their last word, of how many words the longest phrase is. */
  readonly #first = new Map<string, number>();
  readonly #last = new Map<string, number>();

  constructor(entries: Iterable<readonly [phrase: string, row: Row]>) {
    for (const [phrase, row] of entries) {
      const words = phraseTokens(phrase);
      this.#byPhrase.set(words.join(' '), row);
      lengthen(this.#first, words[0] as string, words.length);
      lengthen(this.#last, words.at(-1) as string, words.length);
    }
  }

  /** The longest phrase whose first token is `at`. */
  startingAt(
    tokens: readonly Token[],
    at: number,
  ): { row: Row; first: number; last: number } | null {
    const longest = this.#first.get(tokens[at]?.lower ?? '') ?? 0;
    for (let length = Math.min(longest, tokens.length - at); length > 0; length--) {
      const row = this.#byPhrase.get(key(tokens, at, at + length));
      if (row !== undefined) return { row, first: at, last: at + length - 1 };
    }
    return null;
  }

  /** As `startingAt`, where the last word stands in the plural and the table has the singular only. */
  pluralAt(tokens: readonly Token[], at: number): { row: Row; first: number; last: number } | null {
    const word = tokens[at]?.lower ?? '';
    const one = singular(word);
    const longest = this.#first.get(word) ?? (one !== word && this.#first.has(one) ? 1 : 0);
    for (let length = Math.min(longest, tokens.length - at); length > 0; length--) {
      const last = tokens[at + length - 1]?.lower ?? '';
      const ending = singular(last);
      if (ending === last) continue;
      const head = length > 1 ? `${key(tokens, at, at + length - 1)} ` : '';
      const row = this.#byPhrase.get(head + ending);
      if (row !== undefined) return { row, first: at, last: at + length - 1 };
    }
    return null;
  }

  /** The longest phrase whose last token is `at`. */
  endingAt(tokens: readonly Token[], at: number): { row: Row; first: number; last: number } | null {
    const longest = this.#last.get(tokens[at]?.lower ?? '') ?? 0;
    for (let length = Math.min(longest, at + 1); length > 0; length--) {
      const row = this.#byPhrase.get(key(tokens, at - length + 1, at + 1));
      if (row !== undefined) return { row, first: at - length + 1, last: at };
    }
    return null;
  }
}

function lengthen(lengths: Map<string, number>, word: string, length: number): void {
  lengths.set(word, Math.max(length, lengths.get(word) ?? 0));
}

/** `accuracies` is `accuracy`, `costs` is `cost`; a word in `ss` or `us` is no plural. */
export function singular(word: string): string {
  if (!word.endsWith('s')) return word;
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh|ias)es$/.test(word)) return word.slice(0, -2);
  if (word.endsWith('ias')) return word;
  return word.length > 2 && /[^sui]s$/.test(word) ? word.slice(0, -1) : word;
}

function key(tokens: readonly Token[], from: number, to: number): string {
  let joined = '';
  for (let index = from; index < to; index++)
    joined += (index > from ? ' ' : '') + tokens[index]?.lower;
  return joined;
}

/** The key under which a phrase is found: two spellings that the tokenizer cuts alike have one. */
export function phraseKey(phrase: string): string {
  return phraseTokens(phrase).join(' ');
}

/** A phrase cut as the tokenizer cuts text. */
function phraseTokens(phrase: string): string[] {
  return (
    phrase.toLowerCase().match(/\d+(?:\.\d+)?|\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)?|[^\s\p{L}\d]/gu) ??
    []
  );
}
