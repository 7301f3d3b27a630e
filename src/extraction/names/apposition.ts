import { nameCues, nameWords } from '../../knowledge/name-knowledge.js';
import type { NameCueRow } from '../../knowledge/name-rows.js';
import type { Candidate } from './candidates.js';
import type { Chunk } from './chunks.js';
import { cuesOf, endsPhrase, isOwnWord } from './cues.js';

const REACH = 14;
const END = nameWords('apposition.end');
/** What a phrase says of the name outright weighs more than a noun beside it. */
const OUTRIGHT = 1.4;
/** A noun beside the name, only divided by a comma, may be of something else. */
const BESIDE = 0.5;
const OWN_REACH = 4;

/** `X, a large-scale video dataset`, `X is a framework`, `a benchmark called X`: the noun of the phrase says what X is. */
export function appositionCues(
  chunks: readonly Chunk[],
  { from, to, shape }: Candidate,
): NameCueRow[] {
  let at = to;
  if (chunks[at]?.before.includes('(') && chunks[at]?.after.includes(')')) at++;
  const comma = [chunks[at - 1], chunks[to - 1]].some((chunk) => /[,:(]/.test(chunk?.after ?? ''));
  const dash = /^[—–-]$/.test(chunks[at]?.text ?? '');
  const copula = /^(?:is|are|was|as)$/.test(chunks[at]?.lower ?? '');
  const opened = chunks[at]?.before.includes('(') ?? false;
  if (comma || copula || dash || opened) {
    const found = headOfPhrase(chunks, copula || dash ? at + 1 : at);
    const coined = shape === 'strong' || shape === 'acronym';
    if (found.length)
      return coined && isIntroduced(chunks, from, at) ? [...found, ...INTRODUCED] : found;
  }
  return namedBefore(chunks, from, to);
}

const NAMING = nameWords('naming');
const INTRODUCED = nameCues('method.introduced');
const INTRODUCING = new Set(INTRODUCED.flatMap(({ words }) => words));
const OTHERS = nameWords('apposition.others');
const OF_OTHERS = nameWords('apposition.of-others');
const DESCRIBED = 4;

/** `optimized with X, a latent-aware objective`: told what it is where it is used, and so new; not `a popular objective`. */
function isIntroduced(chunks: readonly Chunk[], from: number, article: number): boolean {
  if (!INTRODUCING.has(chunks[from - 1]?.lower ?? '')) return false;
  if (OF_OTHERS.has(chunks[from - 2]?.lower ?? '')) return false;
  if (!/^an?$/.test(chunks[article]?.lower ?? '')) return false;
  return !chunks.slice(article + 1, article + 1 + DESCRIBED).some(({ lower }) => OTHERS.has(lower));
}

/** `a benchmark called X`, `the framework, X`. */
function namedBefore(chunks: readonly Chunk[], from: number, to: number): NameCueRow[] {
  const before = chunks[from - 1];
  if (!before) return [];
  const named = NAMING.has(before.lower) || /^(?:namely|as)$/.test(before.lower);
  const beside = before.after.includes(',')
    ? endsPhrase(chunks, to)
    : (chunks[from] as Chunk).before.includes('(');
  if (!named && !beside) return [];
  for (let back = named ? from - 2 : from - 1; back >= Math.max(0, from - 5); back--) {
    const chunk = chunks[back] as Chunk;
    if (/[.;]/.test(chunk.after)) break;
    const cues = cuesOf('head', chunk.lower);
    if (cues.length) {
      const own = isOwnPhrase(chunks, back) ? cuesOf('before', 'our') : [];
      return [
        ...own,
        ...cues.map((cue) => (named ? cue : { ...cue, weight: cue.weight * BESIDE })),
      ];
    }
    if (!named) break;
  }
  return [];
}

/** `our new tool`, `the proposed framework`: the words before the noun call it the paper's own. */
function isOwnPhrase(chunks: readonly Chunk[], head: number): boolean {
  for (let at = head - 1; at >= Math.max(0, head - OWN_REACH); at--) {
    if ((chunks[at] as Chunk).after !== '') return false;
    if (isOwnWord(chunks, at)) return true;
  }
  return false;
}

function headOfPhrase(chunks: readonly Chunk[], from: number): NameCueRow[] {
  const article = chunks[from];
  if (!article || !/^(?:a|an|the|our|one|which|first)$/.test(article.lower)) return [];
  // `X, which uses a graph`: what follows is said of what X does.
  if (article.lower === 'which' && !/^(?:is|are|was)$/.test(chunks[from + 1]?.lower ?? ''))
    return [];
  let head: readonly NameCueRow[] = [];
  for (let at = from + 1; at < Math.min(chunks.length, from + REACH); at++) {
    const chunk = chunks[at] as Chunk;
    if (at > from + 1 && END.has(chunk.lower)) break;
    const pair = `${chunk.lower} ${chunks[at + 1]?.lower ?? ''}`;
    const direct = cuesOf('head', chunk.lower, pair);
    const cues = direct.length ? direct : cuesOf('head', chunk.lower.replace(/^.*-/, ''));
    if (cues.length) head = cues;
    if (/[.;:)]/.test(chunk.after) || (/,/.test(chunk.after) && head.length)) break;
  }
  return head.map((cue) => ({ ...cue, weight: cue.weight * OUTRIGHT }));
}
