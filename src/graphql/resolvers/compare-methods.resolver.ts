import { Arg, Args, Ctx, FieldResolver, Float, Query, Resolver, Root } from 'type-graphql';
import { ClaimgraphError } from '../../domain/index.js';
import {
  type ContradictionRow,
  contradictionList,
  type MatchRow,
  matchList,
  type ResultFilter,
  readTally,
} from '../../store/queries/index.js';
import { checkInput } from '../check-input.js';
import type { Context } from '../context.js';
import { PageArgs } from '../inputs/page.args.js';
import { ResultFilterInput } from '../inputs/result-filter.input.js';
import { toNamed, toPaper, toResult } from '../map-rows.js';
import type { SlugOf } from '../read-filters.js';
import { readConnection } from '../read-list.js';
import { readResultFilter, withNames } from '../resolve-names.js';
import { Contradiction, ContradictionConnection } from '../types/contradiction.type.js';
import { HeadToHead, Match, MatchConnection } from '../types/head-to-head.type.js';
import { Paper } from '../types/paper.type.js';
import { Result } from '../types/result.type.js';

@Resolver(() => HeadToHead)
export class HeadToHeadResolver {
  @Query(() => HeadToHead, { description: 'Two methods over all papers in which they meet.' })
  async headToHead(
    @Ctx() context: Context,
    @Arg('a', () => String, { description: 'Name, alias or slug of the first method.' }) a: string,
    @Arg('b', () => String, { description: 'Name, alias or slug of the second method.' })
    b: string,
    @Arg('filter', () => ResultFilterInput, {
      nullable: true,
      description: 'Results that count; all when left out.',
    })
    filter: ResultFilter | null,
  ): Promise<HeadToHead> {
    checkInput([a, b]);
    const read = await readResultFilter(context, filter);
    const slugsBy = (slugOf: SlugOf) => ({ a: slugOf('method', a), b: slugOf('method', b) });
    let pair = { ...slugsBy(context.names.slugOf), filter: read };
    let tally = await readTally(context.source, pair);
    if (tally.a_name === null || tally.b_name === null) {
      pair = { ...(await withNames(context, slugsBy)), filter: read };
      tally = await readTally(context.source, pair);
    }
    if (pair.a === pair.b)
      throw new ClaimgraphError('BAD_USER_INPUT', `"${a}" and "${b}" are one method.`);
    return {
      ...{ pair, tally },
      a: toNamed('method', pair.a, tally.a_name),
      b: toNamed('method', pair.b, tally.b_name),
    };
  }

  @FieldResolver(() => MatchConnection, { description: 'Where they meet, newest paper first.' })
  matches(
    @Root() { pair }: HeadToHead,
    @Ctx() context: Context,
    @Args(() => PageArgs) page: PageArgs,
  ) {
    return readConnection(context, matchList(pair), page, toMatch);
  }
}

function toMatch(row: MatchRow): Match {
  return {
    ...{ paperId: row.paper_id, aResultId: row.a_id, bResultId: row.b_id },
    dataset:
      row.dataset_slug === null ? null : toNamed('dataset', row.dataset_slug, row.dataset_name),
    metric: row.metric_slug === null ? null : toNamed('metric', row.metric_slug, row.metric_name),
    ...{ kind: row.kind, setting: row.setting, winner: row.winner },
    ...{ aValue: row.a_level, bValue: row.b_level, gainFactor: row.gain_factor },
  } as Match;
}

@Resolver(() => Match)
export class MatchResolver {
  @FieldResolver(() => Paper, { description: 'The paper in which they meet.' })
  async paper(@Root() { paperId }: Match, @Ctx() { loaders }: Context): Promise<Paper> {
    const row = await loaders.paper.load(paperId);
    if (!row) throw new Error(`a match in a paper that is gone: ${paperId}`);
    return toPaper(row);
  }

  @FieldResolver(() => Result, {
    nullable: true,
    description: "The first's number; null for a match that is stated of the second.",
  })
  a(@Root() { aResultId }: Match, @Ctx() context: Context): Promise<Result | null> {
    return resultOf(aResultId, context);
  }

  @FieldResolver(() => Result, {
    nullable: true,
    description: "The second's number; null for a match that is stated of the first.",
  })
  b(@Root() { bResultId }: Match, @Ctx() context: Context): Promise<Result | null> {
    return resultOf(bResultId, context);
  }
}

async function resultOf(id: string | null, { loaders }: Context): Promise<Result | null> {
  const row = id === null ? null : await loaders.result.load(id);
  return row && toResult(row);
}

@Resolver(() => Contradiction)
export class ContradictionResolver {
  @Query(() => ContradictionConnection, {
    description:
      'Methods of which papers report different exact levels on the same data set, metric, setting and unit, widest apart first.',
  })
  async contradictions(
    @Ctx() context: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => ResultFilterInput, {
      nullable: true,
      description: 'Results among which to look; all when left out.',
    })
    filter: ResultFilter | null,
    @Arg('tolerance', () => Float, {
      defaultValue: 0,
      description:
        'Spread up to which values count as the same, as a part of the larger one: 0.005 lets rounding pass.',
    })
    tolerance: number,
    @Arg('betweenPapers', () => Boolean, {
      defaultValue: true,
      description:
        'Only where different papers say so. False shows those within one paper too, which mostly are of settings that the text does not state.',
    })
    betweenPapers: boolean,
  ) {
    if (tolerance < 0 || tolerance > 1)
      throw new ClaimgraphError('BAD_USER_INPUT', 'tolerance must be from 0 to 1.');
    const read = await readResultFilter(context, filter);
    const list = contradictionList(read, tolerance, betweenPapers);
    return readConnection(context, list, page, toContradiction);
  }

  @FieldResolver(() => Result, { description: 'A report of the lowest level, with its evidence.' })
  lowest(@Root() { lowestId }: Contradiction, @Ctx() context: Context): Promise<Result | null> {
    return resultOf(lowestId, context);
  }

  @FieldResolver(() => Result, { description: 'A report of the highest level, with its evidence.' })
  highest(@Root() { highestId }: Contradiction, @Ctx() context: Context): Promise<Result | null> {
    return resultOf(highestId, context);
  }
}

function toContradiction(row: ContradictionRow): Contradiction {
  return {
    lowestId: row.low_id,
    highestId: row.high_id,
    method: toNamed('method', row.subject_slug, row.subject_name),
    dataset: toNamed('dataset', row.dataset_slug, row.dataset_name),
    metric: toNamed('metric', row.metric_slug, row.metric_name),
    ...{ setting: row.setting, unit: row.unit, spread: row.spread },
    ...{ lowestValue: row.low, highestValue: row.high },
    ...{ valueCount: row.values, paperCount: row.papers },
  };
}
