import type { DataSource } from 'typeorm';
import { type ResultColumn, type ResultPart, resultColumns } from './columns.js';
import { namedAlike } from './dataset-versions.js';
import type { ResultFilter } from './filter-inputs.js';
import { IS_LEVEL, LEVEL, LEVEL_UNIT, SETTING } from './levels.js';
import type { ListQuery } from './page.js';
import { resultCondition } from './result-filter.js';
import { allOf, Parameters } from './sql.js';

/** Levels on a data set that may be ranked together. */
export interface BoardGroup {
  readonly dataset_name: string | null;
  /** Other data sets with levels: `ImageNet-1K` beside `ImageNet`. */
  readonly named_alike: readonly string[];
  readonly metric_slug: string;
  readonly metric_name: string;
  readonly better: 'higher' | 'lower' | null;
  /** Null where none is stated. */
  readonly setting: string | null;
  /** As some paper writes it. */
  readonly setting_title: string | null;
  readonly unit: string;
  readonly count: number;
  /** It is the setting asked for; false for all where none is. */
  readonly asked: boolean;
}

/**
 * Which boards a data set has, the one of most levels first.
 * @param setting as a client writes it; an empty text: the one where none is stated
 */
export function readBoardGroups(
  source: DataSource,
  dataset: string,
  setting: string | null,
  filter: ResultFilter | null,
): Promise<BoardGroup[]> {
  const parameters = new Parameters();
  const slug = parameters.add(dataset, '::text');
  return source.query(
    `SELECT mt.slug AS metric_slug, mt.name AS metric_name, mt.better,
      ${SETTING} AS setting, min(r.setting) AS setting_title, ${LEVEL_UNIT} AS unit, sum(r.levels)::int AS count,
      (SELECT name FROM datasets WHERE slug = ${slug}) AS dataset_name,
      ${namedAlike(dataset, parameters)} AS named_alike,
      coalesce(coalesce(${SETTING}, '') = setting_key(${parameters.add(setting, '::text')}), false) AS asked
     FROM (SELECT r.metric_slug, r.setting_key, min(r.setting) AS setting, r.base_unit, r.unit, count(*) AS levels FROM results r
       WHERE ${IS_LEVEL} AND r.dataset_slug = ${slug} AND ${resultCondition(filter, parameters)}
       GROUP BY 1, 2, 4, 5) r JOIN metrics mt ON mt.slug = r.metric_slug
     GROUP BY mt.slug, 4, 6, mt.scale ORDER BY count DESC, 1, 4 NULLS FIRST, 6`,
    parameters.values,
  );
}

/** A metric whose better direction is not known, and how many levels of it a data set has. */
export interface UnrankedMetric {
  readonly name: string;
  readonly count: number;
}

/**
 * Metrics of a data set that no board can be made of, the one of most levels first.
 * @param metric slug of the only one to look at; null for all
 */
export function readUnranked(
  source: DataSource,
  dataset: string,
  metric: string | null,
  filter: ResultFilter | null,
): Promise<UnrankedMetric[]> {
  const parameters = new Parameters();
  const where = allOf([
    `r.active AND r.form = 'absolute' AND r.comparable_value IS NULL AND mt.better IS NULL`,
    `r.dataset_slug = ${parameters.add(dataset, '::text')}`,
    metric && `r.metric_slug = ${parameters.add(metric, '::text')}`,
    resultCondition(filter, parameters),
  ]);
  return source.query(
    `SELECT mt.name, count(*)::int AS count FROM results r JOIN metrics mt ON mt.slug = r.metric_slug
     WHERE ${where} GROUP BY mt.slug ORDER BY count DESC, mt.slug`,
    parameters.values,
  );
}

/** What a board keeps the best level of. */
export type BoardRows = 'METHOD_AND_PAPER' | 'METHOD' | 'RESULT';

const KEPT: Readonly<Record<BoardRows, string>> = {
  METHOD_AND_PAPER: `r.paper_id, coalesce(r.subject_slug, '')`,
  METHOD: `coalesce(r.subject_slug, r.paper_id::text)`,
  RESULT: 'r.id',
};

