import { nameCues, nameWords } from '../../knowledge/name-knowledge.js';
import type { NameCueRow } from '../../knowledge/name-rows.js';
import type { Chunk } from './chunks.js';
import { wordBefore } from './cues.js';

const REACH = 9;
const TRAINED = nameCues('dataset.trained-on');
const VERBS = nameWords('training.verb');
const BREAKS = nameWords('training.break');

/** `we train OwlNet for 20 epochs on X`: what a model is trained on, some words behind the verb. */
export function trainingCues(chunks: readonly Chunk[], from: number): readonly NameCueRow[] {
  const on = wordBefore(chunks, from);
  if (chunks[on]?.lower !== 'on') return [];
  for (let at = on - 1; at >= Math.max(0, on - REACH); at--) {
    const { lower, after } = chunks[at] as Chunk;
    if (/[.,;:!?]/.test(after) || BREAKS.has(lower)) return [];
    // Directly in front of "on" the pair of both is a cue already.
    if (VERBS.has(lower)) return at === on - 1 ? [] : TRAINED;
  }
  return [];
}
