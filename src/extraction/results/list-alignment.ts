import type { Carried, Claim } from './claim.js';
import { alignedRun, nameRuns } from './lists.js';
import { metricAt } from './metric-phrase.js';
import { metricRun } from './metric-runs.js';
import { type BoundMetric, isVague } from './metric-types.js';
import type { Item } from './sentence-items.js';

/** Binds lists of names to lists of numbers one by one: `95%, 93% and 92% on A, B and C, respectively`. */
export function alignLists(
  items: readonly Item[],
  claims: readonly Claim[],
  carried: Carried,
): void {
  const respectively = items.some((item) => item.lower === 'respectively');
  const byIndex = new Map(claims.map((claim) => [claim.index, claim]));
  for (const list of new Set(claims.map((claim) => claim.list))) {
    const groups =
      list.groups.length === 1 || !respectively ? list.groups : [...list.groups, list.members];
    let said: readonly BoundMetric[] | null = null;
    for (const group of groups) {
      if (group.length < 2) continue;
      const members = group.map((index) => byIndex.get(index) as Claim);
      said = alignMetrics(items, group, members, said);
      alignDatasets(items, group, members, respectively ? carried : null);
      if (respectively) alignMethods(items, group, members);
    }
  }
}

/** The metrics of a group, which those of a later one repeat: `AP/AR of 59/40 on A and 74/51 on B`. */
function alignMetrics(
  items: readonly Item[],
  group: readonly number[],
  members: Claim[],
  earlier: readonly BoundMetric[] | null,
): readonly BoundMetric[] | null {
  const run = alignedRun(group, nameRuns(items, 'metric')) ?? cyclicRun(items, group);
  if (run && (isAspects(members, run) || isDetached(items, members, run))) return null;
  const known = run?.flatMap((at) => metricAt(items, at, 'list') ?? []);
  const metrics = known ?? metricRun(items, group) ?? repeated(members, earlier);
  if (!metrics || metrics.length === 0) return null;
  members.forEach((claim, position) => {
    const metric = metrics[position % metrics.length];
    if (metric && claim.frame.wording?.metric == null) claim.metric = metric;
  });
  return metrics;
}

function repeated(
  members: readonly Claim[],
  earlier: readonly BoundMetric[] | null,
): readonly BoundMetric[] | null {
  const own = members.some(({ metric }) => metric?.way === 'adjacent');
  return earlier?.length === members.length && !own ? earlier : null;
}

/** `70% and 72% win rates in fluency and style`: the metric is said, the run tells where it was looked for. */
function isAspects(members: readonly Claim[], run: readonly number[]): boolean {
  const said = members.at(-1)?.metric;
  return said?.way === 'adjacent' && said.to <= (run[0] as number);
}

/** `IoU scores of 85% and 76%, highlighting its efficiency and accuracy`: a comma cuts the run off what is said. */
function isDetached(
  items: readonly Item[],
  members: readonly Claim[],
  run: readonly number[],
): boolean {
  const last = members.at(-1)?.index ?? 0;
  const said = members.some(({ metric }) => metric?.row && !isVague(metric));
  return (
    said && items.slice(last, Math.max(last, run[0] as number)).some(({ text }) => text === ',')
  );
}

/** `BLEU / chrF are 8.3 / 34.7 and 20.9 / 44.5`: pairs of numbers repeat the pair of metrics. */
function cyclicRun(items: readonly Item[], group: readonly number[]): readonly number[] | null {
  const slashed = items.slice(group[0], group.at(-1)).some((item) => item.text === '/');
  if (!slashed) return null;
  const run = nameRuns(items, 'metric').find(({ length }) => group.length % length === 0);
  return run ?? null;
}

/** Items from the last number of a group to the data set that is its own. */
const NEAR = 3;

function alignDatasets(
  items: readonly Item[],
  group: readonly number[],
  members: Claim[],
  carried: Carried | null,
): void {
  // `by 51% and 76% on A, and 18% and 47% on B`: each group has its own.
  const own = members.at(-1)?.dataset;
  if (own?.way === 'right' && own.at - (group.at(-1) as number) <= NEAR) return;
  const run = alignedRun(group, nameRuns(items, 'dataset'));
  if (run) {
    members.forEach((claim, position) => {
      const at = run[position] as number;
      const item = items[at];
      if (item?.kind === 'dataset') claim.dataset = { name: item.name, at, way: 'right' };
    });
    return;
  }
  const before = carried?.datasetRuns.findLast(({ length }) => length === group.length);
  if (!before || members.some(({ dataset }) => dataset?.way === 'right')) return;
  members.forEach((claim, position) => {
    claim.dataset = { name: before[position] as string, at: claim.index, way: 'sentence' };
  });
}

function alignMethods(items: readonly Item[], group: readonly number[], members: Claim[]): void {
  const run = alignedRun(group, nameRuns(items, 'method')) ?? methodsBefore(items, group);
  if (!run || isBase(items, run[0] as number)) return;
  members.forEach((claim, position) => {
    const method = items[run[position] as number];
    const tied = claim.subject?.way === 'parenthesis' || claim.subject?.way === 'beside';
    if (method?.kind === 'method' && claim.frame.form === 'absolute' && !tied)
      claim.subject = { name: method.name, way: 'reference' };
  });
}

/** `X reads better than Y, with 90% and 65%, respectively`: as many methods before the numbers as numbers. */
function methodsBefore(items: readonly Item[], group: readonly number[]): number[] | null {
  const first = group[0] as number;
  const found = items.flatMap((item, at) => (at < first && item.kind === 'method' ? [at] : []));
  return found.length === group.length && found.length > 1 ? found : null;
}

/** `… for ViT, DeiT and Swin`: what the proposed method was applied to, not whose the numbers are. */
function isBase(items: readonly Item[], at: number): boolean {
  return /^(?:for|on|in|with|over)$/.test(items[at - 1]?.lower ?? '');
}

const MIN_SERIES = 3;

/** A list of the sentence before has the metrics of one as long: `On the second set, they were 0.9, 0.8 and 0.7`. */
export function borrowFromLastList(claims: readonly Claim[], previous: readonly Claim[]): void {
  for (const list of new Set(claims.map((claim) => claim.list))) {
    if (list.members.length < MIN_SERIES) continue;
    const members = claims.filter((claim) => claim.list === list);
    const earlier = previous.filter(({ list: other }) => other.members.length === members.length);
    if (earlier.length !== members.length || members.some(({ metric }) => metric)) continue;
    members.forEach((claim, position) => {
      const metric = earlier[position]?.metric;
      if (metric) claim.metric = { ...metric, from: claim.index, to: claim.index + 1, way: 'list' };
    });
  }
}

/** Second lists answer the first, member by member: `by 3.7 and 3.1 points, respectively`. */
export function borrowFromEarlierLists(claims: readonly Claim[]): void {
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
        if (!claim.metric && first.metric && first.frame.form === 'absolute')
          claim.metric = { ...first.metric, way: 'list' };
      });
  }
}
