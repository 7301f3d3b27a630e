import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { ClaimgraphError } from '../../domain/index.js';
import {
  type PaperOrderField,
  paperByKey,
  papersByIds,
  readPapers,
} from '../../store/queries/index.js';
import type { Context } from '../context.js';
import { fromGlobalId } from '../global-id.js';
import { PaperOrderInput } from '../inputs/order.input.js';
import { PageArgs } from '../inputs/page.args.js';
import { PaperFilterInput } from '../inputs/paper-filter.input.js';
import { toLink, toMention, toPaper, toQuantity, toResult } from '../map-rows.js';
import { FilterReader } from '../resolve-names.js';
import { toConnection } from '../types/connection.js';
import {
  DatasetMention,
  Link,
  MethodMention,
  Paper,
  PaperConnection,
  Quantity,
  TaskMention,
} from '../types/paper.type.js';
import { ResultConnection } from '../types/result.type.js';
import { nestedConnection, nestedLimit } from './nested-page.js';

@Resolver(() => Paper)
export class PaperResolver {
  @Query(() => Paper, {
    nullable: true,
    description: 'One paper, by exactly one of its ids; null where the store has none such.',
  })
  async paper(
    @Ctx() context: Context,
    @Arg('id', () => ID, { nullable: true, description: 'Id as this API gives it.' }) id?: string,
    @Arg('arxivId', () => String, { nullable: true, description: 'With or without version.' })
    arxivId?: string,
    @Arg('doi', () => String, { nullable: true, description: 'With or without address.' })
    doi?: string,
  ): Promise<Paper | null> {
    const given = [id, arxivId, doi].filter((value) => value !== undefined && value !== null);
    if (given.length !== 1)
      throw new ClaimgraphError('BAD_USER_INPUT', 'Give exactly one of id, arxivId and doi.');
    if (id) {
      const { kind, id: rowId } = fromGlobalId(id);
      if (kind !== 'Paper')
        throw new ClaimgraphError('BAD_USER_INPUT', `The id is that of a ${kind}, not of a Paper.`);
      const row = (await papersByIds(context.source, [rowId])).get(rowId);
      return row ? toPaper(row) : null;
    }
    const key = arxivId
      ? `arxiv:${arxivId.replace(/^arxiv:/i, '').replace(/v\d+$/, '')}`
      : `doi:${(doi as string).toLowerCase().replace(/^https?:\/\/(?:dx\.)?doi\.org\//, '')}`;
    const row = await paperByKey(context.source, key);
    return row && toPaper(row);
  }

  @Query(() => PaperConnection, { description: 'Papers that fit a filter.' })
  async papers(
    @Ctx() context: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => PaperFilterInput, {
      nullable: true,
      description: 'All papers when left out.',
    })
    filter?: PaperFilterInput,
    @Arg('orderBy', () => [PaperOrderInput], {
      nullable: true,
      description: 'Newest first when left out.',
    })
    orderBy?: PaperOrderInput[],
  ) {
    const reader = new FilterReader(context);
    const read = reader.paper(filter);
    await reader.check();
    const orders = orderBy?.length
      ? orderBy
      : [{ field: 'PUBLISHED_AT' as PaperOrderField, direction: 'DESC' as const }];
    return toConnection(
      await readPapers(context.source, read, orders, page, context.maxPage),
      toPaper,
    );
  }

  @FieldResolver(() => [MethodMention], {
    description: 'Methods that it names; its own come first.',
  })
  async methods(@Root() paper: Paper, @Ctx() { loaders }: Context): Promise<MethodMention[]> {
    return (await loaders.mentions('method').load(paper.rowId)).map(toMention);
  }

  @FieldResolver(() => [DatasetMention], { description: 'Data sets that it names.' })
  async datasets(@Root() paper: Paper, @Ctx() { loaders }: Context): Promise<DatasetMention[]> {
    return (await loaders.mentions('dataset').load(paper.rowId)).map(toMention);
  }

  @FieldResolver(() => [TaskMention], { description: 'Tasks that it addresses, main ones first.' })
  async tasks(@Root() paper: Paper, @Ctx() { loaders }: Context): Promise<TaskMention[]> {
    return (await loaders.mentions('task').load(paper.rowId)).map(toMention);
  }

  @FieldResolver(() => ResultConnection, {
    description: 'Numbers that it reports, in reading order.',
  })
  async results(
    @Root() paper: Paper,
    @Ctx() context: Context,
    @Arg('first', () => Int, { nullable: true, description: 'Rows, 1 to 100; 25 when left out.' })
    first?: number,
    @Arg('after', () => String, { nullable: true, description: '`endCursor` of the page before.' })
    after?: string,
  ) {
    const { limit, afterOrdinal } = nestedLimit(first, after, context.maxPage);
    const loader = context.loaders.results(afterOrdinal, limit + 1);
    const rows = await loader.load(paper.rowId);
    return nestedConnection(rows, limit, afterOrdinal, toResult, context, paper.rowId);
  }

  @FieldResolver(() => [Quantity], {
    description: 'Other measured numbers, in reading order; the first hundred.',
  })
  async quantities(
    @Root() paper: Paper,
    @Ctx() { loaders, maxPage }: Context,
  ): Promise<Quantity[]> {
    return (await loaders.quantities(maxPage).load(paper.rowId)).map(toQuantity);
  }

  @FieldResolver(() => [Link], { description: 'Addresses that it gives.' })
  async links(@Root() paper: Paper, @Ctx() { loaders }: Context): Promise<Link[]> {
    return (await loaders.links.load(paper.rowId)).map(toLink);
  }
}
