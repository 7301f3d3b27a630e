import type { Candidate } from './candidates.js';
import type { Chunk } from './chunks.js';
import { verbCues } from './cues.js';
import type { Evidence } from './evidence.js';

/** How much of what is said of one member holds for the others. */
const SHARE = 0.8;
/** A list in which the known members are of one kind says so of the others. */
const KNOWN_MEMBERS = 2;
const JOINT = /^(?:and|or|&|as well as|and the|\/|and on|the|to|versus|vs|then|and also|and even)$/;

/** Members of a list are of one kind: what is said before the first or after the last holds for all. */
export function alongLists(
  chunks: readonly Chunk[],
  candidates: readonly Candidate[],
  own: readonly Evidence[],
): Evidence[] {
  const result = [...own];
  for (let at = 0; at < candidates.length; ) {
    let end = at + 1;
    while (
      end < candidates.length &&
      joined(chunks, candidates[end - 1] as Candidate, candidates[end] as Candidate)
    )
      end++;
    if (end - at > 1) {
      const total = own.slice(at, end).reduce(merge);
      const known = candidates.slice(at, end).map((candidate) => candidate.known);
      const lead =
        known.filter((kind) => kind === 'dataset').length -
        known.filter((kind) => kind === 'method').length;
      for (let member = at; member < end; member++)
        result[member] = shared(own[member] as Evidence, total, lead);
    }
    at = end;
  }
  return result;
}

function shared(mine: Evidence, total: Evidence, lead: number): Evidence {
  return {
    dataset: Math.max(mine.dataset, total.dataset * SHARE) + (lead > 0 ? KNOWN_MEMBERS : 0),
    method: Math.max(mine.method, total.method * SHARE) + (lead < 0 ? KNOWN_MEMBERS : 0),
    roles: total.roles,
    rules: [...new Set([...mine.rules, 'list.shared'])],
  };
}

function merge(a: Evidence, b: Evidence): Evidence {
  const roles = new Map(a.roles);
  for (const [role, weight] of b.roles) roles.set(role, Math.max(roles.get(role) ?? 0, weight));
  return {
    dataset: Math.max(a.dataset, b.dataset),
    method: Math.max(a.method, b.method),
    roles,
    rules: [...a.rules, ...b.rules],
  };
}

/** Chunks between two members of a list, with parentheses and without. */
const MAX_BETWEEN = 12;
const MAX_WORDS = 3;

/** The words between two names, but for parentheses with figures: `X (+23.7), Y (55% to 64%) and Z` is a list. */
function wordsBetween(chunks: readonly Chunk[], from: number, to: number): Chunk[] {
  const words: Chunk[] = [];
  for (let at = from; at < to; at++) {
    const end = (chunks[at] as Chunk).before.includes('(') ? endOfFigures(chunks, at, to) : null;
    if (end === null) words.push(chunks[at] as Chunk);
    else at = end;
  }
  return words;
}

/** Where a parenthesis ends that holds a figure; null where it holds none or goes on. */
function endOfFigures(chunks: readonly Chunk[], from: number, to: number): number | null {
  let figures = false;
  for (let at = from; at < to; at++) {
    const { text, after } = chunks[at] as Chunk;
    figures ||= /^[+\-–]?\d[\d.,]*%?$/.test(text);
    if (after.includes(')')) return figures ? at : null;
  }
  return null;
}

function joined(chunks: readonly Chunk[], a: Candidate, b: Candidate): boolean {
  if (b.from < a.to) return false;
  const last = chunks[a.to - 1] as Chunk;
  if (b.from - a.to > MAX_BETWEEN || /[.;:?!]$/.test(last.after)) return false;
  // `X [2] and Y`, `ABC (Alpha Beta) and D`: what stands in brackets goes with the name before it.
  const words = wordsBetween(chunks, a.to, b.from).filter(
    ({ text }) => !/^\[?\d+(?:,\d+)*\]?$/.test(text),
  );
  if (words.length > MAX_WORDS) return false;
  if (words.some((chunk) => /[.;:()]/.test(chunk.after))) return false;
  if (words.length === 0) {
    const first = chunks[b.from] as Chunk;
    // `Trained on A, B shows …`: behind the comma a clause of its own begins.
    const comma = (chunks[b.from - 1] as Chunk).after.includes(',');
    if (comma && verbCues(chunks, b).length > 0) return false;
    return comma || (first.before === '' && last.after === '/');
  }
  return JOINT.test(words.map((chunk) => chunk.lower).join(' '));
}
