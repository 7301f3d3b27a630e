import type { NameCueRow } from '../../knowledge/name-rows.js';
import { appositionCues } from './apposition.js';
import type { Candidate } from './candidates.js';
import type { Chunk } from './chunks.js';
import { componentCues, partNounCues } from './components.js';
import { beforeCues, cuesOf, endsPhrase, headCues, verbCues, wordBefore } from './cues.js';
import { governorCues, listHeadCues } from './governor.js';
import type { NameKind } from './known-names.js';
import { openingCues } from './opening.js';
import { isProposing, proposalCues } from './proposals.js';
import { trainingCues } from './training.js';

/** What the words around one place say of the name. */
export interface Evidence {
  readonly dataset: number;
  readonly method: number;
  /** Role votes by role name. */
  readonly roles: ReadonlyMap<string, number>;
  readonly rules: readonly string[];
}

/**
 * Collects the cues beside a candidate; those of its list are added by the caller.
 *
 * @param longFrom where the long form begins that the candidate is the short form of, in parentheses
 */
export function evidenceAt(
  chunks: readonly Chunk[],
  candidate: Candidate,
  longFrom: number | null = null,
): Evidence {
  const { to } = candidate;
  const from = longFrom ?? candidate.from;
  // `X-based retrieval`: what stands before is said of the retrieval.
  if (isPart(chunks, candidate)) return sum(headCues(chunks, candidate));
  const modifier = isModifier(chunks, from, to);
  // `On the Y dataset, X outperforms all`: the noun before the comma is of another phrase.
  const opensClause = chunks[from - 1]?.after.endsWith(',') === true && !endsPhrase(chunks, to);
  const before = beforeCues(chunks, from).filter(
    (cue) =>
      !(opensClause && cue.id.endsWith('list-head')) &&
      (cue.id !== 'method.propose' || isProposed(chunks, from)) &&
      !(modifier && cue.role === 'proposed'),
  );
  const evidence = sum([
    ...headCues(chunks, candidate),
    ...verbCues(chunks, candidate),
    ...before,
    ...listHeadCues(chunks, from),
    ...(modifier ? [] : proposalCues(chunks, from, to)),
    ...componentCues(chunks, candidate, from),
    ...partNounCues(chunks, candidate, from),
    ...trainingCues(chunks, from),
    ...(candidate.known ? [] : openingCues(chunks, from, to)),
    ...(opensClause ? [] : appositionCues(chunks, candidate)),
  ]);
  if (opensClause || before.some((cue) => cue.role !== null)) return evidence;
  const governors = governorCues(chunks, from);
  if (governors.length === 0) return evidence;
  const roles = new Map(evidence.roles);
  for (const { role, weight } of governors)
    if (role) roles.set(role, (roles.get(role) ?? 0) + weight);
  return { ...evidence, roles };
}

/** Behind a proposing verb, or one that another joins: `introduces and evaluates X`. */
function isProposed(chunks: readonly Chunk[], from: number): boolean {
  const verb = wordBefore(chunks, from);
  const joined = verb > 1 && chunks[verb - 1]?.lower === 'and' && isProposing(chunks, verb - 2);
  return joined || isProposing(chunks, verb);
}

const MODIFIED = 3;

/** `propose a novel BERT pruning method`: what the proposed thing works on, no name of it. */
function isModifier(chunks: readonly Chunk[], from: number, to: number): boolean {
  if (!/^(?:an?|novel|new)$/.test(chunks[from - 1]?.lower ?? '')) return false;
  for (let at = to; at < to + MODIFIED; at++) {
    const [previous, chunk] = [chunks[at - 1], chunks[at]];
    if (!chunk || previous?.after !== '' || !/^\p{Ll}+(?:-\p{Ll}+)*$/u.test(chunk.text))
      return false;
    if (cuesOf('head', chunk.lower).some(({ id }) => id === 'method.head')) return at > to;
  }
  return false;
}

function isPart(chunks: readonly Chunk[], { from, to, surface }: Candidate): boolean {
  return to === from + 1 && (chunks[from] as Chunk).text !== surface;
}

const NOTHING: Evidence = { dataset: 0, method: 0, roles: new Map(), rules: [] };

function sum(cues: readonly NameCueRow[]): Evidence {
  if (cues.length === 0) return NOTHING;
  const roles = new Map<string, number>();
  const votes: Record<NameKind, number> = { dataset: 0, method: 0 };
  for (const cue of cues) {
    if (cue.kind !== 'dataset') votes.method += cue.kind === 'method' ? cue.weight : -cue.weight;
    if (cue.kind !== 'method') votes.dataset += cue.kind === 'dataset' ? cue.weight : -cue.weight;
    if (cue.role) roles.set(cue.role, (roles.get(cue.role) ?? 0) + cue.weight);
  }
  return { ...votes, roles, rules: cues.map((cue) => cue.id) };
}
