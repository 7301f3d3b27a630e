import type { Carried, Claim, PaperContext } from './claim.js';
import { clauseStart } from './clauses.js';
import { isVague } from './metric-types.js';
import type { Item } from './sentence-items.js';

/** Takes back data sets that stand too far off, and gives those that the paper as a whole leaves no doubt of. */
export function settleDatasets(
  items: readonly Item[],
  claims: readonly Claim[],
  context: PaperContext,
  carried: Carried,
): void {
  const several = new Set(
    claims.flatMap(({ dataset }) => (dataset && dataset.way !== 'left' ? [dataset.name] : [])),
  );
  for (const claim of claims) {
    const { dataset, frame } = claim;
    if (dataset?.way === 'left') {
      const summary = frame.form !== 'absolute' && several.size > 1;
      const covered = coversClause(items, claim.index, dataset.at);
      const opened = frame.form !== 'absolute' && opensClause(items, dataset.at);
      if (summary || !(isQuality(claim) || covered || opened)) claim.dataset = null;
    }
    if (claim.dataset || !isQuality(claim) || isAcrossMany(items, claim.index)) continue;
    const name =
      carried.openDataset ?? (isCountOfCases(claim) ? null : scopeOf(claim, context, carried));
    if (name) claim.dataset = { name, at: claim.index, way: 'paper' };
  }
}

/**
 * The data set that a claim is on though its sentence names none: the only one of the paper, or the one that the
 * sentence before is about. A difference is of either only where a known metric says what was measured.
 */
function scopeOf(
  { frame, metric }: Claim,
  { onlyDataset, ownBenchmark }: PaperContext,
  { lastDataset }: Carried,
): string | null {
  if (frame.form === 'absolute') return onlyDataset ?? lastDataset ?? ownBenchmark;
  const known = metric?.row && !isVague(metric) ? lastDataset : null;
  return known ?? (frame.form === 'change' ? ownBenchmark : null);
}

function isQuality({ metric }: Claim): boolean {
  return !metric?.row || metric.row.category === 'quality';
}

/**
 * `Experiments on X show that …`, `On X, …`, `Inference on X takes 2.8 s`: what stands before the clause, or in it
 * before all numbers, holds for all of it.
 */
function coversClause(items: readonly Item[], index: number, at: number): boolean {
  const start = clauseStart(items, index);
  return at <= 2 || items.slice(start, Math.max(start, at)).every(({ kind }) => kind !== 'number');
}

const PHRASE = 4;

/** `Notably, on X, it is 3x faster`, `we find that on the X test set, …`: an adverbial before all that the clause says. */
function opensClause(items: readonly Item[], at: number): boolean {
  const on = items.findLastIndex(({ lower }, place) => place < at && lower === 'on');
  if (on < 0 || at - on > PHRASE) return false;
  if (on > 0 && !/^(?:,|:|—|that)$/.test(items[on - 1]?.lower ?? '')) return false;
  const between = items.slice(on + 1, at);
  const behind = items.slice(at + 1, at + 1 + PHRASE).findIndex(({ text }) => text === ',');
  return behind >= 0 && [...between, ...items.slice(at + 1, at + 1 + behind)].every(isNominal);
}

function isNominal({ kind, text }: Item): boolean {
  return kind === 'word' || kind === 'dataset' || kind === 'task' || /^[-\d"]/.test(text);
}

function isCountOfCases({ frame }: Claim): boolean {
  return frame.rule.startsWith('level.of-') || frame.rule === 'level.acts-on';
}

const MANY = /^(?:across|average|multiple|several|various|diverse)$/;
const PLACES = /^(?:benchmarks|datasets|tasks|domains|models|backbones)$/;
// `on part-level tasks` is of one benchmark, `on public benchmarks` of several.
const ON = /^(?:over|on)$/;
const BENCHMARKS = /^(?:benchmarks|datasets)$/;
const REACH = 6;

/** `by 1.7% across eight benchmarks`, `across diverse benchmarks, …`: a figure over many is of no single one. */
function isAcrossMany(items: readonly Item[], index: number): boolean {
  const end = Math.min(items.length, index + REACH);
  for (let at = clauseStart(items, index); at < end; at++) {
    const word = items[at]?.lower ?? '';
    const places = MANY.test(word) ? PLACES : ON.test(word) ? BENCHMARKS : null;
    for (let next = at + 1; places && next <= at + 4; next++)
      if (places.test(items[next]?.lower ?? '')) return true;
  }
  return false;
}
