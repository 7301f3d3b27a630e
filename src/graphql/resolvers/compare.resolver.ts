import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { ClaimgraphError } from '../../domain/index.js';
import { type ComparedKind, type ComparedRow, readCompared } from '../../store/queries/index.js';
import { checkInput } from '../check-input.js';
import { matrixOf, type PairOnMeasure, pairsOf } from '../compare/matrix.js';
import { EXPLANATIONS } from '../compare/verdict.js';
import type { Context } from '../context.js';
import { rowIdOf, toGlobalId } from '../global-id.js';
import { toNamed, toResult } from '../map-rows.js';
import { withNames } from '../resolve-names.js';
import {
  type ComparedItem,
  Comparison,
  type ComparisonPair,
  type VerdictReason,
  type VerdictValue,
  type Winner,
} from '../types/comparison.type.js';

const LEAST_ITEMS = 2;
const MOST_ITEMS = 10;
const MOST_ROWS = 300;
const MOST_MEASURES = 100;
const MOST_NAMES = 20;

@Resolver()
export class CompareResolver {
  @Query(() => Comparison, {
    description: `Papers or methods, ${LEAST_ITEMS} to ${MOST_ITEMS} of one kind, against data sets and metrics: a matrix, and for every two the verdict whether their numbers can be compared, and why not.`,
    complexity: 500,
  })
  async compare(
    @Ctx() context: Context,
    @Arg('papers', () => [ID], { nullable: true, description: 'Ids of papers.' })
    papers: string[] | null,
    @Arg('methods', () => [String], {
      nullable: true,
      description: 'Names, aliases or slugs of methods.',
    })
    methods: string[] | null,
    @Arg('datasets', () => [String], {
      nullable: true,
      description: `Data sets to compare on, at most ${MOST_NAMES}; all when left out.`,
    })
    datasets: string[] | null,
    @Arg('metrics', () => [String], {
      nullable: true,
      description: `Metrics to compare on, at most ${MOST_NAMES}; all when left out.`,
    })
    metrics: string[] | null,
  ): Promise<Comparison> {
    const kind = kindOf(papers, methods);
    for (const names of [datasets, metrics]) {
      if ((names?.length ?? 0) > MOST_NAMES)
        throw bad(`compare takes ${MOST_NAMES} data sets and as many metrics.`);
    }
    checkInput([papers, methods, datasets, metrics]);
    const ids = papers?.map((id) => rowIdOf('Paper', id));
    const slugs = await withNames(context, (slugOf) => ({
      items: ids ?? (methods ?? []).map((name) => slugOf('method', name)),
      datasets: datasets?.map((name) => slugOf('dataset', name)) ?? null,
      metrics: metrics?.map((name) => slugOf('metric', name)) ?? null,
    }));
    const keys = [...new Set(slugs.items)];
    if (keys.length < LEAST_ITEMS) throw bad('compare takes at least two different things.');
    const [read, items] = await Promise.all([
      readCompared(
        ...([context.source, kind, keys, slugs.datasets, slugs.metrics] as const),
        ...([MOST_ROWS + 1, context.selection.results] as const),
      ),
      readItems(context, kind, keys),
    ]);
    return toComparison(items, keys, read, slugs, context.selection.has('matrix'));
  }
}

function kindOf(papers: string[] | null, methods: string[] | null): ComparedKind {
  const given = [papers, methods].filter((list) => list !== null && list !== undefined);
  const [items] = given;
  if (given.length !== 1 || !items) throw bad('Give papers or methods, one of the two.');
  if (items.length < LEAST_ITEMS || items.length > MOST_ITEMS)
    throw bad(`compare takes ${LEAST_ITEMS} to ${MOST_ITEMS} things.`);
  return papers ? 'papers' : 'methods';
}

async function readItems(
  { loaders }: Context,
  kind: ComparedKind,
  keys: readonly string[],
): Promise<Map<string, ComparedItem>> {
  const items = await Promise.all(
    keys.map(async (key): Promise<[string, ComparedItem]> => {
      if (kind === 'methods') {
        const name = await loaders.known.load({ kind: 'method', slug: key });
        return [key, { id: toGlobalId('Method', key), name: name ?? key }];
      }
      const row = await loaders.paper.load(key);
      if (!row) throw bad(`No paper in the store has the id "${toGlobalId('Paper', key)}".`);
      return [key, { id: toGlobalId('Paper', key), name: row.title ?? row.key }];
    }),
  );
  return new Map(items);
}

function toComparison(
  items: ReadonlyMap<string, ComparedItem>,
  keys: readonly string[],
  read: readonly ComparedRow[],
  wanted: { readonly datasets: string[] | null; readonly metrics: string[] | null },
  withMatrix: boolean,
): Comparison {
  const rows = keys.flatMap((key) => read.filter(({ item }) => item === key).slice(0, MOST_ROWS));
  const measures = matrixOf(keys, rows, wanted);
  const shown = measures.slice(0, MOST_MEASURES);
  const pairs = pairsOf(keys, shown, rows);
  const itemOf = (key: string) => items.get(key) as ComparedItem;
  return {
    items: keys.map(itemOf),
    matrix: (withMatrix ? shown : []).map(({ dataset, metric, cells }) => {
      const one = cells.flat()[0];
      return {
        dataset: dataset === null ? null : toNamed('dataset', dataset, one?.dataset_name ?? null),
        metric: metric === null ? null : toNamed('metric', metric, one?.metric_name ?? null),
        cells: cells.map((cell, at) => ({
          item: itemOf(keys[at] as string),
          results: cell.map(toResult),
        })),
      };
    }),
    pairs: pairs.map((pair) => toPair(pair, itemOf(pair.a), itemOf(pair.b))),
    truncated: rows.length < read.length || shown.length < measures.length,
    comparableCount: pairs.filter(({ verdict }) => verdict === 'COMPARABLE').length,
  };
}

function toPair(pair: PairOnMeasure, a: ComparedItem, b: ComparedItem): ComparisonPair {
  const { aRow, bRow, reason, verdict, dataset, metric, winner } = pair;
  const value = (row: ComparedRow | null) =>
    row && (row.form === 'absolute' ? row.level : row.gain_factor);
  const [aValue, bValue] = [value(aRow), value(bRow)];
  const comparable = verdict === 'COMPARABLE' && aValue !== null && bValue !== null;
  return {
    dataset,
    metric,
    aValue,
    bValue,
    aId: a.id,
    aName: a.name,
    bId: b.id,
    bName: b.name,
    verdict: verdict as VerdictValue,
    reason: reason as VerdictReason,
    explanation: EXPLANATIONS[reason],
    winner: winner as Winner | null,
    difference: comparable ? Number((aValue - bValue).toPrecision(12)) : null,
    aSetting: aRow?.setting ?? null,
    bSetting: bRow?.setting ?? null,
    a: aRow && toResult(aRow),
    b: bRow && toResult(bRow),
  };
}

function bad(message: string): ClaimgraphError {
  return new ClaimgraphError('BAD_USER_INPUT', message);
}
