import { NUMBER_WORDS } from '../../knowledge/quantity-knowledge.js';
import type { Token } from '../text/tokens.js';

const CARDINALS = new Map(
  NUMBER_WORDS.filter(({ kind }) => kind === 'cardinal').map(({ surface, value }) => [
    surface,
    value,
  ]),
);
const LINK = /^(?:to|or|-|–|—|~)$/;
const MOST = 12;

/** `2-3 orders of magnitude`, `one to two orders of magnitude`: the factors and the last token; null elsewhere. */
export function ordersOfMagnitude(
  tokens: readonly Token[],
  at: number,
): { readonly low: number; readonly high: number; readonly last: number } | null {
  const [first, link, second] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (!first || !second || !LINK.test(link?.lower ?? '')) return null;
  const [low, high] = [powerOf(first), powerOf(second)];
  if (low === null || high === null || low >= high) return null;
  const [orders, of, magnitude] = [3, 4, 5].map((on) => tokens[at + on]?.lower);
  if (orders !== 'orders' || of !== 'of' || !/^magnitudes?$/.test(magnitude ?? '')) return null;
  return { low: 10 ** low, high: 10 ** high, last: at + 5 };
}

function powerOf({ kind, text, lower }: Token): number | null {
  const power = kind === 'number' ? Number(text) : (CARDINALS.get(lower) ?? null);
  return power !== null && power <= MOST ? power : null;
}
