import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import {
  type Order,
  type QuantityFilter,
  type QuantityOrderField,
  quantityList,
  type ResultFilter,
  type ResultOrderField,
  resultList,
} from '../../store/queries/index.js';
import type { Context } from '../context.js';
import { QuantityOrderInput, ResultOrderInput } from '../inputs/order.input.js';
import { PageArgs } from '../inputs/page.args.js';
import { QuantityFilterInput } from '../inputs/quantity-filter.input.js';
import { ResultFilterInput } from '../inputs/result-filter.input.js';
import { toPaper, toQuantity, toResult } from '../map-rows.js';
import { orderOr } from '../orders.js';
import { readConnection } from '../read-list.js';
import { readQuantityFilter, readResultFilter } from '../resolve-names.js';
import { Paper, Quantity, QuantityConnection } from '../types/paper.type.js';
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
    filter?: ResultFilter,
    @Arg('orderBy', () => [ResultOrderInput], {
      nullable: true,
      description: 'Newest first when left out.',
    })
    orderBy?: Order<ResultOrderField>[],
  ) {
    const read = await readResultFilter(context, filter);
    const order = orderOr(orderBy, 'PUBLISHED_AT', 'DESC');
    const list = resultList(read, order, context.selection.results);
    return readConnection(context, list, page, toResult);
  }

  @FieldResolver(() => Paper, { description: 'The paper that reports it.' })
  paper(@Root() result: Result, @Ctx() context: Context): Promise<Paper> {
    return paperOf(result, context);
  }
}

@Resolver(() => Quantity)
export class QuantityResolver {
  @Query(() => QuantityConnection, {
    description: 'Measured and counted numbers that are no results, and fit a filter.',
  })
  async quantities(
    @Ctx() context: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => QuantityFilterInput, {
      nullable: true,
      description: 'All quantities when left out.',
    })
    filter?: QuantityFilter,
    @Arg('orderBy', () => [QuantityOrderInput], {
      nullable: true,
      description: 'Largest first when left out.',
    })
    orderBy?: Order<QuantityOrderField>[],
  ) {
    const read = await readQuantityFilter(context, filter);
    const list = quantityList(read, orderOr(orderBy, 'VALUE', 'DESC'));
    return readConnection(context, list, page, toQuantity);
  }

  @FieldResolver(() => Paper, { description: 'The paper that states it.' })
  paper(@Root() quantity: Quantity, @Ctx() context: Context): Promise<Paper> {
    return paperOf(quantity, context);
  }
}

async function paperOf({ paperId }: { paperId: string }, { loaders }: Context): Promise<Paper> {
  const row = await loaders.paper.load(paperId);
  if (!row) throw new Error(`a finding of a paper that is gone: ${paperId}`);
  return toPaper(row);
}
