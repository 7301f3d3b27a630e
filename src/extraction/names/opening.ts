import { nameCues } from '../../knowledge/name-knowledge.js';
import type { NameCueRow } from '../../knowledge/name-rows.js';
import type { Chunk } from './chunks.js';
import { wordBefore } from './cues.js';

const REACH = 30;
const EVALUATED = nameCues('dataset.evaluated-on');
const SCORE = /^[+~≈]?\d{1,3}(?:\.\d{1,4}%?|%)$/;

/** `On X, OwlNet reaches 81.5%`: what a sentence with a score opens with is where it was measured. */
export function openingCues(
  chunks: readonly Chunk[],
  from: number,
  to: number,
): readonly NameCueRow[] {
  const on = chunks[wordBefore(chunks, from)];
  if (on?.lower !== 'on' || !on.first) return [];
  const closes = chunks[to - 1]?.after === ',' || chunks[to]?.before === '(';
  if (!closes) return [];
  for (const { text, after } of chunks.slice(to, to + REACH)) {
    if (SCORE.test(text)) return EVALUATED;
    if (/[.!?]/.test(after)) return [];
  }
  return [];
}
