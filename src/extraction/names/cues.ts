import { NAME_CUES, nameWords } from '../../knowledge/name-knowledge.js';
import type { NameCueRow } from '../../knowledge/name-rows.js';
import type { Candidate } from './candidates.js';
import type { Chunk } from './chunks.js';

const PASSED = nameWords('evidence.passed');
const HEAD_BREAK = nameWords('head.break');
const OWN_WORDS = nameWords('own-word');
const REACH_BACK = 4;
/** A head two words later says less than one that follows directly. */
const LATER = 0.7;

type Cues = Map<string, NameCueRow[]>;
const byWord = {
  aside: new Map(),
  before: new Map(),
  head: new Map(),
  noun: new Map(),
  part: new Map(),
  verb: new Map(),
} as Record<NameCueRow['side'], Cues>;
/** Words of which a pair is made: of most no pair need be looked up. */
const paired = new Set<string>();
for (const cue of NAME_CUES) {
  for (const word of cue.words) {
    const cues = byWord[cue.side];
    cues.set(word, [...(cues.get(word) ?? []), cue]);
    if (word.includes(' ')) for (const part of word.split(' ')) paired.add(part);
  }
}
const NO_CUES: readonly NameCueRow[] = [];

/** The cues of a word, of the pair that it makes with its neighbour first. */
export function cuesOf(side: NameCueRow['side'], word: string, pair = ''): readonly NameCueRow[] {
  const cues = byWord[side];
  return (pair && paired.has(word) && cues.get(pair)) || cues.get(word) || NO_CUES;
}

/** `X dataset`, `X language modeling benchmark`, `X-based`: the noun that the name stands before. */
export function headCues(chunks: readonly Chunk[], { from, to, surface }: Candidate): NameCueRow[] {
  const last = chunks[to - 1] as Chunk;
  const inner = surface.includes('-') || to - from > 1;
  const within = inner ? cuesOf('head', last.lower.slice(last.lower.lastIndexOf('-') + 1)) : [];
  const next = chunks[to];
  // `the proposal selector (HGPS) algorithm`: the noun behind the parenthesis is the name's.
  const inside = (chunks[from] as Chunk).before.includes('(') && last.after === ')';
  if (next?.before !== '' || !(inside || /^(?:['’]s?)?$/.test(last.after))) return [...within];
  const direct = cuesOf('head', next.lower, `${next.lower} ${chunks[to + 1]?.lower ?? ''}`);
  return [...within, ...(direct.length ? direct : laterHead(chunks, to))];
}

function laterHead(chunks: readonly Chunk[], to: number): NameCueRow[] {
  for (let at = to + 1; at <= to + 3 && at < chunks.length; at++) {
    const before = chunks[at - 1] as Chunk;
    if (before.after !== '' || HEAD_BREAK.has(before.lower) || isArticle(before)) break;
    if (cuesOf('verb', before.lower).length > 0) break;
    const { lower } = chunks[at] as Chunk;
    const cues = cuesOf('head', lower, `${lower} ${chunks[at + 1]?.lower ?? ''}`).filter(
      (cue) => cue.id === 'dataset.head',
    );
    if (cues.length) return cues.map((cue) => ({ ...cue, weight: cue.weight * LATER }));
  }
  return [];
}

function isArticle({ lower }: Chunk): boolean {
  return /^(?:the|an?|its|their|our|this|these)$/.test(lower);
}

/** `X achieves`: the verb of which the name is the subject; `X models` is a noun. */
export function verbCues(chunks: readonly Chunk[], { to }: Candidate): readonly NameCueRow[] {
  const last = chunks[to - 1] as Chunk;
  const next = chunks[to];
  if (!next || /[.,;:]/.test(last.after)) return [];
  if (cuesOf('head', next.lower).some(({ id }) => id === 'method.head')) return [];
  return cuesOf('verb', next.lower, `${next.lower} ${chunks[to + 1]?.lower ?? ''}`);
}

/** The chunk before a name that is no article or adjective of it. */
export function wordBefore(chunks: readonly Chunk[], from: number): number {
  let at = from - 1;
  while (at >= 0 && from - 1 - at < REACH_BACK) {
    const { lower, after } = chunks[at] as Chunk;
    if (
      after !== '' ||
      !(PASSED.has(lower) || /-(?:based|only|style|level|tuned|trained)$/.test(lower))
    )
      break;
    at--;
  }
  return at;
}

/** Behind a comma a name is said to be what stands before it where it ends there: `on the largest benchmark, X reaches` says nothing of X. */
export function endsPhrase(chunks: readonly Chunk[], to: number): boolean {
  const next = chunks[to];
  return chunks[to - 1]?.after !== '' || next?.before !== '' || /^(?:and|or|&)$/.test(next.lower);
}

/** `evaluated on the X`, `we propose X`: the words in front, articles and adjectives passed over. */
export function beforeCues(chunks: readonly Chunk[], from: number): readonly NameCueRow[] {
  const at = wordBefore(chunks, from);
  const own = chunks.slice(at + 1, from).some((_, passed) => isOwnWord(chunks, at + 1 + passed))
    ? cuesOf('before', 'our')
    : // `the baseline X` says so wherever it stands.
      from - 1 > at && /^baselines?$/.test(chunks[from - 1]?.lower ?? '')
      ? cuesOf('before', 'baseline')
      : [];
  const word = chunks[at];
  if (!word || /[.;!?)]/.test(word.after)) return own;
  const said = cuesOf('before', word.lower, `${saidBy(chunks[at - 1])} ${word.lower}`);
  // `introduces and evaluates X`: the first verb says more.
  const joint = chunks[at - 1]?.lower === 'and' ? chunks[at - 2] : undefined;
  const first =
    joint && /(?:e|es|ed|s)$/.test(word.lower) ? cuesOf('before', joint.lower) : NO_CUES;
  const proposes = first.filter(({ id }) => id === 'method.propose');
  return [...own, ...(proposes.length > 0 ? proposes : said)];
}

/** A number stands for all: `63.0% on X`. */
const saidBy = (chunk: Chunk | undefined): string =>
  /^\d{1,3}(?:\.\d{1,3})?(?:%|x)?$/.test(chunk?.lower ?? '') ? '#' : (chunk?.lower ?? '');

/** `our`, `the proposed`, `the resulting`, but not `the recently proposed`. */
export function isOwnWord(chunks: readonly Chunk[], at: number): boolean {
  const lower = chunks[at]?.lower ?? '';
  return (
    OWN_WORDS.has(lower) && !/^(?:recently|previously|earlier)$/.test(chunks[at - 1]?.lower ?? '')
  );
}
