import { nameWords } from '../../knowledge/name-knowledge.js';
import type { Candidate } from './candidates.js';
import type { Chunk } from './chunks.js';
import { cuesOf } from './cues.js';

const HEAD_BREAK = nameWords('head.break');
const FUNCTION_WORDS = nameWords('function-word');
const MAX_BETWEEN = 3;
const MAX_BEFORE = 2;

/** The whole phrase that a data set's name stands in: `Enron email collection`, `MIT Places365 dataset`. Null where that is the name alone. */
export function datasetPhrase(
  chunks: readonly Chunk[],
  { from, to }: Candidate,
): { from: number; to: number } | null {
  const end = headEnd(chunks, to);
  if (end === null) return null;
  let start = from;
  while (start > 0 && from - start < MAX_BEFORE) {
    const { text, after, first } = chunks[start - 1] as Chunk;
    const joins = after === '' && (chunks[start] as Chunk).before === '';
    if (!joins || first || FUNCTION_WORDS.has(text) || !/^\p{Lu}[\p{L}\d-]+$/u.test(text)) break;
    start--;
  }
  return start < from || end > to + 1 ? { from: start, to: end } : null;
}

/** Where the head noun behind a name ends, a few words between allowed; null where none follows. */
function headEnd(chunks: readonly Chunk[], to: number): number | null {
  for (let at = to; at <= Math.min(chunks.length - 1, to + MAX_BETWEEN); at++) {
    const [before, chunk, next] = [chunks[at - 1] as Chunk, chunks[at] as Chunk, chunks[at + 1]];
    if (before.after !== '' || chunk.before !== '' || HEAD_BREAK.has(chunk.lower)) return null;
    if (cuesOf('verb', chunk.lower).length > 0) return null;
    const pair = `${chunk.lower} ${next?.lower ?? ''}`;
    const isHead = (word: string): boolean =>
      cuesOf('head', word).some(({ id }) => id === 'dataset.head');
    if (chunk.after === '' && isHead(pair)) return at + 2;
    if (isHead(chunk.lower)) return at + 1;
    // A verb, or a plural that the head is not of.
    if (/^\p{Ll}.*[^s]s$/u.test(chunk.text)) return null;
  }
  return null;
}
