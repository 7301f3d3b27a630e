import nlp from 'compromise/one';
import { WORDINGS } from '../knowledge/quantity-knowledge.js';
import type { WordingRow } from '../knowledge/rows.js';

/** One word of masked text, with the tags that wordings ask for. */
export interface MaskedTerm {
  readonly text: string;
  readonly tags: readonly string[];
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

interface Swept {
  readonly found: readonly { reason?: string; view: { fullPointer: number[][] } }[];
}

/** Matches every wording against a sentence that is masked already, so that compromise need not read it. */
export function findWordings(terms: readonly MaskedTerm[]): FoundWording[] {
  const sentence = terms.map(({ text, tags }) => ({
    text,
    normal: text,
    pre: '',
    post: ' ',
    tags: [...tags],
  }));
  // biome-ignore lint/suspicious/noExplicitAny: compromise's types know strings only, its input reads terms too
  const doc = (nlp as any).tokenize([{ terms: sentence }]);
  const swept: Swept = doc.sweep(NET, { tagger: false });
  const found: FoundWording[] = [];
  for (const { reason, view } of swept.found) {
    const wording = BY_ID.get(reason ?? '');
    const [, from = 0, to = 0] = view.fullPointer[0] ?? [];
    if (wording && to > from) found.push({ wording, from, to });
  }
  return found;
}
