import { nameWords } from '../../knowledge/name-knowledge.js';
import type { NameCueRow } from '../../knowledge/name-rows.js';
import type { Chunk } from './chunks.js';
import { cuesOf } from './cues.js';

const OPENERS = nameWords('list.opener');
const BREAKS = nameWords('proposal.break');
const REACH = 12;
const LIST_REACH = 8;
/** What governs a phrase says less of a name in it than of its head. */
const FURTHER = 0.6;

/** `datasets such as X`, `benchmarks for vision, i.e., X`, `models (X`: the noun before the list speaks. */
export function listHeadCues(chunks: readonly Chunk[], from: number): NameCueRow[] {
  const opener = openerBefore(chunks, from);
  if (opener === null) return [];
  for (let at = opener; at >= Math.max(0, opener - LIST_REACH); at--) {
    const chunk = chunks[at] as Chunk;
    if (at < opener && /[.;!?]/.test(chunk.after)) break;
    const cues = cuesOf('before', chunk.lower).filter((cue) => cue.id.endsWith('list-head'));
    if (cues.length) return cues;
  }
  return [];
}

/** The chunk before `such as`, a colon, a dash or an opening parenthesis in front of the name. */
function openerBefore(chunks: readonly Chunk[], from: number): number | null {
  const [first, previous] = [chunks[from] as Chunk, chunks[from - 1]];
  if (!previous) return null;
  if (first.before.includes('(') || previous.after.includes(':')) return from - 1;
  if (OPENERS.has(previous.lower)) return from - (previous.lower === 'as' ? 3 : 2);
  return /^(?:the|e\.g|i\.e)$/.test(previous.lower) && OPENERS.has(chunks[from - 2]?.lower ?? '')
    ? from - 3
    : null;
}

/** `outperforms strong proprietary models such as X`: the role that the governing word gives, further away. */
export function governorCues(chunks: readonly Chunk[], from: number): NameCueRow[] {
  for (let at = from - 2; at >= Math.max(0, from - REACH); at--) {
    const chunk = chunks[at] as Chunk;
    if (/[.;!?]/.test(chunk.after)) break;
    if (/[,:]/.test(chunk.after) && !OPENERS.has((chunks[at + 1] as Chunk).lower)) break;
    const roles = cuesOf(
      'before',
      chunk.lower,
      `${chunks[at - 1]?.lower ?? ''} ${chunk.lower}`,
    ).filter((cue) => cue.role !== null && cue.role !== 'proposed');
    if (roles.length) return roles.map((cue) => ({ ...cue, weight: cue.weight * FURTHER }));
    if (BREAKS.has(chunk.lower)) break;
  }
  return [];
}
