import { remembered } from '../text/remembered.js';
import { skipSpace } from '../text/tokens.js';
import { type Word, wordOf } from './words.js';

/** A run of characters without white space, less the punctuation around it: the unit that names are made of. */
export interface Chunk {
  readonly text: string;
  readonly lower: string;
  readonly word: Word;
  readonly start: number;
  readonly end: number;
  /** Punctuation that closes the chunk: a comma keeps a list going, a full stop ends it. */
  readonly after: string;
  /** Punctuation that opens the chunk: `(`, `{`. */
  readonly before: string;
  /** First of its sentence, where a capital says nothing. */
  readonly first: boolean;
}

// `VGG/WideResNet` and `OwlNet:Calm` are two, `ViT-B/16`, `I/O` and an address are one; so is `Network(GAT)` two, but not `CAS(ME)^3`.
const CHUNK =
  /https?:\/\/\S+|(?:[^\s/—–(:]|(?<=:):|:(?!\p{Lu}\p{Ll}{2})|(?<!\p{L}{3})\(|\((?!\p{L}{2,12}\d{0,3}\)?(?:[\s,.;:]|$)))+(?:\/(?:\d[^\s—–]*|[^\s/—–]{1,2}(?=[\s,.;:)]|$)))?:?|\([^\s/—–]*|[/—–:]/uy;
const OPENING = '"\'“‘`([{<$*';
const CLOSING = '"\'”’`)]}>$*,.;:!?';
const PAIRS = ['{}', '()', '[]'] as const;

/** How many characters of a set stand at the front of a text; counted, since `[…]+$` would be quadratic. */
function leading(text: string, set: string): number {
  let count = 0;
  while (count < text.length && set.includes(text[count] as string)) count++;
  return count;
}

function trailing(text: string, set: string): number {
  let count = 0;
  while (count < text.length && set.includes(text[text.length - 1 - count] as string)) count++;
  return count;
}

function possessiveOf(text: string): string {
  return /['’]s?$/.exec(text.slice(-2))?.[0] ?? '';
}

/** `C++`, `CAS(ME)` and `E^{2}` keep the mark that closes what they open. */
function closed(core: string, after: string): [core: string, after: string] {
  for (const [open, close] of PAIRS) {
    if (
      after.startsWith(close as string) &&
      core.lastIndexOf(open as string) > core.lastIndexOf(close as string)
    )
      return [core + close, after.slice(1)];
  }
  return [core, after];
}

/** A run of characters taken apart, wherever it stands. */
interface Piece {
  /** Null for punctuation alone. */
  readonly word: Word | null;
  readonly before: string;
  readonly after: string;
  readonly endsSentence: boolean;
}

const pieceOf = remembered((raw): Piece => {
  const before = raw.slice(0, leading(raw, OPENING));
  const rest = raw.slice(before.length);
  const end = rest.length - trailing(rest, CLOSING);
  const [core, after] = closed(rest.slice(0, end), rest.slice(end));
  const possessive = possessiveOf(core);
  const name = core.slice(0, core.length - possessive.length);
  return {
    word: name === '' ? null : wordOf(name),
    before,
    after: name === '' ? after : possessive + after,
    endsSentence: /[.!?]/.test(after) && !/^(?:al|vs|e\.g|i\.e|cf|Fig|w\.r\.t)$/i.test(name),
  };
});

/** Cuts clean text into chunks, in one linear pass. */
export function chunksOf(text: string): Chunk[] {
  const chunks: Chunk[] = [];
  let first = true;
  let end = 0;
  for (let from = skipSpace(text, 0); from < text.length; from = skipSpace(text, end)) {
    CHUNK.lastIndex = from;
    if (!CHUNK.test(text)) break;
    end = CHUNK.lastIndex;
    const { word, before, after, endsSentence } = pieceOf(text.slice(from, end));
    if (word === null) {
      const last = chunks.at(-1);
      if (last) chunks[chunks.length - 1] = { ...last, after: last.after + before + after };
      continue;
    }
    const { text: name, lower } = word;
    const start = from + before.length;
    chunks.push({ text: name, lower, word, start, end: start + name.length, after, before, first });
    first = endsSentence;
  }
  return chunks;
}
