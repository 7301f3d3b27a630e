import nlp from 'compromise/one';
import { WORDINGS } from '../knowledge/quantity-knowledge.js';
import type { WordingRow } from '../knowledge/rows.js';

/** One word of masked text, with the tags that wordings ask for; one is shared by all places that are alike. */
export interface MaskedTerm {
  readonly text: string;
  readonly tags: ReadonlySet<string>;
  /** The text again: compromise keeps a word as written beside the form that is compared. */
  readonly normal: string;
}

/** Makes a term of a word in lower case, so that compromise need not read it. */
export function maskedTerm(text: string, tags: readonly string[]): MaskedTerm {
  return { text, normal: text, tags: new Set(tags) };
}

/** A wording that was found, over terms `from` to `to` (exclusive). */
export interface FoundWording {
  readonly wording: WordingRow;
  readonly from: number;
  readonly to: number;
}

const BY_ID = new Map(WORDINGS.map((row) => [row.id, row]));
// One net for all wordings, compiled once: rules added to compromise later would be ignored.
const NET = nlp.buildNet(WORDINGS.map(({ id, match }) => ({ match, reason: id })));

interface Found {
  readonly reason?: string;
  /** Sentence, first term, end. */
  readonly pointer: readonly [number, number, number];
}
const { bulkMatch } = (nlp.methods() as unknown as Record<'one', Matching>).one;
interface Matching {
  bulkMatch(
    document: readonly (readonly MaskedTerm[])[],
    net: typeof NET,
    methods: unknown,
    options: object,
  ): Found[];
}

/** Matches every wording against a sentence that is masked already. */
export function findWordings(terms: readonly MaskedTerm[]): FoundWording[] {
  const found: FoundWording[] = [];
  for (const { reason, pointer } of bulkMatch([terms], NET, nlp.methods(), {})) {
    const wording = BY_ID.get(reason ?? '');
    const [, from, to] = pointer;
    if (wording && to > from) found.push({ wording, from, to });
  }
  return found;
}
