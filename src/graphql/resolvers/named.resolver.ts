import type { GraphQLResolveInfo } from 'graphql';
import {
  Arg,
  Args,
  type ClassType,
  Ctx,
  FieldResolver,
  Info,
  Int,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import type { CanonicalKind } from '../../domain/index.js';
import {
  type NamedFilter,
  type NamedRow,
  type NameOrderField,
  nameList,
  type Order,
  type PaperFilter,
  type PaperOrderField,
  paperList,
  type ResultFilter,
  type ResultOrderField,
  resultListOf,
} from '../../store/queries/index.js';
import { checkInput } from '../check-input.js';
import type { Context } from '../context.js';
import { NamedFilterInput } from '../inputs/name-filter.input.js';
import { NameOrderInput, PaperOrderInput, ResultOrderInput } from '../inputs/order.input.js';
import { PageArgs } from '../inputs/page.args.js';
import { PaperFilterInput } from '../inputs/paper-filter.input.js';
import { ResultFilterInput } from '../inputs/result-filter.input.js';
import { toNamed, toPaper, toResult } from '../map-rows.js';
import { orderOr } from '../orders.js';
import { readConnection, readNestedConnection } from '../read-list.js';
import { findName, readPaperFilter, readResultFilter } from '../resolve-names.js';
import { connectionOf } from '../types/connection.js';
import { Dataset, Method, Metric, Task } from '../types/named.type.js';
import { PaperConnection } from '../types/paper.type.js';
import { ResultConnection } from '../types/result.type.js';

interface NamedThing {
  slug: string;
  papers?: number;
}

/** The four kinds of canonical things have the same fields. */
function namedResolver(kind: CanonicalKind, plural: string, type: ClassType<NamedThing>) {
  const Connection = connectionOf(type, type.name);

  @Resolver(() => type)
  class NamedResolver {
    @Query(() => type, {
      name: kind,
      nullable: true,
      description: `One ${kind}, by slug, name or alias. One that no paper names is null, with an error that has the nearest names; so is a short form that papers use for several things, with the candidates.`,
    })
    async one(
      @Ctx() context: Context,
      @Arg('slug', () => String, { description: 'Slug; a name or an alias will do.' }) slug: string,
    ) {
      const row = await findName(context, kind, slug);
      return toNamed(kind, row.slug, row.name, row.papers);
    }

    @Query(() => Connection, { name: plural, description: `Every ${kind} that some paper names.` })
    async all(
      @Ctx() context: Context,
      @Args(() => PageArgs) page: PageArgs,
      @Arg('filter', () => NamedFilterInput, {
        nullable: true,
        description: 'All of them when left out.',
      })
      filter?: NamedFilter,
      @Arg('orderBy', () => [NameOrderInput], {
        nullable: true,
        description: 'Most papers first when left out.',
      })
      orderBy?: Order<NameOrderField>[],
    ) {
      checkInput(filter);
      const list = nameList(kind, filter ?? null, orderOr(orderBy, 'PAPERS', 'DESC'));
      return readConnection(context, list, page, (row: NamedRow) =>
        toNamed(kind, row.slug, row.name, row.papers),
      );
    }

    @FieldResolver(() => Int, {
      description: 'Papers that name it; for a metric, papers that report a number on it.',
    })
    async paperCount(@Root() thing: NamedThing, @Ctx() { loaders }: Context): Promise<number> {
      return thing.papers ?? (await loaders.named(kind).load(thing.slug))?.papers ?? 0;
    }

    @FieldResolver(() => [String], {
      description: 'Other spellings that lead here; none for a name that no list knows.',
    })
    aliases(@Root() thing: NamedThing, @Ctx() { names }: Context): readonly string[] {
      return names.aliasesOf(kind, thing.slug);
    }

    @FieldResolver(() => PaperConnection, {
      description: 'Papers that name it; for a metric, papers that report a number on it.',
    })
    async papers(
      @Root() thing: NamedThing,
      @Ctx() context: Context,
      @Info() info: GraphQLResolveInfo,
      @Args(() => PageArgs) page: PageArgs,
      @Arg('filter', () => PaperFilterInput, {
        nullable: true,
        description: 'All of them when left out.',
      })
      filter?: PaperFilter,
      @Arg('orderBy', () => [PaperOrderInput], {
        nullable: true,
        description: 'Newest first when left out.',
      })
      orderBy?: Order<PaperOrderField>[],
    ) {
      const build = async () => {
        const read = await readPaperFilter(context, filter);
        const order = orderOr(orderBy, 'PUBLISHED_AT', 'DESC');
        return paperList(read, order, context.selection.papers, kind);
      };
      return readNestedConnection(context, info, build, thing.slug, page, toPaper);
    }

    @FieldResolver(() => ResultConnection, { description: 'Numbers reported of it or on it.' })
    async results(
      @Root() thing: NamedThing,
      @Ctx() context: Context,
      @Info() info: GraphQLResolveInfo,
      @Args(() => PageArgs) page: PageArgs,
      @Arg('filter', () => ResultFilterInput, {
        nullable: true,
        description: 'All of them when left out.',
      })
      filter?: ResultFilter,
      @Arg('orderBy', () => [ResultOrderInput], {
        nullable: true,
        description: 'Newest first when left out.',
      })
      orderBy?: Order<ResultOrderField>[],
    ) {
      return resultsOn(kind, thing, context, info, page, filter, orderBy);
    }
  }
  return NamedResolver;
}

async function resultsOn(
  side: CanonicalKind | 'baseline',
  { slug }: NamedThing,
  context: Context,
  info: GraphQLResolveInfo,
  page: PageArgs,
  filter: ResultFilter | undefined,
  orderBy: Order<ResultOrderField>[] | undefined,
) {
  const build = async () => {
    const read = await readResultFilter(context, filter);
    const order = orderOr(orderBy, 'PUBLISHED_AT', 'DESC');
    return resultListOf(side, read, order, context.selection.results);
  };
  return readNestedConnection(context, info, build, slug, page, toResult);
}

export const MethodResolver = namedResolver('method', 'methods', Method);
export const DatasetResolver = namedResolver('dataset', 'datasets', Dataset);
export const TaskResolver = namedResolver('task', 'tasks', Task);
export const MetricResolver = namedResolver('metric', 'metrics', Metric);

@Resolver(() => Method)
export class ComparedMethodResolver {
  @FieldResolver(() => ResultConnection, {
    description: 'Numbers of other methods that are stated against this one.',
  })
  comparedAgainst(
    @Root() method: Method,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => ResultFilterInput, {
      nullable: true,
      description: 'All of them when left out.',
    })
    filter?: ResultFilter,
    @Arg('orderBy', () => [ResultOrderInput], {
      nullable: true,
      description: 'Newest first when left out.',
    })
    orderBy?: Order<ResultOrderField>[],
  ) {
    return resultsOn('baseline', method, context, info, page, filter, orderBy);
  }
}
