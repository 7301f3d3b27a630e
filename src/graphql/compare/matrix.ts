import type { ComparedRow } from '../../store/queries/index.js';
import { type Comparable, type Judgement, judge, type Verdict } from './verdict.js';

/** What one row of the matrix is about; null where the numbers name none. */
export interface Measure {
  readonly dataset: string | null;
  readonly metric: string | null;
}

export interface MatrixRow extends Measure {
  /** For each item, in their order, its numbers on this measure. */
  readonly cells: readonly (readonly ComparedRow[])[];
}

/** Two items on one measure: the pair of their numbers that can best be compared. */
export interface PairOnMeasure extends Measure, Judgement {
  readonly a: string;
  readonly b: string;
  readonly aRow: ComparedRow | null;
  readonly bRow: ComparedRow | null;
  readonly winner: 'A' | 'B' | 'TIE' | null;
}

export interface Wanted {
  readonly datasets: readonly string[] | null;
  readonly metrics: readonly string[] | null;
}

/** The measures on which some item has numbers, those that most items share first. */
export function matrixOf(
  items: readonly string[],
  rows: readonly ComparedRow[],
  { datasets, metrics }: Wanted,
): MatrixRow[] {
  const measures = new Map<string, ComparedRow[]>();
  for (const row of rows) {
    const { dataset_slug: dataset, metric_slug: metric } = row;
    if (datasets && !datasets.includes(dataset ?? '')) continue;
    if (metrics && !metrics.includes(metric ?? '')) continue;
    const key = JSON.stringify([dataset, metric]);
    const same = measures.get(key);
    if (same) same.push(row);
    else measures.set(key, [row]);
  }
  const matrix = [...measures].map(([key, all]): MatrixRow => {
    const [dataset, metric] = JSON.parse(key) as [string | null, string | null];
    return { dataset, metric, cells: items.map((item) => all.filter((row) => row.item === item)) };
  });
  const filled = ({ cells }: MatrixRow) => cells.filter((cell) => cell.length > 0).length;
  return matrix.sort((a, b) => filled(b) - filled(a) || nameOf(a).localeCompare(nameOf(b), 'en'));
}

const nameOf = ({ dataset, metric }: Measure): string => `${dataset ?? '~'} ${metric ?? '~'}`;

/** Every two items on every measure. */
export function pairsOf(
  items: readonly string[],
  matrix: readonly MatrixRow[],
  rows: readonly ComparedRow[],
): PairOnMeasure[] {
  const ofItem = new Map(items.map((item) => [item, rows.filter((row) => row.item === item)]));
  const others = (item: string) => ofItem.get(item) ?? [];
  return matrix.flatMap((measure) =>
    items.flatMap((a, at) =>
      items.slice(at + 1).map((b) => {
        const cell = (item: string) => measure.cells[items.indexOf(item)] ?? [];
        const best =
          nearestPair(cell(a), cell(b)) ?? absent(cell(a), cell(b), others(a), others(b));
        return { dataset: measure.dataset, metric: measure.metric, a, b, ...best };
      }),
    ),
  );
}

type Pair = Omit<PairOnMeasure, keyof Measure | 'a' | 'b'>;

const RANK: Readonly<Record<Verdict, number>> = { COMPARABLE: 0, UNKNOWN: 1, NOT_COMPARABLE: 2 };

/** The pair with the best verdict; null where either side has none. */
function nearestPair(as: readonly ComparedRow[], bs: readonly ComparedRow[]): Pair | null {
  let best: Pair | null = null;
  for (const aRow of as) {
    for (const bRow of bs) {
      const judgement = judge(toComparable(aRow), toComparable(bRow));
      if (best && RANK[judgement.verdict] >= RANK[best.verdict]) continue;
      best = { ...judgement, aRow, bRow, winner: winnerOf(judgement, aRow, bRow) };
    }
  }
  return best;
}

/** One side has nothing on the measure: the number of that side which comes nearest says why. */
function absent(
  as: readonly ComparedRow[],
  bs: readonly ComparedRow[],
  allA: readonly ComparedRow[],
  allB: readonly ComparedRow[],
): Pair {
  const near = (one: ComparedRow | undefined, all: readonly ComparedRow[]) =>
    one &&
    (all.find(
      ({ metric_slug: metric, dataset_slug }) => metric === one.metric_slug && !dataset_slug,
    ) ??
      all.find(({ dataset_slug: dataset }) => dataset !== null && dataset === one.dataset_slug) ??
      all.find(({ metric_slug: metric }) => metric !== null && metric === one.metric_slug));
  const aRow = as[0] ?? near(bs[0], allA) ?? null;
  const bRow = bs[0] ?? near(as[0], allB) ?? null;
  const judgement: Judgement =
    aRow && bRow
      ? judge(toComparable(aRow), toComparable(bRow))
      : { verdict: 'UNKNOWN', reason: 'NOT_REPORTED' };
  return { ...judgement, aRow, bRow, winner: null };
}

export function toComparable(row: ComparedRow): Comparable {
  return {
    form: row.form,
    metric: row.metric_slug,
    dataset: row.dataset_slug,
    setting: row.setting_key,
    baseline: row.baseline_slug,
    level: row.level,
    levelUnit: row.level_unit,
    gainFactor: row.gain_factor,
  };
}

/** Who is better where the two can be compared and the metric has a better direction. */
function winnerOf(
  { verdict, reason }: Judgement,
  a: ComparedRow,
  b: ComparedRow,
): PairOnMeasure['winner'] {
  if (verdict !== 'COMPARABLE') return null;
  const [left, right, better] =
    reason === 'SAME_GAIN'
      ? [a.gain_factor, b.gain_factor, 'higher']
      : [a.level, b.level, a.metric_better];
  if (left === null || right === null || better === null) return null;
  if (left === right) return 'TIE';
  return left > right === (better === 'higher') ? 'A' : 'B';
}
