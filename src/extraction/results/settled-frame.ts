import { wordsOf } from '../../knowledge/quantity-knowledge.js';
import type { Claim } from './claim.js';
import type { Frame } from './frame.js';
import { isOfRival } from './rivals.js';
import type { Item } from './sentence-items.js';

const IMPROVING = wordsOf('Improving');

/** The frame of a claim once its metric is known, which decides what "improves" and a bare factor mean. */
export function settledFrame(
  items: readonly Item[],
  claims: readonly Claim[],
  claim: Claim,
): Frame {
  const { frame, metric } = claim;
  const item = items[claim.index];
  // A factor is a level of nothing: `(2.1x over GPT-5.5)`.
  if (frame.form === 'absolute' && item?.kind === 'number' && item.number.class === 'factor')
    return { ...frame, form: 'ratio', direction: 'up' };
  // `74% response length compression`: what is compressed is a length, and it falls.
  if (frame.rule === 'level.compression' && metric && metric.row?.id !== 'compression-ratio')
    return { ...frame, form: 'change', direction: 'down' };
  // `4x token compression`
  if (frame.rule === 'step.compression' && metric?.row?.better === 'lower')
    return { ...frame, direction: 'down' };
  // `matches models 10x larger`: what does so is 10x smaller.
  if (frame.rule === 'step.larger' && isOfRival(items, claim.index))
    return { ...frame, direction: 'down' };
  if (frame.direction === 'up' && metric?.row?.better === 'lower' && improves(items, claims, claim))
    return { ...frame, direction: 'down' };
  return frame;
}

/** `improves FID by 1.8`, `27% better perplexity`: the metric moves the way that is better. */
function improves(items: readonly Item[], claims: readonly Claim[], claim: Claim): boolean {
  const source = claims.find(({ index }) => index === claim.frame.source);
  if (source) return improves(items, claims, source);
  const { from, to } = claim.frame;
  return items.slice(from, to).some(({ lower }) => IMPROVING.has(lower));
}
