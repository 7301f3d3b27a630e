import { skipSpace } from '../text/tokens.js';
import { type Word, wordAt } from './words.js';

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
// Without any of these a chunk ends before the next space, which takes no pattern to find.
const [SLASH, COLON, PARENTHESIS] = [...'/:('].map((mark) => mark.charCodeAt(0));

/** Where the chunk ends that begins at a place. */
function chunkEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 32) return at;
    if (code < 32 || code > 126 || code === SLASH || code === COLON || code === PARENTHESIS) break;
  }
  CHUNK.lastIndex = from;
  CHUNK.test(text);
  return CHUNK.lastIndex;
}

/** Where the marks of a set end that a stretch opens with; counted, since `[…]+$` would be quadratic. */
function behindLeading(text: string, set: string, from: number, to: number): number {
  let at = from;
  while (at < to && set.includes(text[at] as string)) at++;
  return at;
}

/** Where the marks of a set begin that a stretch closes with. */
function beforeTrailing(text: string, set: string, from: number, to: number): number {
  let at = to;
  while (at > from && set.includes(text[at - 1] as string)) at--;
  return at;
}

/** `C++`, `CAS(ME)` and `E^{2}` keep the mark that closes what they open. */
function keepsMark(core: string, mark: string): boolean {
  return PAIRS.some(
    ([open, close]) => mark === close && core.lastIndexOf(open as string) > core.lastIndexOf(close),
  );
}

/** How long a possessive is that a stretch ends in. */
function possessiveLength(text: string, from: number, to: number): number {
  const s = text[to - 1] === 's' ? 1 : 0;
  const mark = to - s > from ? text[to - s - 1] : '';
  return mark === "'" || mark === '’' ? s + 1 : 0;
}

const NO_END = /^(?:al|vs|e\.g|i\.e|cf|Fig|w\.r\.t)$/i;

function endsSentence(name: string, after: string): boolean {
  return after !== '' && /[.!?]/.test(after) && !NO_END.test(name);
}

/** Cuts clean text into chunks, in one linear pass. */
export function chunksOf(text: string): Chunk[] {
  const chunks: Chunk[] = [];
  let first = true;
  let end = 0;
  for (let from = skipSpace(text, 0); from < text.length; from = skipSpace(text, end)) {
    end = chunkEnd(text, from);
    if (end <= from) break;
    const start = behindLeading(text, OPENING, from, end);
    let stop = beforeTrailing(text, CLOSING, start, end);
    if (stop < end && keepsMark(text.slice(start, stop), text[stop] as string)) stop++;
    const before = text.slice(from, start);
    const nameEnd = stop - possessiveLength(text, start, stop);
    if (nameEnd === start) {
      const last = chunks.at(-1);
      const after = text.slice(stop, end);
      if (last) chunks[chunks.length - 1] = { ...last, after: last.after + before + after };
      continue;
    }
    const after = text.slice(nameEnd, end);
    const word = wordAt(text, start, nameEnd);
    const { text: name, lower } = word;
    chunks.push({ text: name, lower, word, start, end: nameEnd, after, before, first });
    first = endsSentence(name, after);
  }
  return chunks;
}
