import type { DataSource } from 'typeorm';
import type { ResultFilter } from './filter-inputs.js';
import { IS_LEVEL, LEVEL, LEVEL_UNIT, SETTING } from './levels.js';
import { resultCondition } from './result-filter.js';
import { allOf, Parameters } from './sql.js';

/** What one axis shows. */
export interface Axis {
  readonly metric: string;
  readonly better: 'higher' | 'lower';
  /** Null: whatever data set it is on, or none. */
  readonly dataset: string | null;
  /** Null: whatever setting. */
  readonly setting: string | null;
}

/** A method in a paper, with its best level on either axis. */
export interface PointRow {
  readonly subject_slug: string;
  readonly subject_name: string;
  readonly paper_id: string;
  readonly x: number;
  readonly y: number;
  readonly x_unit: string;
  readonly y_unit: string;
  readonly x_id: string;
  readonly y_id: string;
}

/** Methods that a paper gives both levels of; in the order of x, the best first. */
export function readPoints(
  source: DataSource,
  x: Axis,
  y: Axis,
  filter: ResultFilter | null,
  most: number,
): Promise<PointRow[]> {
  const parameters = new Parameters();
  return source.query(
    `WITH met AS MATERIALIZED (${metSql(x, y, parameters)})
     SELECT x.subject_slug, su.name AS subject_name, x.paper_id, x.level AS x, y.level AS y, x.unit AS x_unit,
      y.unit AS y_unit, x.id AS x_id, y.id AS y_id
     FROM (${axisSql(x, filter, parameters)}) x JOIN (${axisSql(y, filter, parameters)}) y
       ON y.paper_id = x.paper_id AND y.subject_slug = x.subject_slug
     LEFT JOIN methods su ON su.slug = x.subject_slug
     ORDER BY x.level ${order(x)}, y.level ${order(y)}, x.id, y.id LIMIT ${parameters.add(most)}`,
    parameters.values,
  );
}

const order = ({ better }: Axis): string => (better === 'higher' ? 'DESC' : 'ASC');

/**
 * The few methods and papers that have numbers on both axes, told from indexes alone. Looking them up before the
 * levels are read spares reading all levels of either axis.
 */
function metSql(x: Axis, y: Axis, parameters: Parameters): string {
  const on = (table: string, { metric, dataset }: Axis) =>
    allOf([
      `${table}.active AND ${table}.subject_slug IS NOT NULL`,
      `${table}.metric_slug = ${parameters.add(metric, '::text')}`,
      dataset && `${table}.dataset_slug = ${parameters.add(dataset, '::text')}`,
    ]);
  return `SELECT DISTINCT a.paper_id, a.subject_slug FROM results a JOIN results b
    ON b.paper_id = a.paper_id AND b.subject_slug = a.subject_slug WHERE ${on('a', x)} AND ${on('b', y)}`;
}

/** One unit at a time, so that the best of a paper's levels is chosen among like ones. */
function axisSql(axis: Axis, filter: ResultFilter | null, parameters: Parameters): string {
  const where = allOf([
    IS_LEVEL,
    'r.subject_slug IS NOT NULL',
    `r.metric_slug = ${parameters.add(axis.metric, '::text')}`,
    axis.dataset && `r.dataset_slug = ${parameters.add(axis.dataset, '::text')}`,
    axis.setting && `${SETTING} = setting_key(${parameters.add(axis.setting, '::text')})`,
    resultCondition(filter, parameters),
  ]);
  return `SELECT DISTINCT ON (r.paper_id, r.subject_slug, ${LEVEL_UNIT}) r.paper_id, r.subject_slug, r.id,
      ${LEVEL} AS level, ${LEVEL_UNIT} AS unit
    FROM met JOIN results r USING (paper_id, subject_slug) JOIN metrics mt ON mt.slug = r.metric_slug
    WHERE ${where}
    ORDER BY r.paper_id, r.subject_slug, ${LEVEL_UNIT}, ${LEVEL} ${order(axis)}, r.id`;
}
