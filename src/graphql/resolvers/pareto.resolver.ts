import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { ClaimgraphError } from '../../domain/index.js';
import {
  type Axis,
  type PointRow,
  type ResultFilter,
  readPoints,
} from '../../store/queries/index.js';
import { checkInput } from '../check-input.js';
import { paretoFront } from '../compare/pareto-front.js';
import type { Context } from '../context.js';
import { ParetoAxisInput } from '../inputs/pareto-axis.input.js';
import { ResultFilterInput } from '../inputs/result-filter.input.js';
import { toNamed, toPaper, toResult } from '../map-rows.js';
import type { SlugOf } from '../read-filters.js';
import { readResultFilter, withNames } from '../resolve-names.js';

import { Paper } from '../types/paper.type.js';
import { type ParetoAxis, ParetoFront, ParetoPoint } from '../types/pareto.type.js';
import { Result } from '../types/result.type.js';

const MOST_POINTS = 5000;

@Resolver(() => ParetoPoint)
export class ParetoResolver {
  @Query(() => ParetoFront, {
    description:
      'Methods that papers give levels of on two metrics, and which of them no other is better than on both: accuracy against latency, quality against memory.',
    complexity: 500,
  })
  async paretoFront(
    @Ctx() context: Context,
    @Arg('x', () => ParetoAxisInput, { description: 'The first axis.' }) x: ParetoAxisInput,
    @Arg('y', () => ParetoAxisInput, { description: 'The second axis.' }) y: ParetoAxisInput,
    @Arg('filter', () => ResultFilterInput, {
      nullable: true,
      description: 'Results that count; all when left out.',
    })
    filter: ResultFilter | null,
    @Arg('dominated', () => Boolean, {
      defaultValue: false,
      description: 'List the points that others are better than as well.',
    })
    dominated: boolean,
  ): Promise<ParetoFront> {
    checkInput([x, y]);
    const read = await readResultFilter(context, filter);
    const most = MOST_POINTS + 1;
    const axesBy = (slugOf: SlugOf) => ({ x: toAxisOf(x, slugOf), y: toAxisOf(y, slugOf) });
    let axes = axesBy(context.names.slugOf);
    let rows = await readPoints(context.source, axes.x, axes.y, read, most);
    if (rows.length === 0) {
      axes = await withNames(context, axesBy);
      rows = await readPoints(context.source, axes.x, axes.y, read, most);
    }
    const { xUnit, yUnit, points } = inOneUnit(rows.slice(0, MOST_POINTS));
    const front = paretoFront(points, { x: axes.x.better, y: axes.y.better });
    return {
      x: toAxis(axes.x, xUnit),
      y: toAxis(axes.y, yUnit),
      points: points
        .filter((row) => dominated || front.has(row))
        .map((row) => toPoint(row, front.has(row))),
      dominatedCount: points.length - front.size,
      otherUnitsCount: Math.min(rows.length, MOST_POINTS) - points.length,
      truncated: rows.length > MOST_POINTS,
    };
  }

  @FieldResolver(() => Paper, { description: 'The paper that gives both levels.' })
  async paper(@Root() { paperId }: ParetoPoint, @Ctx() { loaders }: Context): Promise<Paper> {
    const row = await loaders.paper.load(paperId);
    if (!row) throw new Error(`a point of a paper that is gone: ${paperId}`);
    return toPaper(row);
  }

  @FieldResolver(() => Result, {
    nullable: true,
    description: 'The level on the first axis, with its evidence.',
  })
  async xResult(@Root() { xResultId }: ParetoPoint, @Ctx() { loaders }: Context) {
    const row = await loaders.result.load(xResultId);
    return row && toResult(row);
  }

  @FieldResolver(() => Result, {
    nullable: true,
    description: 'The level on the second axis, with its evidence.',
  })
  async yResult(@Root() { yResultId }: ParetoPoint, @Ctx() { loaders }: Context) {
    const row = await loaders.result.load(yResultId);
    return row && toResult(row);
  }
}

/** @throws ClaimgraphError for a metric on which nothing is best */
function toAxisOf({ metric, dataset, setting }: ParetoAxisInput, slugOf: SlugOf): Axis {
  const slug = slugOf('metric', metric);
  const { better } = toNamed('metric', slug, null);
  if (!better) {
    throw new ClaimgraphError(
      'BAD_USER_INPUT',
      `"${metric}" has no better direction, or is in no list: nothing is best on it.`,
      { detail: { kind: 'metric', name: metric } },
    );
  }
  return {
    ...{ metric: slug, better, setting: setting ?? null },
    dataset: dataset ? slugOf('dataset', dataset) : null,
  };
}

/** The points of the two units that most of them have: others cannot stand on the same axes. */
function inOneUnit(rows: readonly PointRow[]): {
  readonly xUnit: string;
  readonly yUnit: string;
  readonly points: readonly PointRow[];
} {
  const counts = new Map<string, number>();
  const key = ({ x_unit, y_unit }: PointRow) => JSON.stringify([x_unit, y_unit]);
  for (const row of rows) counts.set(key(row), (counts.get(key(row)) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const [xUnit, yUnit] = JSON.parse(most?.[0] ?? '["", ""]') as [string, string];
  return { xUnit, yUnit, points: rows.filter((row) => key(row) === most?.[0]) };
}

function toAxis({ metric, better }: Axis, unit: string): ParetoAxis {
  return { metric: toNamed('metric', metric, null), better: better as ParetoAxis['better'], unit };
}

function toPoint(row: PointRow, onFront: boolean): ParetoPoint {
  return {
    ...{ paperId: row.paper_id, xResultId: row.x_id, yResultId: row.y_id },
    method: toNamed('method', row.subject_slug, row.subject_name),
    ...{ x: row.x, y: row.y, onFront },
  };
}
