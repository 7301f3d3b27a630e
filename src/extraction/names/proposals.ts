import { nameCues, nameWords } from '../../knowledge/name-knowledge.js';
import type { NameCueRow } from '../../knowledge/name-rows.js';
import type { Chunk } from './chunks.js';

const REACH = 12;
const PROPOSAL = nameCues('method.propose');
const PROPOSING = new Set(PROPOSAL.flatMap((cue) => cue.words));
/** By their second word, the first words of pairs that propose: `we present`. */
const PAIRS = new Map<string, Set<string>>();
for (const words of PROPOSING) {
  const [first = '', second, third] = words.split(' ');
  if (second !== undefined && third === undefined)
    PAIRS.set(second, (PAIRS.get(second) ?? new Set()).add(first));
}
const MAKING = nameCues('method.make');
const MADE = new Set(MAKING.flatMap((cue) => cue.words));
const BREAKS = nameWords('proposal.break');
const NAMED = nameWords('naming');
const OWN_SUBJECTS = nameWords('subject.own');

/** `we propose a novel method, X`, `we call our model X`: the verb stands some words before, with a phrase of its own between. */
export function proposalCues(
  chunks: readonly Chunk[],
  from: number,
  to: number,
): readonly NameCueRow[] {
  // `an enhanced WOA variant called X`: the phrase ends in another name.
  for (let at = to; at < Math.min(chunks.length, to + 3); at++) {
    if ((chunks[at - 1] as Chunk).after !== '') break;
    if (NAMED.has((chunks[at] as Chunk).lower)) return [];
  }
  if (isObject(chunks, from) || isNoMethod(chunks, to)) return [];
  for (let at = from - 1; at >= Math.max(0, from - REACH); at--) {
    const chunk = chunks[at] as Chunk;
    if (/[.;!?]/.test(chunk.after)) return [];
    if (isProposing(chunks, at)) {
      const called = NAMING.test(chunk.lower) && isNoMethod(chunks, at + 1);
      return at === from - 1 || called ? [] : PROPOSAL;
    }
    if (MADE.has(chunk.lower) && chunks[at - 1]?.lower === 'we')
      return at === from - 1 ? [] : MAKING;
    // `To demonstrate it, we converted X`: another verb's object.
    if (BREAKS.has(chunk.lower) || chunk.lower === 'we') return [];
    if (chunk.after.includes(')') || describes(chunks, at)) return [];
  }
  return [];
}

const NAMING = /^(?:call|coin|dub|name|term)$/;

/** `a taxonomy organizing X`: what a participle works on. */
function isObject(chunks: readonly Chunk[], from: number): boolean {
  const [noun, participle] = [chunks[from - 2], chunks[from - 1]];
  return /^\p{Ll}{4,}ing$/u.test(participle?.text ?? '') && /^\p{Ll}{4,}$/u.test(noun?.text ?? '');
}

/** `we propose X, a calm Y pipeline`: Y says what X is. */
function describes(chunks: readonly Chunk[], at: number): boolean {
  const { lower } = chunks[at] as Chunk;
  const article = /^an?$/.test(lower) || (lower === 'the' && chunks[at + 1]?.lower === 'first');
  return article && /[,:]$/.test(chunks[at - 1]?.after ?? '');
}

const NO_METHOD = nameWords('proposal.no-method');

/** `this gap X`, `the X problem`: a noun among the next words that no method is called by. */
function isNoMethod(chunks: readonly Chunk[], from: number): boolean {
  for (let at = from; at < Math.min(chunks.length, from + NEAR); at++) {
    // The parenthesis of a short form ends no phrase: `the (X) problem`.
    if (!/^\)?$/.test(chunks[at - 1]?.after ?? '')) return false;
    if (NO_METHOD.has((chunks[at] as Chunk).lower)) return true;
  }
  return false;
}
const NEAR = 2;

/** `an ability called X`, `a phenomenon termed X`: named, but no method. */
function callsNoMethod(chunks: readonly Chunk[], at: number): boolean {
  return NAMED.has((chunks[at] as Chunk).lower) && NO_METHOD.has(chunks[at - 1]?.lower ?? '');
}

/** Whether a word, in lower case, may be a proposing verb; asked first, since hardly any is. */
export function mayPropose(lower: string): boolean {
  return PROPOSING.has(lower) || PAIRS.has(lower);
}

/** A proposing verb with the paper or its authors as subject: not `ControlNet introduces …`, not `the proposed method`. */
export function isProposing(chunks: readonly Chunk[], at: number): boolean {
  const { lower, word } = chunks[at] as Chunk;
  if (!word.mayPropose) return false;
  const previous = chunks[at - 1]?.lower ?? '';
  if (PAIRS.get(lower)?.has(previous)) return true;
  if (!PROPOSING.has(lower) || callsNoMethod(chunks, at)) return false;
  if (/s$/.test(lower)) return OWN_SUBJECTS.has(previous);
  if (/^(?:proposed|developed|introduced|presented|released|devised)$/.test(lower))
    return !/^(?:the|a|an|our|this|these|newly|recently|previously|and)$/.test(previous);
  return true;
}
