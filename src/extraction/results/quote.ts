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
  const told = items.slice(from, to).some(({ lower }) => KIND.test(lower));
  if (claim.frame.form === 'change' && !told)
    widen(kindBefore(items, claim), kindBehind(items, to));
  return { start: (items[from] as Item).start, end: (items[to - 1] as Item).end };
}

const KIND = /^(?:relative|relatively|absolute|absolutely)$/;
const KIND_REACH = 6;

/** `relative WER reductions of 3.6% and 6.9%`: where it is said before a change, or the list it stands in, what it is of. */
function kindBefore(items: readonly Item[], { index, frame, list }: Claim): number {
  const shared = frame.source !== null && frame.source < index;
  const first = shared ? (list.members[0] as number) : Math.min(index, frame.from);
  for (let at = first - 1; at >= Math.max(0, first - KIND_REACH); at--) {
    const item = items[at] as Item;
    if (KIND.test(item.lower) && items[at + 1]?.text !== '-') return at;
    if (item.kind === 'number' || /^[,;:()]$/.test(item.text)) break;
  }
  return index;
}

/** `by 32% relative`, `by 5.5% (absolute)`; but `relative to`. */
function kindBehind(items: readonly Item[], end: number): number {
  const open = items[end]?.text === '(' ? 1 : 0;
  if (!KIND.test(items[end + open]?.lower ?? '') || items[end + open + 1]?.lower === 'to')
    return end;
  return open && items[end + 2]?.text !== ')' ? end : end + 1 + 2 * open;
}
