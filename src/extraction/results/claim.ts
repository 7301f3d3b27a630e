import type { MethodRole } from '../../domain/index.js';
import { type BoundDataset, bindDataset } from './bind-dataset.js';
import {
  type BoundBaseline,
  type BoundSubject,
  bindBaseline,
  bindSubject,
} from './bind-methods.js';
import { type BoundMetric, bindMetric } from './bind-metric.js';
import { type Frame, numberIndices } from './frame.js';
import { framesOfSentence } from './frames-of-sentence.js';
import { judge, type Verdict } from './judge.js';
import { alignedRun, type NumberList, nameRuns, numberLists } from './lists.js';
import type { Item, SentenceItems } from './sentence-items.js';

/** A number of a sentence with all that was bound to it; still in items, not yet in words. */
export interface Claim {
  readonly index: number;
  readonly frame: Frame;
  readonly verdict: Verdict;
  metric: BoundMetric | null;
  dataset: BoundDataset | null;
  subject: BoundSubject | null;
  baseline: BoundBaseline | null;
  readonly list: NumberList;
}

/** What the paper as a whole says, which single sentences fall back on. */
export interface PaperContext {
  readonly methods: ReadonlyMap<string, MethodRole>;
  /** The paper's own method; null where none is named. */
  readonly mainMethod: string | null;
  /** The one data set that the paper evaluates on; null where there are several or none. */
  readonly onlyDataset: string | null;
}

/** Reads the claims of one sentence, each on its own words first and on its list's where they say nothing. */
export function claimsOfSentence(
  { items }: SentenceItems,
  context: PaperContext,
  previous: readonly Claim[],
): Claim[] {
  const numbers = numberIndices(items);
  if (numbers.length === 0) return [];
  const lists = numberLists(items, numbers);
  const frames = framesOfSentence(items, lists);
  const claims = lists.flatMap((list) =>
    list.members.map((index): Claim => {
      const frame = frames.get(index) as Frame;
      const metric = bindMetric(items, index, frame);
      return {
        index,
        frame,
        verdict: judge(items, index, frame, metric),
        metric,
        dataset: bindDataset(items, index),
        subject: bindSubject(items, index, frame, context.methods, context.mainMethod),
        baseline: bindBaseline(items, index),
        list,
      };
    }),
  );
  shareInLists(claims);
  align(items, claims);
  borrow(claims, previous);
  return rejudged(items, claims);
}

const SURE_METRIC = new Set(['adjacent', 'slot', 'wording', 'list']);

/** Members of a list share what only one of them names: `57.1% accuracy on AIME and 94.8% on MATH`. */
function shareInLists(claims: Claim[]): void {
  for (let at = 0; at < claims.length; at++) {
    const claim = claims[at] as Claim;
    const before = claims[at - 1];
    const after = claims[at + 1];
    const sameAsBefore = before?.list === claim.list ? before : undefined;
    const sameAsAfter = after?.list === claim.list ? after : undefined;
    if (!claim.metric || (claim.metric.way === 'phrase' && sameAsBefore?.metric?.row)) {
      const shared =
        sameAsBefore?.metric ?? (sameAsAfter && claim.list.tight ? sameAsAfter.metric : null);
      if (shared) claim.metric = { ...shared, way: 'list' };
    }
    if (!claim.baseline && sameAsBefore?.baseline) claim.baseline = sameAsBefore.baseline;
  }
  // A later member's name holds for the earlier ones: `86.3% top-1 and 97.1% top-5 accuracy on ImageNet`.
  for (let at = claims.length - 2; at >= 0; at--) {
    const claim = claims[at] as Claim;
    const after = claims[at + 1] as Claim;
    if (claim.list !== after.list) continue;
    if (!claim.dataset && after.dataset?.way === 'right') claim.dataset = after.dataset;
    if (!claim.metric && after.metric && SURE_METRIC.has(after.metric.way))
      claim.metric = { ...after.metric, way: 'list' };
  }
}

