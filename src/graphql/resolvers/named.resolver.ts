import {
  Arg,
  Args,
  type ClassType,
  Ctx,
  FieldResolver,
  Int,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import type { CanonicalKind } from '../../domain/index.js';
import {
  type PaperFilter,
  type ResultFilter,
  readNames,
  readPapers,
  readResults,
} from '../../store/queries/index.js';
import type { Context } from '../context.js';
import { PageArgs } from '../inputs/page.args.js';
import { toNamed, toPaper, toResult } from '../map-rows.js';
import { connectionOf, toConnection } from '../types/connection.js';
import { NameOrder } from '../types/enums.js';
import { Dataset, Method, Metric, Task } from '../types/named.type.js';
import { PaperConnection } from '../types/paper.type.js';
import { ResultConnection } from '../types/result.type.js';

interface NamedThing {
  slug: string;
  papers?: number;
}

interface Kind {
  readonly kind: CanonicalKind;
  readonly plural: string;
  readonly type: ClassType<NamedThing>;
  readonly ofPapers: (slug: string) => PaperFilter;
  readonly ofResults: (slug: string) => ResultFilter;
}

/** The four kinds of canonical things have the same fields, each with filters of its own. */
function namedResolver({ kind, plural, type, ofPapers, ofResults }: Kind) {
  const Connection = connectionOf(type, type.name);

  @Resolver(() => type)
  class NamedResolver {
    @Query(() => type, {
      name: kind,
      nullable: true,
      description: `One ${kind}, by slug, name or alias; null where no paper names it.`,
    })
    async one(
      @Ctx() { loaders, names }: Context,
      @Arg('slug', () => String, { description: 'Slug; a name or an alias will do.' }) slug: string,
    ) {
      const row = await loaders.named(kind).load(names.slugOf(kind, slug));
      return row && row.papers > 0 ? toNamed(kind, row.slug, row.name, row) : null;
    }

    @Query(() => Connection, { name: plural, description: `Every ${kind} that some paper names.` })
    async all(
      @Ctx() context: Context,
      @Args(() => PageArgs) page: PageArgs,
      @Arg('search', () => String, {
        nullable: true,
        description: 'Part of the name, case folded.',
      })
      search?: string,
      @Arg('orderBy', () => NameOrder, {
        defaultValue: NameOrder.PAPERS,
        description: 'Most papers first when left out.',
      })
      orderBy?: NameOrder,
    ) {
      const rows = await readNames(
        context.source,
        kind,
        { search: search?.slice(0, 256).replaceAll('\0', '') },
        orderBy ?? NameOrder.PAPERS,
        page,
        context.maxPage,
      );
      return toConnection(rows, (row) => toNamed(kind, row.slug, row.name, row));
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

    @FieldResolver(() => PaperConnection, { description: 'Papers that name it, newest first.' })
    async papers(
      @Root() thing: NamedThing,
      @Ctx() context: Context,
      @Args(() => PageArgs) page: PageArgs,
    ) {
      const order = [{ field: 'PUBLISHED_AT' as const, direction: 'DESC' as const }];
      return toConnection(
        await readPapers(context.source, ofPapers(thing.slug), order, page, context.maxPage),
        toPaper,
      );
    }

    @FieldResolver(() => ResultConnection, {
      description: 'Numbers reported of it or on it, newest first.',
    })
    async results(
      @Root() thing: NamedThing,
      @Ctx() context: Context,
      @Args(() => PageArgs) page: PageArgs,
    ) {
      const order = [{ field: 'PUBLISHED_AT' as const, direction: 'DESC' as const }];
      return toConnection(
        await readResults(context.source, ofResults(thing.slug), order, page, context.maxPage),
        toResult,
      );
    }
  }
  return NamedResolver;
}

export const MethodResolver = namedResolver({
  kind: 'method',
  plural: 'methods',
  type: Method,
  ofPapers: (slug) => ({ method: { slug } }),
  ofResults: (slug) => ({ method: slug }),
});
export const DatasetResolver = namedResolver({
  kind: 'dataset',
  plural: 'datasets',
  type: Dataset,
  ofPapers: (slug) => ({ dataset: { slug } }),
  ofResults: (slug) => ({ dataset: slug }),
});
export const TaskResolver = namedResolver({
  kind: 'task',
  plural: 'tasks',
  type: Task,
  ofPapers: (slug) => ({ task: { slug } }),
  ofResults: (slug) => ({ task: slug }),
});
export const MetricResolver = namedResolver({
  kind: 'metric',
  plural: 'metrics',
  type: Metric,
  ofPapers: (slug) => ({ metric: slug }),
  ofResults: (slug) => ({ metric: slug }),
});
