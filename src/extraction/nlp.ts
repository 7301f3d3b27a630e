import nlp from 'compromise/one';
import { WORDINGS } from '../knowledge/quantity-knowledge.js';
import type { WordingRow } from '../knowledge/rows.js';

/** One word of masked text, with the tags that wordings ask for; one is shared by all places that are alike. */
export interface MaskedTerm {
  readonly text: string;
  readonly tags: ReadonlySet<string>;
  /** The text again: compromise keeps a word as written beside the form that is compared. */
  readonly normal: string;
  /** All that a wording may ask of it, as wordings are written: `by`, `#Num`. */
  readonly gives: readonly string[];
}

/** Makes a term of a word in lower case, so that compromise need not read it. */
export function maskedTerm(text: string, tags: readonly string[]): MaskedTerm {
  return {
    text,
    normal: text,
    tags: new Set(tags),
    gives: [text, ...tags.map((tag) => `#${tag}`)],
  };
}

/** A wording that was found, over terms `from` to `to` (exclusive). */
export interface FoundWording {
  readonly wording: WordingRow;
  readonly from: number;
  readonly to: number;
}

/** A wording as compromise compiles it, with what a sentence must have for it to match. */
interface Compiled {
  readonly wording: WordingRow;
  readonly needs: readonly string[];
  /** Of these a sentence must have at least `minWant`. */
  readonly wants: readonly string[];
  readonly minWant: number;
  readonly minWords: number;
}
interface Net {
  readonly hooks: Readonly<Record<string, readonly Compiled[]>>;
  readonly always: readonly Compiled[];
}
interface Matching {
  match(
    document: readonly (readonly MaskedTerm[])[],
    compiled: Compiled,
  ): { readonly ptrs: readonly (readonly [sentence: number, from: number, to: number])[] };
}

const { match } = (nlp.methods() as unknown as Record<'one', Matching>).one;
// One net for all wordings, compiled once: rules added to compromise later would be ignored.
const NET = nlp.buildNet(
  WORDINGS.map((wording) => ({ match: wording.match, wording })),
) as unknown as Net;
const COMPILED = new Set([...Object.values(NET.hooks).flat(), ...NET.always]);

/**
 * Matches every wording against a sentence that is masked already. Compromise's own sweep gathers for each
 * sentence which wordings are worth a try; with so many sentences of one kind, asking each wording costs less.
 */
export function findWordings(terms: readonly MaskedTerm[]): FoundWording[] {
  const has = new Set<string>();
  for (const { gives } of new Set(terms)) for (const given of gives) has.add(given);
  const found: FoundWording[] = [];
  for (const compiled of COMPILED) {
    if (!mayMatch(compiled, terms.length, has)) continue;
    for (const [, from, to] of match([terms], compiled).ptrs)
      if (to > from) found.push({ wording: compiled.wording, from, to });
  }
  return found;
}

function mayMatch(compiled: Compiled, words: number, has: ReadonlySet<string>): boolean {
  const { needs, wants, minWant, minWords } = compiled;
  for (const need of needs) if (!has.has(need)) return false;
  if (words < minWords) return false;
  return wants.length === 0 || wants.filter((want) => has.has(want)).length >= minWant;
}
