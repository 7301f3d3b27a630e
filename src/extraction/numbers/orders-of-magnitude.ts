import { NUMBER_WORDS } from '../../knowledge/quantity-knowledge.js';
import type { Token } from '../text/tokens.js';

const CARDINALS = new Map(
  NUMBER_WORDS.filter(({ kind }) => kind === 'cardinal').map(({ surface, value }) => [
    surface,
    value,
  ]),
);
const LINK = /^(?:to|or|and|-|–|—|~)$/;
const MOST = 12;

/** Two factors, the low one first, and the index of the last token that says them. */
export interface FactorRange {
  readonly low: number;
  readonly high: number;
  readonly last: number;
}

/** `2-3 orders of magnitude`, `one to two orders of magnitude`; null where no such range begins at token `at`. */
export function ordersOfMagnitude(tokens: readonly Token[], at: number): FactorRange | null {
  // Asked at every token, so that the rarest word is looked at first.
  if (tokens[at + 3]?.lower !== 'orders' || tokens[at + 4]?.lower !== 'of') return null;
  if (!/^magnitudes?$/.test(tokens[at + 5]?.lower ?? '')) return null;
  if (!LINK.test(tokens[at + 1]?.lower ?? '')) return null;
  const [low, high] = [powerOf(tokens[at] as Token), powerOf(tokens[at + 2] as Token)];
  if (low === null || high === null || low >= high) return null;
  return { low: 10 ** low, high: 10 ** high, last: at + 5 };
}

function powerOf({ kind, text, lower }: Token): number | null {
  const power = kind === 'number' ? Number(text) : (CARDINALS.get(lower) ?? null);
  return power !== null && power <= MOST ? power : null;
}
