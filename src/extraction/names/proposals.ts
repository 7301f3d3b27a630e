import { NAME_CUES, nameWords } from '../../knowledge/name-knowledge.js';
import type { NameCueRow } from '../../knowledge/name-rows.js';
import type { Chunk } from './chunks.js';

const REACH = 12;
const PROPOSAL = NAME_CUES.filter((cue) => cue.id === 'method.propose');
const PROPOSING = new Set(PROPOSAL.flatMap((cue) => cue.words));
const MAKING = NAME_CUES.filter((cue) => cue.id === 'method.make');
const MADE = new Set(MAKING.flatMap((cue) => cue.words));
const BREAKS = nameWords('proposal.break');

/** `we propose a novel method, X`, `we call our model X`: the verb stands some words before, with a phrase of its own between. */
export function proposalCues(chunks: readonly Chunk[], from: number): readonly NameCueRow[] {
  for (let at = from - 1; at >= Math.max(0, from - REACH); at--) {
    const chunk = chunks[at] as Chunk;
    if (/[.;!?]/.test(chunk.after)) return [];
    if (PROPOSING.has(chunk.lower)) return at === from - 1 ? [] : PROPOSAL;
    if (MADE.has(chunk.lower) && chunks[at - 1]?.lower === 'we')
      return at === from - 1 ? [] : MAKING;
    if (BREAKS.has(chunk.lower) || chunk.after.includes(')')) return [];
  }
  return [];
}
