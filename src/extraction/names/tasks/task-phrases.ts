import { TASKS, taskWords } from '../../../knowledge/name-knowledge.js';
import type { TaskRow } from '../../../knowledge/name-rows.js';
import type { Chunk } from '../chunks.js';
import { knownRow } from '../known-names.js';
import { nameShape } from '../name-shape.js';

/** A stretch of chunks that names a task, `to` exclusive. */
export interface TaskPhrase {
  readonly from: number;
  readonly to: number;
  /** The row of the known task that it ends in; null where its head noun alone tells. */
  readonly row: TaskRow | null;
}

const HEADS = taskWords('head');
const STOP = taskWords('stop');
const VERBS = taskWords('verb');
const ING_NOUNS = taskWords('ing.noun');
const ED_ADJECTIVES = taskWords('ed.adjective');
const PLURALS = taskWords('modifier.plural');
const METHOD_NOUNS = taskWords('method.noun');
const MAX_MODIFIERS = 3;
const MAX_KNOWN = 6;

const byPhrase = new Map<string, TaskRow>();
const firstWords = new Set<string>();
for (const row of TASKS) {
  for (const form of [row.name, ...row.aliases]) {
    const key = taskKey(form);
    byPhrase.set(key, row);
    firstWords.add(key.slice(0, key.indexOf(' ') === -1 ? key.length : key.indexOf(' ')));
  }
}

/** Case and hyphens folded: `text-to-image generation` and `text to image generation` are one. */
export function taskKey(surface: string): string {
  return surface.toLowerCase().replace(/[-‑–]/g, ' ');
}

/** Finds the phrases that may name a task, left to right, without overlap. */
export function taskPhrasesOf(chunks: readonly Chunk[]): TaskPhrase[] {
  const found: TaskPhrase[] = [];
  for (let at = 0; at < chunks.length; at++) {
    const known = knownAt(chunks, at);
    const head =
      known ?? (isHead(chunks[at] as Chunk) ? { from: at, to: at + 1, row: null } : null);
    if (!head) continue;
    const start = found.at(-1)?.to ?? 0;
    const from = Math.max(start, widened(chunks, head.from));
    const phrase = { ...head, from };
    // `video question answering` goes on after `video question`.
    const longer = longerFrom(chunks, phrase);
    if (stands(chunks, longer)) found.push(longer);
    at = longer.to - 1;
  }
  return found;
}

/** A bare head noun says too little; one before "Algorithm" is part of a method's name. */
function stands(chunks: readonly Chunk[], { from, to, row }: TaskPhrase): boolean {
  const [first, next] = [chunks[from] as Chunk, chunks[to]];
  if (next && (chunks[to - 1] as Chunk).after === '' && METHOD_NOUNS.has(next.lower)) {
    if (/^\p{Lu}/u.test(next.text) && /^\p{Lu}/u.test((chunks[to - 1] as Chunk).text)) return false;
  }
  return row !== null || to - from > 1 || isCompound(first);
}

function knownAt(chunks: readonly Chunk[], at: number): TaskPhrase | null {
  const first = taskKey((chunks[at] as Chunk).text);
  if (!firstWords.has(first.split(' ', 1)[0] as string)) return null;
  let joined = '';
  let best: TaskPhrase | null = null;
  for (let to = at + 1; to <= Math.min(chunks.length, at + MAX_KNOWN); to++) {
    const chunk = chunks[to - 1] as Chunk;
    if (to > at + 1 && chunk.before !== '') break;
    joined += (to > at + 1 ? ' ' : '') + taskKey(chunk.text);
    const row = byPhrase.get(joined);
    if (row) best = { from: at, to, row };
    if (chunk.after !== '') break;
  }
  return best;
}

/** Takes in the heads that follow directly: `report generation`, `failure analysis report generation`. */
function longerFrom(chunks: readonly Chunk[], phrase: TaskPhrase): TaskPhrase {
  let { to, row } = phrase;
  for (let at = to; at < Math.min(chunks.length, to + 3); at++) {
    if ((chunks[at - 1] as Chunk).after !== '' || (chunks[at] as Chunk).before !== '') break;
    const known = knownAt(chunks, at);
    if (known) {
      [to, row] = [known.to, known.row];
      break;
    }
    const chunk = chunks[at] as Chunk;
    if (isHead(chunk)) [to, row] = [at + 1, null];
    else if (!isModifier(chunk)) break;
  }
  return { from: phrase.from, to, row };
}

function isHead(chunk: Chunk): boolean {
  return HEADS.has(chunk.lower) || (isCompound(chunk) && !VERBS.has(chunk.lower));
}

/** `question-answering`, `instruction-tuning`: a head with its modifier in one. */
function isCompound(chunk: Chunk): boolean {
  const at = chunk.lower.lastIndexOf('-');
  return at > 2 && HEADS.has(chunk.lower.slice(at + 1)) && !STOP.has(chunk.lower.slice(0, at));
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
  const [and, other] = [chunks[from - 1], chunks[from - 2]];
  if (!and || !other || !/^(?:and|&|or)$/.test(and.lower) || other.after !== '') return from;
  if (!isModifier(other) || isHead(other) || /s$/.test(other.lower)) return from;
  const further = chunks[from - 3];
  return further && further.after === '' && isModifier(further) && !isHead(further)
    ? from - 3
    : from - 2;
}

function isModifier(chunk: Chunk): boolean {
  const { lower, text } = chunk;
  if (STOP.has(lower) || VERBS.has(lower) || lower.length < 2 || lower.length > 40) return false;
  if (!/^[\p{L}\d][\p{L}\d'’.+-]*$/u.test(text) || /^\d+(?:\.\d+)?$/.test(text)) return false;
  const last = lower.slice(lower.lastIndexOf('-') + 1);
  const whole = last === lower;
  if (/-aware$|-efficient$|-friendly$/.test(lower)) return false;
  if (/ly$/.test(lower) && whole && !/^(?:family|anomaly|assembly|early|supply)$/.test(lower))
    return false;
  if (/ed$/.test(lower) && whole) return ED_ADJECTIVES.has(lower);
  if (/ing$/.test(lower) && whole) return ING_NOUNS.has(lower);
  if (
    /[^s]s$/.test(lower) &&
    !PLURALS.has(lower) &&
    !/(?:is|us|ics)$/.test(lower) &&
    /^\p{Ll}/u.test(text)
  )
    return false;
  if (nameShape(text, false) === 'strong' && (knownRow(text) !== null || /\d/.test(text)))
    return /^\d+D$/.test(text);
  return true;
}
