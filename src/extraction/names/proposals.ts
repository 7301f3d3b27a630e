import { nameCues, nameWords } from '../../knowledge/name-knowledge.js';
import type { NameCueRow } from '../../knowledge/name-rows.js';
import type { Chunk } from './chunks.js';

const REACH = 12;
const PROPOSAL = nameCues('method.propose');
const PROPOSING = new Set(PROPOSAL.flatMap((cue) => cue.words));
const MAKING = nameCues('method.make');
const MADE = new Set(MAKING.flatMap((cue) => cue.words));
const BREAKS = nameWords('proposal.break');
const OWN_SUBJECTS = nameWords('subject.own');

/** `we propose a novel method, X`, `we call our model X`: the verb stands some words before, with a phrase of its own between. */
export function proposalCues(
  chunks: readonly Chunk[],
  from: number,
  to: number,
): readonly NameCueRow[] {
  // `an enhanced WOA variant called X`: the phrase ends in another name.
  for (let at = to; at < Math.min(chunks.length, to + 3); at++) {
    if ((chunks[at - 1] as Chunk).after !== '') break;
    if (/^(?:called|named|dubbed|termed)$/.test((chunks[at] as Chunk).lower)) return [];
  }
  for (let at = from - 1; at >= Math.max(0, from - REACH); at--) {
    const chunk = chunks[at] as Chunk;
    if (/[.;!?]/.test(chunk.after)) return [];
    if (isProposing(chunks, at)) return at === from - 1 ? [] : PROPOSAL;
    if (MADE.has(chunk.lower) && chunks[at - 1]?.lower === 'we')
      return at === from - 1 ? [] : MAKING;
    if (BREAKS.has(chunk.lower) || chunk.after.includes(')')) return [];
  }
  return [];
}

const NO_METHOD = nameWords('proposal.no-method');

/** `an ability called X`, `a phenomenon termed X`: named, but no method. */
function callsNoMethod(chunks: readonly Chunk[], at: number): boolean {
  const naming = /^(?:called|named|dubbed|termed|coined)$/.test((chunks[at] as Chunk).lower);
  return naming && NO_METHOD.has(chunks[at - 1]?.lower ?? '');
}

/** A proposing verb with the paper or its authors as subject: not `ControlNet introduces …`, not `the proposed method`. */
export function isProposing(chunks: readonly Chunk[], at: number): boolean {
  const { lower } = chunks[at] as Chunk;
  const previous = chunks[at - 1]?.lower ?? '';
  if (PROPOSING.has(`${previous} ${lower}`)) return true;
  if (!PROPOSING.has(lower) || callsNoMethod(chunks, at)) return false;
  if (/s$/.test(lower)) return OWN_SUBJECTS.has(previous);
  if (/^(?:proposed|developed|introduced|presented|released|devised)$/.test(lower))
    return !/^(?:the|a|an|our|this|these|newly|recently|previously|and)$/.test(previous);
  return true;
}
