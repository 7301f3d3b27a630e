import type { Claim } from './claim.js';
import { metricBefore } from './metric-near.js';
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
    const source =
      sameWords(claims, at) ??
      apposed(items, claims, at) ??
      saidBefore(items, claim) ??
      (own ? inSentence(items, claims, at) : null) ??
      sameTurn(claims, at);
    if (source) {
      claim.metric = { ...source, way: 'sentence' };
      continue;
    }
    if (vague) continue;
    const last = previous.findLast(
      ({ verdict, metric }) => verdict.kind === 'result' && isQuality(metric) && metric,
    );
    // Places of another sentence say nothing here.
    const level = claim.frame.form === 'absolute' || takesUp(items, claims, at);
    if (last?.metric && level && fitsUnit(items, claim, last.metric)) {
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

const COMPARED = /^step\.(?:more|less|reduction|gain|drop|smaller|larger|better|worse)$/;
const APPOSED = /^(?:,|\(|—|–|-|a|an|about|i\.e|representing|which|is|with|roughly|or)$/;
const MAX_APPOSED = 6;

/** `needs 8 MB of memory, 13x less than BERT`, `takes 10 s per image, a 70% reduction`: said of the level before. */
function apposed(items: readonly Item[], claims: readonly Claim[], at: number): BoundMetric | null {
  const { frame } = claims[at] as Claim;
  const level = claims[at - 1];
  if (!COMPARED.test(frame.rule) || frame.source !== null || !level?.metric) return null;
  if (level.verdict.kind !== 'result' || level.frame.form !== 'absolute') return null;
  let from = frame.from;
  while (from > level.index + 1 && APPOSED.test(items[from - 1]?.lower ?? '')) from--;
  const near = from < frame.from && from - level.index <= MAX_APPOSED;
  const closed = items.slice(level.index, from).some(({ text }) => text === ')');
  return near && !closed ? level.metric : null;
}

const OF_QUALITY = /^step\.(?:beats-by|gain|better|worse|trails-by|drop)/;

/** `reaches the best accuracy, beating BERT by 9 points`: a difference is of what was said to be reached. */
function saidBefore(items: readonly Item[], { frame }: Claim): BoundMetric | null {
  if (!OF_QUALITY.test(frame.rule) || frame.source !== null) return null;
  const metric = metricBefore(items, frame.from);
  if (!metric || !isQuality(metric) || isVague(metric)) return null;
  const beats = /^step\.(?:beats|trails)/.test(frame.rule);
  return beats && metric.row?.better === 'lower' ? null : metric;
}

/** `cuts tokens by 60%, with a 90% reduction on GSM8K`: a second turn of the same way is of the same thing. */
function sameTurn(claims: readonly Claim[], at: number): BoundMetric | null {
  const { frame } = claims[at] as Claim;
  if (!/^step\.(?:reduction|gain)/.test(frame.rule) || frame.source !== null) return null;
  const before = claims[at - 1];
  const same = before?.frame.direction === frame.direction && before?.frame.form !== 'absolute';
  return same && before?.verdict.kind === 'result' ? before.metric : null;
}

/** `This represents a 38.9 point improvement`: of what the sentence before measured. */
function takesUp(items: readonly Item[], claims: readonly Claim[], at: number): boolean {
  const { frame } = claims[at] as Claim;
  const first = items[0]?.lower ?? '';
  return (
    at === 0 &&
    /^(?:this|that|these|it)$/.test(first) &&
    /^step\.(?:gain|reduction|drop)/.test(frame.rule)
  );
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
