import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql';
import { ClaimgraphError } from '../../domain/index.js';
import {
  type Order,
  type PaperFilter,
  type PaperOrderField,
  paperByKey,
  paperList,
  type QuantityFilter,
  type QuantityOrderField,
  quantityList,
  type ResultFilter,
  type ResultOrderField,
  resultList,
} from '../../store/queries/index.js';
import type { Context } from '../context.js';
import { rowIdOf } from '../global-id.js';
import { PaperOrderInput, QuantityOrderInput, ResultOrderInput } from '../inputs/order.input.js';
import { PageArgs } from '../inputs/page.args.js';
import { PaperFilterInput } from '../inputs/paper-filter.input.js';
import { QuantityFilterInput } from '../inputs/quantity-filter.input.js';
import { ResultFilterInput } from '../inputs/result-filter.input.js';
import { toLink, toMention, toPaper, toQuantity, toResult } from '../map-rows.js';
import { orderOr } from '../orders.js';
import { readConnection, readNestedConnection } from '../read-list.js';
import { readPaperFilter, readQuantityFilter, readResultFilter } from '../resolve-names.js';
import {
  DatasetMention,
  Link,
  MethodMention,
  Paper,
  PaperConnection,
  QuantityConnection,
  TaskMention,
} from '../types/paper.type.js';
import { ResultConnection } from '../types/result.type.js';

@Resolver(() => Paper)
export class PaperResolver {
  @Query(() => Paper, {
    nullable: true,
    description: 'One paper, by exactly one of its ids; null where the store has none such.',
  })
  async paper(
    @Ctx() { loaders, source, selection }: Context,
    @Arg('id', () => ID, { nullable: true, description: 'Id as this API or an export gives it.' })
    id?: string,
    @Arg('arxivId', () => String, { nullable: true, description: 'With or without version.' })
    arxivId?: string,
    @Arg('doi', () => String, { nullable: true, description: 'With or without address.' })
    doi?: string,
  ): Promise<Paper | null> {
    const given = [id, arxivId, doi].filter((value) => value !== undefined && value !== null);
    if (given.length !== 1)
      throw new ClaimgraphError('BAD_USER_INPUT', 'Give exactly one of id, arxivId and doi.');
    const row = id
      ? await loaders.paper.load(rowIdOf('Paper', id))
      : await paperByKey(
          source,
          arxivId ? arxivKey(arxivId) : doiKey(doi as string),
          selection.papers,
        );
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
    filter?: PaperFilter,
    @Arg('orderBy', () => [PaperOrderInput], {
      nullable: true,
      description: 'Newest first when left out.',
    })
    orderBy?: Order<PaperOrderField>[],
  ) {
    const list = paperList(
      await readPaperFilter(context, filter),
      orderOr(orderBy, 'PUBLISHED_AT', 'DESC'),
      context.selection.papers,
    );
    return readConnection(context, list, page, toPaper);
  }

  @FieldResolver(() => [MethodMention], {
    description: 'All methods that it names; its own come first.',
  })
  methods(@Root() paper: Paper, @Ctx() context: Context): Promise<MethodMention[]> {
    return mentionsOf(paper, 'method', context);
  }

  @FieldResolver(() => [DatasetMention], { description: 'All data sets that it names.' })
  datasets(@Root() paper: Paper, @Ctx() context: Context): Promise<DatasetMention[]> {
    return mentionsOf(paper, 'dataset', context);
  }

  @FieldResolver(() => [TaskMention], {
    description: 'All tasks that it addresses, main ones first.',
  })
  tasks(@Root() paper: Paper, @Ctx() context: Context): Promise<TaskMention[]> {
    return mentionsOf(paper, 'task', context);
  }

  @FieldResolver(() => ResultConnection, { description: 'Numbers that it reports.' })
  async results(
    @Root() paper: Paper,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => ResultFilterInput, {
      nullable: true,
      description: 'All its results when left out.',
    })
    filter?: ResultFilter,
    @Arg('orderBy', () => [ResultOrderInput], {
      nullable: true,
      description: 'In reading order when left out.',
    })
    orderBy?: Order<ResultOrderField>[],
  ) {
    const build = async () =>
      resultList(
        await readResultFilter(context, filter),
        orderOr(orderBy, 'READING_ORDER', 'ASC'),
        context.selection.results,
      );
    return readNestedConnection(context, info, build, paper.rowId, page, toResult);
  }

  @FieldResolver(() => QuantityConnection, {
    description: 'Other measured numbers that it states.',
  })
  async quantities(
    @Root() paper: Paper,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => QuantityFilterInput, {
      nullable: true,
      description: 'All its quantities when left out.',
    })
    filter?: QuantityFilter,
    @Arg('orderBy', () => [QuantityOrderInput], {
      nullable: true,
      description: 'In reading order when left out.',
    })
    orderBy?: Order<QuantityOrderField>[],
  ) {
    const build = async () =>
      quantityList(
        await readQuantityFilter(context, filter),
        orderOr(orderBy, 'READING_ORDER', 'ASC'),
      );
    return readNestedConnection(context, info, build, paper.rowId, page, toQuantity);
  }

  @FieldResolver(() => [Link], { description: 'All addresses that it gives.' })
  async links(@Root() paper: Paper, @Ctx() { loaders }: Context): Promise<Link[]> {
    return ((await loaders.findings.load(paper.rowId))?.links ?? []).map(toLink);
  }
}

function arxivKey(arxivId: string): string {
  return `arxiv:${arxivId.replace(/^arxiv:/i, '').replace(/v\d+$/, '')}`;
}

function doiKey(doi: string): string {
  return `doi:${doi.toLowerCase().replace(/^https?:\/\/(?:dx\.)?doi\.org\//, '')}`;
}

/** One statement reads the names of all kinds, and the links. */
async function mentionsOf(
  paper: Paper,
  kind: 'method' | 'dataset' | 'task',
  { loaders }: Context,
): Promise<(MethodMention & DatasetMention & TaskMention)[]> {
  const findings = await loaders.findings.load(paper.rowId);
  return (findings?.mentions ?? []).filter((row) => row.kind === kind).map(toMention);
}
