import { NAME_CUES } from '../../knowledge/name-knowledge.js';
import type { NameCueRow } from '../../knowledge/name-rows.js';
import type { Candidate } from './candidates.js';
import type { Chunk } from './chunks.js';
import type { NameKind } from './known-names.js';

/** What the words around one place say of the name. */
export interface Evidence {
  readonly dataset: number;
  readonly method: number;
  /** Role votes by role name. */
  readonly roles: ReadonlyMap<string, number>;
  readonly rules: readonly string[];
}

const REACH_BACK = 4;
const PASSED = new Set(
  'the a an our its their this these those both all several new novel popular large large-scale recent existing standard public publicly available challenging widely used common well-known various different two three four five six seven eight many real-world synthetic original proposed simple pretrained pre-trained current previous prior strong frozen vanilla open-source state-of-the-art powerful famous leading latest small smaller larger full such baseline efficient effective unified general first single and'.split(
    ' ',
  ),
);

const byWord = new Map<string, NameCueRow[]>();
for (const cue of NAME_CUES) {
  for (const word of cue.words) {
    const key = `${cue.side}:${word}`;
    byWord.set(key, [...(byWord.get(key) ?? []), cue]);
  }
}

/** Collects the cues beside a candidate; those in its list are added by the caller. */
export function evidenceAt(chunks: readonly Chunk[], candidate: Candidate): Evidence {
  const cues = [
    ...headCues(chunks, candidate),
    ...verbCues(chunks, candidate),
    ...beforeCues(chunks, candidate.from),
    ...proposalCues(chunks, candidate.from),
    ...appositionCues(chunks, candidate),
  ];
  return sum(cues);
}

export function sum(cues: readonly NameCueRow[]): Evidence {
  const roles = new Map<string, number>();
  const votes: Record<NameKind, number> = { dataset: 0, method: 0 };
  for (const cue of cues) {
    votes[cue.kind] += cue.weight;
    if (cue.role) roles.set(cue.role, (roles.get(cue.role) ?? 0) + cue.weight);
  }
  return { ...votes, roles, rules: cues.map((cue) => cue.id) };
}

