import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { type ResultOrderField, readResults } from '../../store/queries/index.js';
import type { Context } from '../context.js';
import { ResultOrderInput } from '../inputs/order.input.js';
import { PageArgs } from '../inputs/page.args.js';
import { ResultFilterInput } from '../inputs/result-filter.input.js';
import { toPaper, toResult } from '../map-rows.js';
import { FilterReader } from '../resolve-names.js';
import { toConnection } from '../types/connection.js';
import { Paper } from '../types/paper.type.js';
import { Result, ResultConnection } from '../types/result.type.js';

@Resolver(() => Result)
export class ResultResolver {
  @Query(() => ResultConnection, { description: 'Reported numbers that fit a filter.' })
  async results(
    @Ctx() context: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => ResultFilterInput, {
      nullable: true,
      description: 'All results when left out.',
    })
    filter?: ResultFilterInput,
    @Arg('orderBy', () => [ResultOrderInput], {
      nullable: true,
      description: 'Newest first when left out.',
    })
    orderBy?: ResultOrderInput[],
  ) {
    const reader = new FilterReader(context);
    const read = reader.result(filter);
    await reader.check();
    const orders = orderBy?.length
      ? orderBy
      : [{ field: 'PUBLISHED_AT' as ResultOrderField, direction: 'DESC' as const }];
    return toConnection(
      await readResults(context.source, read, orders, page, context.maxPage),
      toResult,
    );
  }

  @FieldResolver(() => Paper, { description: 'The paper that reports it.' })
  async paper(@Root() result: Result, @Ctx() { loaders }: Context): Promise<Paper> {
    const row = await loaders.paper.load(result.paperId);
    if (!row) throw new Error(`result of a paper that is gone: ${result.paperId}`);
    return toPaper(row);
  }
}
