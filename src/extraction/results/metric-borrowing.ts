import type { Claim } from './claim.js';
import { type BoundMetric, isVague } from './metric-types.js';
import type { Item } from './sentence-items.js';

/** Takes the metric of another claim of the sentence, else of the sentence before, where a number has none. */
export function borrowFromSentences(
  items: readonly Item[],
  claims: readonly Claim[],
  previous: readonly Claim[],
): void {
  for (const [at, claim] of claims.entries()) {
    const vague = claim.metric !== null && isVague(claim.metric);
    if (claim.metric && !(vague && claim.frame.form === 'absolute')) continue;
    if (claim.frame.form === 'share') continue;
    const own = claim.frame.source === null;
    const source = sameWords(claims, at) ?? (own ? inSentence(items, claims, at) : null);
    if (source) {
      claim.metric = { ...source, way: 'sentence' };
      continue;
    }
    if (vague) continue;
    const last = previous.findLast(
      ({ verdict, metric }) => verdict.kind === 'result' && isQuality(metric) && metric,
    );
    // Places of another sentence say nothing here.
    if (last?.metric && claim.frame.form === 'absolute' && fitsUnit(items, claim, last.metric)) {
      claim.metric = { ...last.metric, from: claim.index, to: claim.index + 1, way: 'before' };
    }
  }
}

/** `2.7x more errors than A and 1.9x more than B`: the same words a second time are of the same thing. */
function sameWords(claims: readonly Claim[], at: number): BoundMetric | null {
  const { frame } = claims[at] as Claim;
  if (frame.form === 'absolute' || !frame.wording) return null;
  const before = claims.slice(0, at).findLast((other) => other.frame.rule === frame.rule);
  return before?.metric ?? null;
}

function inSentence(
  items: readonly Item[],
  claims: readonly Claim[],
  at: number,
): BoundMetric | null {
  const claim = claims[at] as Claim;
  const lends = ({ verdict, metric }: Claim): boolean =>
    verdict.kind === 'result' && isQuality(metric) && fitsUnit(items, claim, metric);
  const before = claims.slice(0, at).findLast((other) => lends(other));
  const after = claims
    .slice(at + 1)
    .find((other) => other.metric?.way === 'adjacent' && lends(other));
  const source = (before ?? after)?.metric ?? null;
  return source && claim.metric && isVague(source) ? null : source;
}

function isQuality(metric: BoundMetric | null): metric is BoundMetric {
  return (
    metric !== null && (metric.row ? metric.row.category === 'quality' : metric.way === 'acronym')
  );
}

/** Seconds and bytes are levels of no quality; percentages and points are not of what a unit alone told. */
export function fitsUnit(items: readonly Item[], claim: Claim, metric: BoundMetric): boolean {
  const item = items[claim.index];
  if (item?.kind !== 'number') return false;
  const { class: kind, unit } = item.number;
  const quality = !metric.row || metric.row.category === 'quality';
  if (kind === 'physical') return unit?.dimension === 'score' || !quality;
  return metric.way !== 'unit';
}
