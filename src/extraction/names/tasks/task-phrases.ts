import { taskWords } from '../../../knowledge/name-knowledge.js';
import type { TaskRow } from '../../../knowledge/name-rows.js';
import type { Chunk } from '../chunks.js';
import { knownTaskAt } from './known-tasks.js';

/** How a phrase came to be one. */
export type PhraseShape = 'head' | 'tail' | 'of' | 'gerund';

/** A stretch of chunks that names a task, `to` exclusive. */
export interface TaskPhrase {
  readonly from: number;
  readonly to: number;
  readonly shape: PhraseShape;
  /** The row of the known task that it ends in; null where its head noun alone tells. */
  readonly row: TaskRow | null;
}

const STOP = taskWords('stop');
const METHOD_NOUNS = taskWords('method.noun');
const MAX_MODIFIERS = 3;
const MAX_OBJECT = 4;

/** Finds the phrases that may name a task, left to right; the known end of a longer phrase is one as well. */
export function taskPhrasesOf(chunks: readonly Chunk[]): TaskPhrase[] {
  const found: TaskPhrase[] = [];
  let done = 0;
  for (let at = 0; at < chunks.length; at++) {
    const gerund = gerundAt(chunks, at);
    if (gerund) found.push(gerund);
    const core = coreAt(chunks, at);
    if (!core) continue;
    const { to, row } = longer(chunks, core);
    const from = stripped(chunks, Math.max(done, widened(chunks, core.from)), to);
    const phrase: TaskPhrase = { from, to, row, shape: 'head' };
    if (stands(chunks, phrase)) {
      found.push(phrase);
      const tail = tailOf(chunks, phrase);
      if (tail) found.push(tail);
      const object = ofPhrase(chunks, phrase);
      if (object) found.push(object);
    }
    done = to;
    at = to - 1;
  }
  return found;
}

function coreAt(
  chunks: readonly Chunk[],
  at: number,
): { from: number; to: number; row: TaskRow | null } | null {
  const known = knownTaskAt(chunks, at);
  if (known) return { from: at, ...known };
  return isHead(chunks[at] as Chunk) ? { from: at, to: at + 1, row: null } : null;
}

/** Takes in the heads that follow directly: `report generation`, `failure analysis report generation`. */
function longer(
  chunks: readonly Chunk[],
  core: { to: number; row: TaskRow | null },
): { to: number; row: TaskRow | null } {
  let { to, row } = core;
  for (let at = to; at < Math.min(chunks.length, to + 3); at++) {
    if ((chunks[at - 1] as Chunk).after !== '' || (chunks[at] as Chunk).before !== '') break;
    const known = knownTaskAt(chunks, at);
    if (known) return known;
    const chunk = chunks[at] as Chunk;
    if (isHead(chunk)) [to, row] = [at + 1, null];
    else if (!isModifier(chunk)) break;
  }
  return { to, row };
}

const isHead = ({ word }: Chunk): boolean => word.task.head !== null;
const isModifier = ({ word }: Chunk): boolean => word.task.modifier;

/** A bare head noun says too little; one before "Algorithm" is part of a method's name. */
function stands(chunks: readonly Chunk[], { from, to, row }: TaskPhrase): boolean {
  const [last, next] = [chunks[to - 1] as Chunk, chunks[to]];
  const named = [last, next].every((chunk) => /^\p{Lu}/u.test(chunk?.text ?? ''));
  if (next && last.after === '' && METHOD_NOUNS.has(next.lower) && named) return false;
  return row !== null || to - from > 1 || (chunks[from] as Chunk).word.task.head === 'compound';
}

/** Takes in the words before that say of what: `zero-shot object navigation`. */
function widened(chunks: readonly Chunk[], first: number): number {
  let from = first;
  while (from > 0 && first - from < MAX_MODIFIERS) {
    const word = chunks[from - 1] as Chunk;
    if (word.after !== '' || (chunks[from] as Chunk).before !== '' || !isModifier(word)) break;
    from--;
  }
  return from === first - 1 ? acrossAnd(chunks, from) : from;
}

/** `cotton boll and flower detection`: the head belongs to both. */
function acrossAnd(chunks: readonly Chunk[], from: number): number {
  const [and, other, further] = [chunks[from - 1], chunks[from - 2], chunks[from - 3]];
  if (!and || !other || !/^(?:and|&|or)$/.test(and.lower) || other.after !== '') return from;
  if (!isModifier(other) || isHead(other) || /s$/.test(other.lower)) return from;
  const two = further?.after === '' && isModifier(further) && !isHead(further);
  return two ? from - 3 : from - 2;
}

/** Leaves out what says how: `diffusion-based video editing` is video editing. */
function stripped(chunks: readonly Chunk[], from: number, to: number): number {
  let start = from;
  while (to - start > 2 && (chunks[start] as Chunk).word.task.stripped) start++;
  return start;
}

/** The known task that a longer phrase ends in. */
function tailOf(chunks: readonly Chunk[], { from, to }: TaskPhrase): TaskPhrase | null {
  for (let at = from + 1; at < to; at++) {
    const known = knownTaskAt(chunks, at);
    if (known?.to === to && (to - at > 1 || (chunks[at] as Chunk).lower.includes('-')))
      return { from: at, to, row: known.row, shape: 'tail' };
  }
  return null;
}

/** `classification of tissue images`. */
function ofPhrase(chunks: readonly Chunk[], { from, to }: TaskPhrase): TaskPhrase | null {
  const [last, of] = [chunks[to - 1] as Chunk, chunks[to]];
  if (last.after !== '' || of?.lower !== 'of' || of.after !== '') return null;
  const end = objectEnd(chunks, to + 1);
  return end === null ? null : { from, to: end, row: null, shape: 'of' };
}

/** `detecting hallucinations`. */
function gerundAt(chunks: readonly Chunk[], at: number): TaskPhrase | null {
  const chunk = chunks[at] as Chunk;
  if (!chunk.word.task.gerund || chunk.after !== '') return null;
  const previous = chunks[at - 1];
  if (previous && previous.after === '' && isModifier(previous) && /^\p{Ll}/u.test(previous.text))
    return null;
  const end = objectEnd(chunks, at + 1);
  return end === null ? null : { from: at, to: end, row: null, shape: 'gerund' };
}

/** Where a short noun phrase that begins at a chunk ends; null where none does. */
function objectEnd(chunks: readonly Chunk[], from: number): number | null {
  let at = from;
  while (at < chunks.length && at - from < MAX_OBJECT) {
    const chunk = chunks[at] as Chunk;
    if (
      chunk.before !== '' ||
      !(isModifier(chunk) || /^\p{Ll}{3,}s$/u.test(chunk.text)) ||
      STOP.has(chunk.lower)
    )
      break;
    at++;
    if (chunk.after !== '') break;
  }
  return at > from ? at : null;
}
