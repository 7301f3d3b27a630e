import type { Chunk } from './chunks.js';

/** A long form with its short one: `Adaptive Sparse Trainer (AST)`. Chunk indices, ends exclusive. */
export interface Abbreviation {
  readonly longFrom: number;
  readonly longTo: number;
  readonly shortAt: number;
}

const MAX_LONG = 9;
const SMALL = new Set([
  'of',
  'the',
  'and',
  'for',
  'in',
  'on',
  'with',
  'to',
  'by',
  'a',
  'an',
  'from',
  'via',
  'through',
  'using',
  'under',
  'over',
  'as',
  '&',
]);

/** Finds the short forms in parentheses whose letters begin the words before them, and those with their long form in parentheses. */
export function findAbbreviations(chunks: readonly Chunk[]): Abbreviation[] {
  const found: Abbreviation[] = [];
  chunks.forEach((chunk, at) => {
    const spelt = longFormBehind(chunks, at);
    if (spelt !== null) found.push({ ...spelt, shortAt: at });
    const other = longFormBeforeOr(chunks, at);
    if (other !== null) found.push({ longFrom: other, longTo: at - 1, shortAt: at });
    if (at === 0 || chunk.before === '' || !chunk.before.includes('(')) return;
    if (!chunk.after.includes(')')) {
      const longTo = longFormEnd(chunks, at);
      if (longTo !== null) found.push({ longFrom: at, longTo, shortAt: at - 1 });
      return;
    }
    if (!/\p{Lu}|\d/u.test(chunk.text) || chunk.text.length > 20) return;
    const longFrom = longFormStart(chunks, at, lettersOf(chunk.text));
    if (longFrom !== null) found.push({ longFrom, longTo: at, shortAt: at });
  });
  return found;
}

/** `LEAP: Layer-skipping Efficiency via …`, `LEAP, a Layer-skipping …`: the words behind that spell the short form; null where none do. */
function longFormBehind(
  chunks: readonly Chunk[],
  at: number,
): Pick<Abbreviation, 'longFrom' | 'longTo'> | null {
  const { text, after } = chunks[at] as Chunk;
  if (!/^[:,]$/.test(after) || !/\p{Lu}.*\p{Lu}/u.test(text) || text.length > 12) return null;
  const article = after === ',' && /^an?$/.test(chunks[at + 1]?.lower ?? '');
  if (after === ',' && !article) return null;
  const longFrom = article ? at + 2 : at + 1;
  const letters = lettersOf(text);
  for (let to = longFrom + 2; to <= Math.min(chunks.length, longFrom + MAX_LONG); to++) {
    const words = chunks.slice(longFrom, to);
    if (words.some(({ before }) => before.includes('('))) return null;
    if (article && !/^\p{Lu}/u.test((words.at(-1) as Chunk).text)) return null;
    const parts = words.flatMap(({ lower }) => lower.split(/[-‑/]/));
    const initials = parts.filter((part) => !SMALL.has(part)).map((part) => part[0]);
    if (initials.join('') === letters) return { longFrom, longTo: to };
    if (initials.length > letters.length || (words.at(-1) as Chunk).after !== '') return null;
  }
  return null;
}

/** `Calm Attention or CaA`: where the words in capitals begin that the short form behind "or" stands for. */
function longFormBeforeOr(chunks: readonly Chunk[], at: number): number | null {
  if (at < 3 || chunks[at - 1]?.lower !== 'or') return null;
  const { text } = chunks[at] as Chunk;
  if (!/^\p{Lu}.*\p{Lu}/u.test(text) || text.length > 12) return null;
  const long = chunks[at - 2] as Chunk;
  if (!/^,?$/.test(long.after) || !/^\p{Lu}\p{Ll}/u.test(long.text)) return null;
  const from = longFormStart(chunks, at - 1, lettersOf(text));
  return from !== null && from < at - 2 && /^\p{Lu}/u.test((chunks[from] as Chunk).text)
    ? from
    : null;
}

const LONG_WORDS = 2;

/** `COPO (Calm Owl Preference Optimization)`: where the long form ends that opens with the short one's letter; null for an aside of another kind. */
function longFormEnd(chunks: readonly Chunk[], from: number): number | null {
  const [short, first] = [chunks[from - 1] as Chunk, chunks[from] as Chunk];
  if (short.after !== '' || !/\p{Lu}.*\p{Lu}/u.test(short.text)) return null;
  // `OWL-CP (Calm Planning)`: a later part of the short form may be what is spelt.
  const tail = short.lower.slice(short.lower.lastIndexOf('-') + 1);
  const spelt = short.lower[0] === first.lower[0] ? null : tail;
  if (spelt === short.lower) return null;
  let capitals = 0;
  let initials = '';
  for (let at = from; at < Math.min(chunks.length, from + MAX_LONG); at++) {
    const { text, lower, after } = chunks[at] as Chunk;
    if (/\p{Lu}/u.test(text)) {
      capitals++;
      initials += lower[0];
    } else if (!SMALL.has(lower) && text !== '-') return null;
    if (after.includes(')'))
      return capitals >= LONG_WORDS && (spelt === null || initials === spelt) ? at + 1 : null;
    if (after !== '') return null;
  }
  return null;
}

function lettersOf(short: string): string {
  return short
    .replace(/s$/, '')
    .replace(/[^\p{L}\d]/gu, '')
    .toLowerCase();
}

/** Walks back over the words; each letter of the short form, from the last, must stand in one of them, the first at its head. */
function longFormStart(chunks: readonly Chunk[], at: number, letters: string): number | null {
  if (letters.length < 2) return null;
  let best: number | null = null;
  for (let from = at - 1; from >= Math.max(0, at - MAX_LONG); from--) {
    const chunk = chunks[from] as Chunk;
    if (from < at - 1 && /[,.;:!?)]/.test(chunk.after)) break;
    if (chunk.lower[0] !== letters[0]) {
      if (chunk.before.includes('(')) break;
      continue;
    }
    const words = chunks.slice(from, at).flatMap((word) => word.lower.split(/[-‑/]/));
    if (words.length <= letters.length + 3 && spells(words, letters)) best = from;
    if (best !== null && words.length >= letters.length) break;
  }
  return best;
}

/** `M2A` is Mask to Adapt, `DnR` Draft and Refine. */
const JOINED_AS = new Map([
  ['and', 'n'],
  ['for', '4'],
  ['to', '2'],
]);

/** Whether letters are spelt by the words in order, each word giving a run from its start, small words nothing at will. */
function spells(words: readonly string[], letters: string): boolean {
  let at = 0;
  let empty = 0;
  for (const word of words) {
    if (at < letters.length && JOINED_AS.get(word) === letters[at]) at++;
    else if (at < letters.length && word[0] === letters[at]) {
      at++;
      let inside = 1;
      // `XLNet`, `PreTraining`: further letters of the same word.
      while (
        at < letters.length &&
        !startsLater(words, word, letters[at] as string) &&
        inside < word.length
      ) {
        const next = word.indexOf(letters[at] as string, inside);
        if (next === -1) break;
        inside = next + 1;
        at++;
      }
    } else if (!SMALL.has(word)) empty++;
  }
  return at === letters.length && empty <= 1;
}

function startsLater(words: readonly string[], word: string, letter: string): boolean {
  return words.slice(words.indexOf(word) + 1).some((later) => later[0] === letter);
}
