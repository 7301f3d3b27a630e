import { WORD_CLASSES, wordsOf } from '../../knowledge/quantity-knowledge.js';
import type { Item } from './sentence-items.js';

const CLAUSE = wordsOf('ClauseWord');
const REPORT = wordsOf('ReportVerb');
const EVIDENCE = wordsOf('Evidence');

const VERB_CLASS = /^(?:Raise|Cut|Drop|Beat|Trail|SpeedUp|Compress|Keep|Use)$/;

/** Verbs by which a clause says something of its subject; "with" is listed among them and is none. */
export const CLAUSE_VERBS: ReadonlySet<string> = new Set(
  [
    ...wordsOf('ReportingVerb'),
    ...WORD_CLASSES.filter(({ id }) => VERB_CLASS.test(id)).flatMap(({ words }) => words),
  ].filter((verb) => verb !== 'with'),
);

/**
 * Where the clause of an item begins: after the last word that opens another claim, or after "results show
 * that", whose own subject says nothing of the claim.
 */
export function clauseStart(items: readonly Item[], index: number): number {
  for (let at = index - 1; at >= 0; at--) {
    const item = items[at] as Item;
    if (CLAUSE.has(item.lower)) return at + 1;
    if (REPORT.has(item.lower) && reports(items, at)) {
      const that = items[at + 1]?.lower === 'that' ? at + 2 : at + 1;
      return that <= index ? that : at + 1;
    }
  }
  return 0;
}

/** `results show`, `we find`, `shows that`; not `the results show a 3% gain of X`, which has no clause of its own. */
function reports(items: readonly Item[], at: number): boolean {
  for (let next = at + 1; next <= at + 3; next++) if (items[next]?.lower === 'that') return true;
  if (/^(?:a|an|the|its|strong|significant|substantial|superior)$/.test(items[at + 1]?.lower ?? ''))
    return false;
  for (let back = at - 1; back >= Math.max(0, at - 6); back--)
    if (EVIDENCE.has(items[back]?.lower ?? '')) return true;
  return false;
}

/** The index of the parenthesis that opens around an item; null where it stands in none. */
export function enclosingParenthesis(items: readonly Item[], index: number): number | null {
  let depth = 0;
  for (let at = index - 1; at >= 0; at--) {
    const text = items[at]?.text;
    if (text === ')') depth++;
    else if (text === '(' && depth-- === 0) return at;
  }
  return null;
}

/** The text of items `from` to `to` (exclusive), with the white space of a sentence. */
export function phraseText(items: readonly Item[], from: number, to: number): string {
  let text = '';
  for (let at = from; at < to; at++) {
    const item = items[at] as Item;
    const spaced = at > from && item.start > (items[at - 1] as Item).end;
    text += (spaced ? ' ' : '') + item.text;
  }
  return text;
}
