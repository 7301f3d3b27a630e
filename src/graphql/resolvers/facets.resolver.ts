import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import { ClaimgraphError } from '../../domain/index.js';
import {
  type PaperFilter,
  type ResultFilter,
  readPaperFacets,
  readPaperStats,
  readResultFacets,
  readResultStats,
} from '../../store/queries/index.js';
import type { Context } from '../context.js';
import { PaperFilterInput } from '../inputs/paper-filter.input.js';
import { ResultFilterInput } from '../inputs/result-filter.input.js';
import { readPaperFilter, readResultFilter } from '../resolve-names.js';
import { Facets, PaperFacetField, ResultFacetField } from '../types/facet.type.js';
import { Interval, PaperPeriod, ResultPeriod } from '../types/stats.type.js';

const MOST_BUCKETS = 500;
const BUCKETS = 20;
const FIRST = { defaultValue: BUCKETS, description: `Groups to list, 1 to ${MOST_BUCKETS}.` };

@Resolver()
export class FacetsResolver {
  @Query(() => Facets, { description: 'Results that fit a filter, grouped by a field.' })
  async facets(
    @Ctx() context: Context,
    @Arg('field', () => ResultFacetField, { description: 'What to group by.' })
    field: ResultFacetField,
    @Arg('filter', () => ResultFilterInput, {
      nullable: true,
      description: 'All results when left out.',
    })
    filter: ResultFilter | null,
    @Arg('first', () => Int, FIRST) first: number,
  ): Promise<Facets> {
    checkFirst(first);
    const read = await readResultFilter(context, filter);
    return readResultFacets(context.source, field, read, first);
  }

  @Query(() => Facets, {
    description: 'Papers that fit a filter, grouped by a field; each counts once in a group.',
  })
  async paperFacets(
    @Ctx() context: Context,
    @Arg('field', () => PaperFacetField, { description: 'What to group by.' })
    field: PaperFacetField,
    @Arg('filter', () => PaperFilterInput, {
      nullable: true,
      description: 'All papers when left out.',
    })
    filter: PaperFilter | null,
    @Arg('first', () => Int, FIRST) first: number,
  ): Promise<Facets> {
    checkFirst(first);
    return readPaperFacets(context.source, field, await readPaperFilter(context, filter), first);
  }

  @Query(() => [ResultPeriod], {
    description:
      'Results over the dates of their papers, oldest period first. Periods without any are left out, and so are papers without a date.',
  })
  async stats(
    @Ctx() context: Context,
    @Arg('filter', () => ResultFilterInput, {
      nullable: true,
      description: 'All results when left out.',
    })
    filter: ResultFilter | null,
    @Arg('by', () => Interval, { defaultValue: Interval.MONTH, description: 'Length of a period.' })
    by: Interval,
  ): Promise<ResultPeriod[]> {
    const read = await readResultFilter(context, filter);
    const levels = asksForOneMetric(read);
    const confidence = context.selection.has('medianConfidence');
    const rows = await readResultStats(context.source, by, read, levels, confidence);
    return rows.map((row) => ({
      ...row,
      medianGain: row.median_gain,
      bestGain: row.best_gain,
      medianValue: row.median_value,
      lowestValue: row.lowest_value,
      highestValue: row.highest_value,
      medianConfidence: row.median_confidence ?? 0,
    }));
  }

  @Query(() => [PaperPeriod], {
    description:
      'Papers over their dates, oldest period first. Periods without any are left out, and so are papers without a date.',
  })
  async paperStats(
    @Ctx() context: Context,
    @Arg('filter', () => PaperFilterInput, {
      nullable: true,
      description: 'All papers when left out.',
    })
    filter: PaperFilter | null,
    @Arg('by', () => Interval, { defaultValue: Interval.MONTH, description: 'Length of a period.' })
    by: Interval,
  ): Promise<PaperPeriod[]> {
    const read = await readPaperFilter(context, filter);
    return (await readPaperStats(context.source, by, read)).map((row) => ({
      ...row,
      withCode: row.with_code,
      withoutAbstract: row.without_abstract,
    }));
  }
}

function checkFirst(first: number): void {
  if (first < 1 || first > MOST_BUCKETS)
    throw new ClaimgraphError('BAD_USER_INPUT', `first must be from 1 to ${MOST_BUCKETS}.`);
}

/** Levels of different metrics have no median. */
function asksForOneMetric(filter: ResultFilter | null): boolean {
  return Boolean(filter?.metric?.eq ?? filter?.score?.metric ?? filter?.gain?.metric ?? false);
}
