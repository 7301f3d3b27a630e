import { nameWords } from '../../knowledge/name-knowledge.js';
import type { NameCueRow } from '../../knowledge/name-rows.js';
import type { Candidate } from './candidates.js';
import type { Chunk } from './chunks.js';
import { cuesOf, wordBefore } from './cues.js';

const SUBJECTS = nameWords('subject.method');
const ADVERBS = nameWords('subject.adverb');

/**
 * `OwlNet features a Token Mixer`, `(2) Token Mixer, which …`: a part that a method is made of is the paper's own as well.
 *
 * @param from where the long form begins that the candidate is the short form of; else where it begins itself
 */
export function componentCues(
  chunks: readonly Chunk[],
  candidate: Candidate,
  from: number,
): readonly NameCueRow[] {
  if (!mayBePart(candidate, from)) return [];
  const at = wordBefore(chunks, from);
  const word = chunks[at];
  const cues = word ? cuesOf('part', word.lower) : [];
  if (!word || cues.length === 0) return [];
  const holds = word.after.includes(')')
    ? isExplained(chunks, candidate.to)
    : word.after === '' && hasMethodAsSubject(chunks, at);
  return cues.filter((cue) => holds && (cue.id === 'method.listed') === word.after.includes(')'));
}

const MAX_ADJECTIVES = 3;

/** `a lightweight Calm Owl Fusion (COF) module`: what a paper introduces as a part by the noun behind is its own. */
export function partNounCues(
  chunks: readonly Chunk[],
  candidate: Candidate,
  from: number,
): readonly NameCueRow[] {
  if (!mayBePart(candidate, from)) return [];
  const { to } = candidate;
  const [last, noun] = [chunks[to - 1] as Chunk, chunks[to]];
  const inside = (chunks[candidate.from] as Chunk).before.includes('(') && last.after === ')';
  if (noun?.before !== '' || !(inside || last.after === '')) return [];
  const cues = cuesOf('noun', noun.lower);
  return cues.length > 0 && opensWithArticle(chunks, from) ? cues : [];
}

function opensWithArticle(chunks: readonly Chunk[], from: number): boolean {
  for (let at = from - 1; at >= Math.max(0, from - 1 - MAX_ADJECTIVES); at--) {
    const { lower, text, after } = chunks[at] as Chunk;
    if (/^an?$/.test(lower)) return true;
    if (after !== '' || !/^\p{Ll}[\p{L}-]*$/u.test(text)) return false;
  }
  return false;
}

/** A phrase in capitals, a short form behind its long one, or an unmistakable form. */
function mayBePart({ shape, surface, from, known }: Candidate, start: number): boolean {
  if (known) return false;
  return shape === 'strong' || start < from || (shape === 'capital' && surface.includes(' '));
}

/** Behind the item of a list stands what it is or does: `(1) Token Mixer: …`, `(ii) a Token Mixer that …`. */
function isExplained(chunks: readonly Chunk[], to: number): boolean {
  const [last, next] = [chunks[to - 1] as Chunk, chunks[to]];
  if (!next) return false;
  return (
    /[:,)]/.test(last.after) ||
    next.before.includes('(') ||
    /^(?:to|that|which|for|with|–|—)$/.test(next.lower)
  );
}

/** The subject of the verb is a method: a name, `it`, `the framework`. */
function hasMethodAsSubject(chunks: readonly Chunk[], verb: number): boolean {
  let at = verb - 1;
  while (at > 0 && ADVERBS.has((chunks[at] as Chunk).lower)) at--;
  const subject = chunks[at];
  if (!subject) return false;
  const { shape } = subject.word;
  return (
    shape === 'strong' ||
    (shape === 'acronym' && !subject.word.generic) ||
    SUBJECTS.has(subject.lower)
  );
}