/** One metric, one setting and one unit on one data set. */
export interface Board {
  readonly dataset: string;
  readonly group: Pick<BoardGroup, 'metric_slug' | 'setting' | 'unit' | 'better'>;
  readonly rows: BoardRows;
  readonly filter: ResultFilter | null;
}

/** A level with what its row shows of the result. */
export interface BoardRow extends ResultPart {
  readonly level: number;
  /** Ties share it. */
  readonly rank: string;
  readonly published_day: string | null;
}

/** The best level first; where neither way is better, the highest. */
export function boardList(board: Board, columns: readonly ResultColumn[]): ListQuery {
  const descending = isDescending(board);
  return {
    select: 'r.*',
    from: (
      parameters,
    ) => `(SELECT b.*, rank() OVER (ORDER BY b.level ${descending ? 'DESC' : 'ASC'}) AS rank
      FROM (${boardSql(board, parameters)}) b) r`,
    where: () => 'TRUE',
    keys: () => [
      { name: 'level', column: 'r.level', type: 'double precision', descending },
      { name: 'id', column: 'r.id', type: 'uuid', descending },
    ],
    counting: (parameters) => `SELECT count(*) AS count FROM (${boardSql(board, parameters)}) b`,
    identity: ['board', board],
    ...shownColumns(columns),
  };
}

/** The levels that were the best when they were published, oldest first. */
export function readBestSoFar(
  source: DataSource,
  board: Board,
  columns: readonly ResultColumn[],
): Promise<BoardRow[]> {
  const parameters = new Parameters();
  const { joins, joinSelect } = shownColumns(columns);
  const [best, beats, order] = isDescending(board) ? ['max', '>', 'DESC'] : ['min', '<', 'ASC'];
  const rows = boardSql(board, parameters);
  return source.query(
    `SELECT page.*, ${joinSelect} FROM (
       SELECT b.*, ${best}(b.level) OVER (ORDER BY b.published_on, b.level ${order}, b.id
         ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before
       FROM (${rows}) b WHERE b.published_on IS NOT NULL) page ${joins}
     WHERE page.before IS NULL OR page.level ${beats} page.before ORDER BY page.published_on, page.id`,
    parameters.values,
  );
}

const isDescending = ({ group }: Board): boolean => group.better !== 'lower';

/** What a row shows of its result, read for the rows that are shown: all others are told from an index alone. */
function shownColumns(
  columns: readonly ResultColumn[],
): Required<Pick<ListQuery, 'joins' | 'joinSelect'>> {
  const { select, joinSelect } = resultColumns(columns, 'r');
  return {
    joins: 'JOIN results r ON r.id = page.id AND r.active',
    joinSelect: `r.published_on::text AS published_day, ${select}${joinSelect ? `, ${joinSelect}` : ''}`,
  };
}

/** The id, the level and the day of each row of a board. */
function boardSql(board: Board, parameters: Parameters): string {
  const { dataset, group, rows, filter } = board;
  const setting =
    group.setting === null
      ? 'r.setting IS NULL'
      : `${SETTING} = ${parameters.add(group.setting, '::text')}`;
  const where = allOf([
    IS_LEVEL,
    `r.dataset_slug = ${parameters.add(dataset, '::text')}`,
    `r.metric_slug = ${parameters.add(group.metric_slug, '::text')}`,
    setting,
    `${LEVEL_UNIT} = ${parameters.add(group.unit, '::text')}`,
    resultCondition(filter, parameters),
  ]);
  return `SELECT DISTINCT ON (${KEPT[rows]}) r.id, ${LEVEL} AS level, r.published_on
    FROM results r JOIN metrics mt ON mt.slug = r.metric_slug WHERE ${where}
    ORDER BY ${KEPT[rows]}, ${LEVEL} ${isDescending(board) ? 'DESC' : 'ASC'}, r.id`;
}
