import { nameWords } from '../../knowledge/name-knowledge.js';
import type { Chunk } from './chunks.js';
import { isProposing } from './proposals.js';

const MAX_WORDS = 5;
/** How far back the proposing verb of `a technique called calm tokens` is looked for. */
const REACH = 10;
const NO_START = nameWords('coined.no-start');
const NO_END = nameWords('coined.no-end');
const NAMING = new Set([...nameWords('naming'), 'namely']);
const WORD = /^\p{Ll}[\p{L}\d.-]*$/u;

/**
 * Finds where coined names end, over the chunks of a text from left to right: where they are proposed, and where they stand again.
 */
export function coinedNames(): (chunks: readonly Chunk[], at: number) => number | null {
  const names = new Map<string, string>();
  const described = new Set<string>();
  return (chunks, at) => {
    const phrase = describedAt(chunks, at);
    if (phrase !== null) described.add(phrase);
    const to = coinedAt(chunks, at) ?? againAt(chunks, at, names) ?? ownAt(chunks, at, described);
    if (to !== null) names.set((chunks[at] as Chunk).lower, wordsOf(chunks, at, to));
    return to;
  };
}

function againAt(
  chunks: readonly Chunk[],
  at: number,
  names: ReadonlyMap<string, string>,
): number | null {
  const name = names.get((chunks[at] as Chunk).lower);
  if (name === undefined) return null;
  const to = at + name.split(' ').length;
  return to <= chunks.length && wordsOf(chunks, at, to) === name ? to : null;
}

function wordsOf(chunks: readonly Chunk[], from: number, to: number): string {
  return chunks
    .slice(from, to)
    .map(({ lower }) => lower)
    .join(' ');
}

/**
 * `we propose calm gradient mixing, a method …`: a name in small letters that only its proposal makes one.
 *
 * @returns the chunk that the name ends before; null where none begins
 */
function coinedAt(chunks: readonly Chunk[], at: number): number | null {
  const verb = chunks[at - 1];
  if (verb?.after !== '') return null;
  const named = NAMING.has(verb.lower);
  if (named ? !isProposed(chunks, at - 2) : !isProposing(chunks, at - 1)) return null;
  if (NO_START.has((chunks[at] as Chunk).lower)) return null;
  for (let to = at; to < Math.min(chunks.length, at + MAX_WORDS); to++) {
    const { text, lower, before, after } = chunks[to] as Chunk;
    if (!WORD.test(text) || (to > at && before !== '')) return null;
    if (after === '' && !/^[–—]$/.test(chunks[to + 1]?.text ?? '')) continue;
    if (NO_END.has(lower) || !isEnd(chunks, to, named, to === at && !/\d/.test(text))) return null;
    return to + 1;
  }
  return null;
}

/** A comma with what the thing is behind it; a single ordinary word needs more than `which`. */
function isEnd(chunks: readonly Chunk[], last: number, named: boolean, single: boolean): boolean {
  const { after } = chunks[last] as Chunk;
  const next = chunks[last + 1]?.lower ?? '';
  if (/^[–—]$/.test(next)) return /^an?$/.test(chunks[last + 2]?.lower ?? '');
  if (after === ',') return /^an?$/.test(next) || (!single && /^(?:which|where)$/.test(next));
  return named && !single && /^[.;:,]$/.test(after);
}

const HEADS = nameWords('coined.head');
const ADJECTIVES = nameWords('coined.adjective');
/** Words besides its noun from which a phrase is particular enough to name something. */
const MIN_WORDS = 2;

/** `we propose a calm thresholding scheme`: the words before the noun, which name it once they stand again; null where none are proposed. */
function describedAt(chunks: readonly Chunk[], at: number): string | null {
  if (at === 0 || !isProposing(chunks, at - 1)) return null;
  if (!/^an?$/.test((chunks[at] as Chunk).lower)) return null;
  let from = at + 1;
  while (ADJECTIVES.has(chunks[from]?.lower ?? '')) from++;
  const head = headFrom(chunks, from);
  return head === null ? null : wordsOf(chunks, from, head);
}

/** `our calm thresholding strategy`, where such a scheme was proposed: the end of the phrase with its noun. */
function ownAt(
  chunks: readonly Chunk[],
  at: number,
  described: ReadonlySet<string>,
): number | null {
  if (described.size === 0 || !/^(?:our|proposed)$/.test(chunks[at - 1]?.lower ?? '')) return null;
  const head = headFrom(chunks, at);
  return head !== null && described.has(wordsOf(chunks, at, head)) ? head + 1 : null;
}

/** Where the noun of a method stands behind some words in small letters. */
function headFrom(chunks: readonly Chunk[], from: number): number | null {
  for (let at = from; at < Math.min(chunks.length, from + MAX_WORDS); at++) {
    const { text, lower, before, after } = chunks[at] as Chunk;
    if (!WORD.test(text) || before !== '' || NO_START.has(lower)) return null;
    if (HEADS.has(lower)) return at >= from + MIN_WORDS ? at : null;
    if (after !== '') return null;
  }
  return null;
}

function isProposed(chunks: readonly Chunk[], from: number): boolean {
  for (let at = from; at >= Math.max(0, from - REACH); at--) {
    if (/[.;!?]/.test((chunks[at] as Chunk).after)) return false;
    if (isProposing(chunks, at)) return true;
  }
  return false;
}