/** Binds lists of names to lists of numbers one by one: `95%, 93% and 92% on A, B and C, respectively`. */
function align(items: readonly Item[], claims: Claim[]): void {
  const respectively = items.some((item) => item.lower === 'respectively');
  const byIndex = new Map(claims.map((claim) => [claim.index, claim]));
  for (const list of new Set(claims.map((claim) => claim.list))) {
    if (list.members.length < 2 || !(list.tight || respectively)) continue;
    const datasets = alignedRun(list, nameRuns(items, 'dataset'));
    const metrics = alignedRun(list, nameRuns(items, 'metric'));
    const methods = respectively ? alignedRun(list, nameRuns(items, 'method')) : null;
    list.members.forEach((index, position) => {
      const claim = byIndex.get(index) as Claim;
      const dataset = items[datasets?.[position] ?? -1];
      if (dataset?.kind === 'dataset')
        claim.dataset = { name: dataset.name, at: datasets?.[position] as number, way: 'right' };
      const metric = items[metrics?.[position] ?? -1];
      if (metric?.kind === 'metric' && claim.frame.wording?.metric == null) {
        claim.metric = {
          name: metric.metric.metric.name,
          row: metric.metric.metric,
          from: metrics?.[position] as number,
          to: (metrics?.[position] as number) + 1,
          way: 'list',
        };
      }
      const method = items[methods?.[position] ?? -1];
      if (
        method?.kind === 'method' &&
        claim.frame.form === 'absolute' &&
        !isBase(items, methods?.[0] as number)
      ) {
        claim.subject = { name: method.name, way: 'reference' };
      }
    });
  }
}

/** `… for ViT, DeiT and Swin`: what the proposed method was applied to, not whose the numbers are. */
function isBase(items: readonly Item[], at: number): boolean {
  return /^(?:for|on|in|with|over|than)$/.test(items[at - 1]?.lower ?? '');
}

/** Second lists answer the first, member by member: `by 3.7 and 3.1 points, respectively`. */
function borrow(claims: Claim[], previous: readonly Claim[]): void {
  const lists = [...new Set(claims.map((claim) => claim.list))];
  for (const [order, list] of lists.entries()) {
    const earlier = lists
      .slice(0, order)
      .findLast((other) => other.members.length === list.members.length);
    if (!earlier || list.members.length < 2) continue;
    const firsts = claims.filter((claim) => claim.list === earlier);
    claims
      .filter((claim) => claim.list === list)
      .forEach((claim, position) => {
        const first = firsts[position] as Claim;
        if (!claim.dataset || claim.dataset.way === 'left')
          claim.dataset = first.dataset ?? claim.dataset;
        if (!claim.metric && first.metric) claim.metric = { ...first.metric, way: 'list' };
      });
  }
  for (const [at, claim] of claims.entries()) {
    if (claim.metric) continue;
    const source =
      claims.slice(0, at).findLast((other) => other.metric?.row && compatible(other, claim)) ??
      claims
        .slice(at + 1)
        .find(
          (other) =>
            other.metric?.row && other.metric.way === 'adjacent' && compatible(other, claim),
        );
    if (source?.metric) claim.metric = { ...source.metric, way: 'sentence' };
    else {
      const last = previous.findLast(
        (other) => other.verdict.kind === 'result' && other.metric?.row?.category === 'quality',
      );
      if (last?.metric && claim.frame.form !== 'share') {
        // Places of another sentence say nothing here.
        claim.metric = { ...last.metric, from: claim.index, to: claim.index + 1, way: 'before' };
      }
    }
  }
}

function compatible(other: Claim, claim: Claim): boolean {
  if (other.verdict.kind !== 'result') return false;
  const quality = other.metric?.row?.category === 'quality';
  return quality && (claim.frame.form === 'absolute' || claim.frame.form === 'change');
}

function rejudged(items: readonly Item[], claims: Claim[]): Claim[] {
  return claims.map((claim) => {
    const verdict = judge(items, claim.index, claim.frame, claim.metric);
    // A member of a list is what the others are: `46.6, 34.5 and 12`.
    const fellow = claims.find(
      (other) =>
        other !== claim &&
        other.list === claim.list &&
        other.list.tight &&
        other.verdict.kind === 'result',
    );
    return { ...claim, verdict: verdict.kind !== 'result' && fellow ? fellow.verdict : verdict };
  });
}
