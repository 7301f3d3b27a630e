import type { Bound } from '../../domain/index.js';
import { BOUNDS, UNITS, wordsOf } from '../../knowledge/quantity-knowledge.js';
import type { BoundRow, UnitRow } from '../../knowledge/rows.js';
import type { Token } from '../text/tokens.js';
import { PhraseTable } from './phrase-table.js';

const table = (position: BoundRow['position']): PhraseTable<BoundRow> =>
  new PhraseTable(
    BOUNDS.filter((row) => row.position === position).map((row) => [row.surface, row]),
  );
const BEFORE = table('before');
const AFTER = table('after');
const STRESS = wordsOf('Stress');
const UNIT_BY_ID = new Map(UNITS.map((unit) => [unit.id, unit]));
const ARTICLE = /^(?:a|an|the)$/;

/** The words around a number that say how it bounds what it measures. */
export interface Surroundings {
  readonly bound: Bound;
  /** Indices of the first and the last token, the number's own included. */
  readonly first: number;
  readonly last: number;
  /** `only`, `as little as`: the number itself is the news. */
  readonly stressed: boolean;
  /** The unit that the words before give: "a factor of". */
  readonly unit: UnitRow | null;
}

/** Reads outwards from the tokens `start` to `last`: `up to about 5`, `5x or more`. */
export function surroundings(tokens: readonly Token[], start: number, last: number): Surroundings {
  const before = wordsBefore(tokens, start);
  const after = boundAfter(tokens, last);
  return { ...before, last, ...after };
}

function wordsBefore(tokens: readonly Token[], start: number): Omit<Surroundings, 'last'> {
  let first = start;
  let stressed = false;
  let bound: Bound = 'exact';
  let unit: UnitRow | null = null;
  for (;;) {
    const phrase = isArrow(tokens, first - 1) ? null : BEFORE.endingAt(tokens, first - 1);
    if (phrase) {
      // The outermost words decide: `up to about 5`.
      if (phrase.row.bound !== 'exact') bound = phrase.row.bound;
      if (phrase.row.surface.startsWith('as ')) stressed = true;
      unit ??= UNIT_BY_ID.get(phrase.row.unit ?? '') ?? null;
      first = phrase.first;
    } else if (STRESS.has(tokens[first - 1]?.lower ?? '')) {
      stressed = true;
      first--;
    } else if (
      ARTICLE.test(tokens[first - 1]?.lower ?? '') &&
      BEFORE.endingAt(tokens, first - 2)?.row.bound !== undefined
    ) {
      first--;
    } else return { bound, first, stressed, unit };
  }
}

/** `1.5 -> 2.9`, `1.5 => 2.9`: no bound. */
function isArrow(tokens: readonly Token[], at: number): boolean {
  const [shaft, head] = [tokens[at - 1], tokens[at]];
  return head?.text === '>' && head.glued && /^[-=]$/.test(shaft?.text ?? '');
}

function boundAfter(tokens: readonly Token[], last: number): { bound?: Bound; last?: number } {
  const after = AFTER.startingAt(tokens, last + 1);
  // `+` closes a number only when it is tied to it, and opens none: `5+3`.
  if (after && after.row.surface === '+') {
    const tied = tokens[last + 1]?.glued && tokens[last + 2]?.kind !== 'number';
    return tied ? { bound: after.row.bound, last: after.last } : {};
  }
  if (after) return { bound: after.row.bound, last: after.last };
  // `50% (or more)`: the closing parenthesis stays outside.
  const inside = tokens[last + 1]?.text === '(' ? AFTER.startingAt(tokens, last + 2) : null;
  return inside && tokens[inside.last + 1]?.text === ')'
    ? { bound: inside.row.bound, last: inside.last + 1 }
    : {};
}
