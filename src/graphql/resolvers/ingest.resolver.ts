import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import {
  type IngestRunRow,
  type RejectFilter,
  type RejectRow,
  type RunFilter,
  rejectList,
  runList,
} from '../../store/queries/index.js';
import { checkInput } from '../check-input.js';
import type { Context } from '../context.js';
import { RejectFilterInput, RunFilterInput } from '../inputs/ingest-filter.input.js';
import { PageArgs } from '../inputs/page.args.js';
import { readConnection, readNestedConnection } from '../read-list.js';
import {
  IngestRun,
  IngestRunConnection,
  type Reject,
  RejectConnection,
  type RunStatus,
} from '../types/ingest.type.js';

const ANY_REJECTS = { nullable: true, description: 'All rejects when left out.' };

@Resolver()
export class IngestResolver {
  @Query(() => IngestRunConnection, { description: 'Ingests with their counts, latest first.' })
  ingestRuns(
    @Ctx() context: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => RunFilterInput, {
      nullable: true,
      description: 'All runs when left out.',
    })
    filter: RunFilter | null,
  ) {
    checkInput(filter);
    return readConnection(context, runList(filter ?? null), page, toRun);
  }

  @Query(() => RejectConnection, {
    description: 'Records that could not be read, with the reason, latest first.',
  })
  rejects(
    @Ctx() context: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => RejectFilterInput, ANY_REJECTS) filter: RejectFilter | null,
  ) {
    checkInput(filter);
    return readConnection(context, rejectList(filter ?? null), page, toReject);
  }
}

@Resolver(() => IngestRun)
export class RunRejectsResolver {
  @FieldResolver(() => RejectConnection, {
    description: 'Records that this run met last and could not read, latest first.',
  })
  rejects(
    @Root() run: IngestRun,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => RejectFilterInput, ANY_REJECTS) filter: RejectFilter | null,
  ) {
    const build = async () => {
      checkInput(filter);
      return rejectList(filter ?? null);
    };
    return readNestedConnection(context, info, build, run.id, page, toReject);
  }
}

function toRun(row: IngestRunRow): IngestRun {
  const { id, origin, format, error } = row;
  return {
    id,
    origin,
    format,
    error,
    status: row.status as RunStatus,
    read: Number(row.read),
    stored: Number(row.stored),
    unchanged: Number(row.unchanged),
    merged: Number(row.merged),
    rejected: Number(row.rejected),
    withoutAbstract: Number(row.without_abstract),
    startedAt: row.started_at,
    heartbeatAt: row.heartbeat_at,
    finishedAt: row.finished_at,
  };
}

const SHOWN_CHARACTERS = 2000;

function toReject(row: RejectRow): Reject {
  const { id, origin, source, position, reason, raw } = row;
  return {
    id,
    origin,
    source,
    position,
    reason,
    raw: raw.slice(0, SHOWN_CHARACTERS),
    runId: row.run_id,
    rejectedAt: row.rejected_at,
  };
}
