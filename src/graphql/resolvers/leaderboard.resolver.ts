import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import {
  type BoardGroup,
  type BoardRow,
  boardList,
  type ResultColumn,
  type ResultFilter,
  readBestSoFar,
  readBoardGroups,
  readNamedAlike,
  readUnranked,
} from '../../store/queries/index.js';
import { checkInput } from '../check-input.js';
import type { Context } from '../context.js';
import { PageArgs } from '../inputs/page.args.js';
import { ResultFilterInput } from '../inputs/result-filter.input.js';
import {
  alikeNote,
  boardMetrics,
  boardNote,
  chooseBoard,
  emptyNote,
  toSetting,
} from '../leaderboard.js';
import { toNamed, toResult } from '../map-rows.js';
import type { SlugOf } from '../read-filters.js';
import { readConnection } from '../read-list.js';
import { readResultFilter, withNames } from '../resolve-names.js';
import { toConnection } from '../types/connection.js';
import type { Better } from '../types/enums.js';
import {
  BoardRows,
  Leaderboard,
  LeaderboardConnection,
  LeaderboardEntry,
} from '../types/leaderboard.type.js';

@Resolver(() => Leaderboard)
export class LeaderboardResolver {
  @Query(() => Leaderboard, {
    description:
      'Who reports what on a data set: one metric, one setting and one unit at a time, levels alone, each with its evidence.',
  })
  async leaderboard(
    @Ctx() context: Context,
    @Arg('dataset', () => String, { description: 'Name, alias or slug of the data set.' })
    dataset: string,
    @Arg('metric', () => String, {
      nullable: true,
      description: 'Name, alias or slug of the metric; the one of most levels when left out.',
    })
    metric: string | null,
    @Arg('setting', () => String, {
      nullable: true,
      description:
        'As written or a `key` of `settings`; an empty text for levels whose setting is not stated; the one of most levels when left out.',
    })
    setting: string | null,
    @Arg('unit', () => String, {
      nullable: true,
      description: 'A `unit` of `settings`; the one of most levels when left out.',
    })
    unit: string | null,
    @Arg('rows', () => BoardRows, {
      defaultValue: BoardRows.METHOD_AND_PAPER,
      description: 'What there is one row for.',
    })
    rows: BoardRows,
    @Arg('filter', () => ResultFilterInput, {
      nullable: true,
      description: 'Levels that the board is made of; all when left out.',
    })
    filter: ResultFilter | null,
  ): Promise<Leaderboard> {
    const read = await readResultFilter(context, filter);
    const { slugs, groups } = await groupsOf(
      context,
      dataset,
      metric ?? null,
      setting ?? null,
      read,
    );
    const choice = {
      ...{ metric: slugs.metric, unit: unit ?? null },
      inSetting: setting !== null && setting !== undefined,
    };
    const { chosen, siblings } = chooseBoard(groups, choice);
    const metrics = boardMetrics(groups);
    const note = siblings.length
      ? boardNote(chosen, siblings, choice)
      : emptyNote(
          metric ?? null,
          await readUnranked(context.source, slugs.dataset, slugs.metric, read),
          metrics,
        );
    const alike = groups[0]?.named_alike ?? (await readNamedAlike(context.source, slugs.dataset));
    return {
      board: chosen && { dataset: slugs.dataset, group: chosen, rows, filter: read },
      dataset: toNamed('dataset', slugs.dataset, groups[0]?.dataset_name ?? dataset),
      metric: chosen && toNamed('metric', chosen.metric_slug, chosen.metric_name),
      better: (chosen?.better ?? null) as Better | null,
      setting: chosen && toSetting(chosen),
      settings: siblings.map(toSetting),
      metrics,
      note: note + alikeNote(alike),
    };
  }

  @FieldResolver(() => LeaderboardConnection, { description: 'The rows, best first.' })
  entries(
    @Root() { board }: Leaderboard,
    @Ctx() context: Context,
    @Args(() => PageArgs) page: PageArgs,
  ) {
    if (!board) return toConnection(NO_ROWS, toEntry(false), async () => 0);
    const list = boardList(board, columnsOf(context));
    return readConnection(context, list, page, toEntry(board.group.better !== null));
  }

  @FieldResolver(() => [LeaderboardEntry], {
    description:
      'The levels that were the best of this board when they were published, oldest first; papers without a date are left out. Empty where the metric has no better direction.',
  })
  async bestSoFar(
    @Root() { board }: Leaderboard,
    @Ctx() context: Context,
  ): Promise<LeaderboardEntry[]> {
    if (!board || board.group.better === null) return [];
    const rows = await readBestSoFar(context.source, board, columnsOf(context));
    return rows.map((row) => ({
      ...toEntry(true)(row),
      rank: null,
    }));
  }
}

/** What the row of a board shows: the method that its result is of, and the result. */
function columnsOf({ selection }: Context): readonly ResultColumn[] {
  return ['subject_slug', 'subject_name', ...selection.results];
}

interface BoardSlugs {
  readonly dataset: string;
  readonly metric: string | null;
}

/** Names are looked up only where they lead to no board: the others are known by their rows. */
async function groupsOf(
  context: Context,
  dataset: string,
  metric: string | null,
  setting: string | null,
  filter: ResultFilter | null,
): Promise<{ readonly slugs: BoardSlugs; readonly groups: readonly BoardGroup[] }> {
  const slugsBy = (slugOf: SlugOf): BoardSlugs => ({
    dataset: slugOf('dataset', dataset),
    metric: metric === null ? null : slugOf('metric', metric),
  });
  checkInput([dataset, metric, setting]);
  const guess = slugsBy(context.names.slugOf);
  const groups = await readBoardGroups(context.source, guess.dataset, setting, filter);
  const found = groups.some(({ metric_slug }) => metric_slug === (guess.metric ?? metric_slug));
  if (found) return { slugs: guess, groups };
  const slugs = await withNames(context, slugsBy);
  return slugs.dataset === guess.dataset
    ? { slugs, groups }
    : { slugs, groups: await readBoardGroups(context.source, slugs.dataset, setting, filter) };
}

const NO_ROWS = { rows: [], cursor: () => '', hasNextPage: false, hasPreviousPage: false };

function toEntry(ranked: boolean): (row: BoardRow) => LeaderboardEntry {
  return (row) => {
    const result = toResult(row);
    return {
      rank: ranked ? Number(row.rank) : null,
      value: row.level,
      publishedAt: row.published_day,
      method: result.subject,
      result,
    };
  };
}
