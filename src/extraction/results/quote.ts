import type { Claim } from './claim.js';
import type { Item } from './sentence-items.js';

const MAX_QUOTE = 160;
const MAX_ITEMS = 14;

/**
 * The shortest run of items that a reader understands: the number, the words that frame it and its metric
 * where it is near. Places are those of the clean text.
 */
export function quotePlace(items: readonly Item[], claim: Claim): { start: number; end: number } {
  let from = claim.index;
  let to = claim.index + 1;
  const widen = (low: number, high: number): void => {
    const [nextFrom, nextTo] = [Math.min(from, low), Math.max(to, high)];
    const start = items[nextFrom]?.start ?? 0;
    const end = items[nextTo - 1]?.end ?? 0;
    if (nextTo - nextFrom <= MAX_ITEMS && end - start <= MAX_QUOTE) [from, to] = [nextFrom, nextTo];
  };
  if (claim.frame.wording) widen(claim.frame.from, claim.frame.to);
  if (claim.metric && claim.metric.way !== 'before') widen(claim.metric.from, claim.metric.to);
  if (claim.dataset?.way === 'right' && claim.dataset.at > claim.index)
    widen(claim.index, claim.dataset.at + 1);
  return { start: (items[from] as Item).start, end: (items[to - 1] as Item).end };
}