function headCues(chunks: readonly Chunk[], { from, to, surface }: Candidate): NameCueRow[] {
  const inner = (chunks[to - 1] as Chunk).lower.split('-').at(-1) ?? '';
  const own = surface.includes('-') || to - from > 1 ? (byWord.get(`head:${inner}`) ?? []) : [];
  const last = chunks[to - 1] as Chunk;
  if (!/^(?:['’]s?)?$/.test(last.after)) return own;
  const next = chunks[to];
  if (next?.before !== '') return own;
  const pair = `${next.lower} ${chunks[to + 1]?.lower ?? ''}`;
  const direct = byWord.get(`head:${pair}`) ?? byWord.get(`head:${next.lower}`);
  if (direct) return [...own, ...direct];
  // `X language modeling benchmark`: the head may come one or two words later.
  for (let at = to + 1; at <= to + 2 && at < chunks.length; at++) {
    if ((chunks[at - 1] as Chunk).after !== '') break;
    if (
      /^(?:and|or|on|in|for|with|is|are|by|to|of|achieves|as|that|from|than|using|at)$/.test(
        (chunks[at - 1] as Chunk).lower,
      )
    )
      break;
    const later = byWord
      .get(`head:${(chunks[at] as Chunk).lower}`)
      ?.filter((cue) => cue.kind === 'dataset');
    if (later?.length)
      return [...own, ...later.map((cue) => ({ ...cue, weight: cue.weight * 0.7 }))];
  }
  return own;
}

function verbCues(chunks: readonly Chunk[], { to }: Candidate): NameCueRow[] {
  const last = chunks[to - 1] as Chunk;
  const next = chunks[to];
  if (!next || last.after.includes('.') || last.after.includes(',')) return [];
  return byWord.get(`verb:${next.lower}`) ?? [];
}

function beforeCues(chunks: readonly Chunk[], from: number): NameCueRow[] {
  let at = from - 1;
  let passed = 0;
  while (
    at >= 0 &&
    passed < REACH_BACK &&
    PASSED.has((chunks[at] as Chunk).lower) &&
    (chunks[at] as Chunk).after === ''
  ) {
    at--;
    passed++;
  }
  const word = chunks[at];
  if (!word || /[.;!?)]/.test(word.after)) return [];
  const pair = `${chunks[at - 1]?.lower ?? ''} ${word.lower}`;
  return byWord.get(`before:${pair}`) ?? byWord.get(`before:${word.lower}`) ?? suchAs(chunks, at);
}

/** `datasets such as X`, `datasets, including X`, `benchmarks (X`: the noun before the list speaks. */
function suchAs(chunks: readonly Chunk[], at: number): NameCueRow[] {
  const word = chunks[at] as Chunk;
  if (!/^(?:as|like|including|i\.e|e\.g|namely|especially|particularly)$/.test(word.lower))
    return [];
  for (let back = at - 1; back >= Math.max(0, at - 3); back--) {
    const cues = byWord
      .get(`before:${(chunks[back] as Chunk).lower}`)
      ?.filter((cue) => cue.id.endsWith('list-head'));
    if (cues?.length) return cues;
  }
  return [];
}

const APPOSITION_REACH = 12;
const PHRASE_END = new Set(
  'that which to for designed where with by comprising consisting containing of from on in covering built based using'.split(
    ' ',
  ),
);

/** `X, a large-scale video dataset`, `X is a framework`, `a benchmark called X`: the noun of the phrase says what X is. */
function appositionCues(chunks: readonly Chunk[], { from, to }: Candidate): NameCueRow[] {
  const last = chunks[to - 1] as Chunk;
  let at = to;
  if (chunks[at]?.before.includes('(') && chunks[at]?.after.includes(')')) at++;
  const comma = (chunks[at - 1] as Chunk).after.includes(',') || last.after.includes(',');
  const copula = /^(?:is|are|was)$/.test(chunks[at]?.lower ?? '');
  if (comma || copula) {
    const found = headOfPhrase(chunks, copula ? at + 1 : at);
    if (found.length) return found;
  }
  const before = chunks[from - 1];
  if (before && /^(?:called|named|dubbed|termed)$/.test(before.lower)) {
    for (let back = from - 2; back >= Math.max(0, from - 5); back--) {
      const cues = byWord.get(`head:${(chunks[back] as Chunk).lower}`);
      if (cues) return cues;
    }
  }
  return [];
}

function headOfPhrase(chunks: readonly Chunk[], from: number): NameCueRow[] {
  const article = chunks[from];
  if (!article || !/^(?:a|an|the|our|one|which)$/.test(article.lower)) return [];
  let head: NameCueRow[] = [];
  for (let at = from + 1; at < Math.min(chunks.length, from + APPOSITION_REACH); at++) {
    const chunk = chunks[at] as Chunk;
    if (
      PHRASE_END.has(chunk.lower) &&
      at > from + 1 &&
      !(chunk.lower === 'is' || chunk.lower === 'a')
    )
      break;
    const cues =
      byWord.get(`head:${chunk.lower}`) ?? byWord.get(`head:${chunk.lower.replace(/^.*-/, '')}`);
    if (cues) head = cues;
    if (/[,.;:]/.test(chunk.after) && head.length) break;
    if (/[.;:]/.test(chunk.after)) break;
  }
  return head.map((cue) => ({ ...cue, weight: cue.weight * 1.4 }));
}

const PROPOSAL_REACH = 10;
const PROPOSALS = NAME_CUES.filter((cue) => cue.id === 'method.propose');
const PROPOSING = new Set(PROPOSALS.flatMap((cue) => cue.words));
const BREAKS_PROPOSAL =
  /^(?:that|which|to|for|where|by|using|based|on|from|of|in|with|whose|and|because|than|over|via|is|are|against|into)$/;

/** `we propose a novel method, X`, `we call our model X`: the verb stands some words before, with a phrase of its own between. */
function proposalCues(chunks: readonly Chunk[], from: number): NameCueRow[] {
  for (let at = from - 1; at >= Math.max(0, from - PROPOSAL_REACH); at--) {
    const chunk = chunks[at] as Chunk;
    if (/[.;!?]/.test(chunk.after)) return [];
    if (PROPOSING.has(chunk.lower)) return at === from - 1 ? [] : PROPOSALS;
    if (BREAKS_PROPOSAL.test(chunk.lower) || chunk.after.includes(')')) return [];
  }
  return [];
}
