import { nameWords } from '../../knowledge/name-knowledge.js';
import type { Chunk } from './chunks.js';
import type { NameKind } from './known-names.js';

const VERSION =
  /^(?:[vV]?\d{1,2}(?:\.\d{1,2})?(?:-[\p{L}\d-]+)?|XL|L|Small|Base|Large|Mini|Medium|Tiny|Pro|Ultra|Flash|Turbo|Plus|Max|Nano|Haiku|Sonnet|Opus|Instruct|Chat|\d+(?:\.\d+)?[BM](?:-[\p{L}\d-]+)?|II|III|Zero)$/u;
const COUNTED = nameWords('counted');
const MAX_VERSION = 3;
const MAX_CAPITALS = 6;

/** Takes in the version or size that follows: `LLaMA 7B`, `Claude 3.5-Haiku`, `Orca 2`. */
export function withVersion(chunks: readonly Chunk[], to: number, kind: NameKind): number {
  let end = to;
  while (end < to + MAX_VERSION) {
    const [previous, next, beyond] = [chunks[end - 1], chunks[end], chunks[end + 1]];
    if (!next || previous?.after !== '' || next.before !== '' || !VERSION.test(next.text)) break;
    if (/^\d{1,2}$/.test(next.text) && !isVersion(next, beyond)) break;
    if (/^0\.\d/.test(next.text) || /^[%x×±]/.test(next.after)) break;
    if (/^(?:%|x$|times|±)/.test(beyond?.lower ?? '')) break;
    // `MCD 8.59 to 7.98`: two levels.
    if (beyond?.lower === 'to' && /^\d/.test(chunks[end + 2]?.text ?? '')) break;
    if (kind === 'dataset' && !/^[vV]?\d/.test(next.text)) break;
    end++;
  }
  return end;
}

/** A whole number after a name is its version unless it counts what follows or marks an item: `X 1)`. */
function isVersion(number: Chunk, next: Chunk | undefined): boolean {
  if (number.after.startsWith(')')) return false;
  return number.after !== '' || !COUNTED.has(next?.lower ?? '');
}

/** A run of capitalised words, small words inside allowed: `Iterative Training with Reflective Online Traces`. */
export function capitalsFrom(chunks: readonly Chunk[], at: number): number {
  let last = at;
  for (let end = at + 1; end < Math.min(chunks.length, at + MAX_CAPITALS); end++) {
    const [previous, chunk] = [chunks[end - 1] as Chunk, chunks[end] as Chunk];
    if (previous.after !== '' || chunk.before !== '') break;
    if (chunk.word.capitalised) last = end;
    else if (!chunk.word.small) break;
    else if (last === at && (chunks[at] as Chunk).word.generic) break;
  }
  return last + 1;
}
