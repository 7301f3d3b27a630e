import type { ResultFilter } from './filter-inputs.js';
import { IS_LEVEL, LEVEL, LEVEL_UNIT, SETTING } from './levels.js';
import type { ListQuery } from './page.js';
import { resultCondition } from './result-filter.js';

/** Different exact levels of one method on one data set, metric and setting. */
export interface ContradictionRow {
  readonly subject_slug: string;
  readonly subject_name: string;
  readonly dataset_slug: string;
  readonly dataset_name: string;
  readonly metric_slug: string;
  readonly metric_name: string;
  readonly setting: string | null;
  readonly unit: string;
  readonly low: number;
  readonly high: number;
  /** Of the larger one: 0.1 is a tenth. */
  readonly spread: number;
  readonly values: number;
  readonly papers: number;
  readonly low_id: string;
  readonly high_id: string;
}

/**
 * Contradictions among the results that fit a filter, the widest first.
 * @param tolerance spread up to which values count as the same, for those that were rounded
 * @param betweenPapers only where different papers say so
 */
export function contradictionList(
  filter: ResultFilter | null,
  tolerance: number,
  betweenPapers: boolean,
): ListQuery {
  const spread = `(c.high - c.low) / greatest(abs(c.high), abs(c.low))`;
  return {
    select: 'c.*',
    from: (parameters) => `(SELECT c.*, ${spread} AS spread,
        concat_ws(chr(31), subject_slug, dataset_slug, metric_slug, unit, setting) COLLATE "C" AS key
      FROM (SELECT r.subject_slug, r.dataset_slug, r.metric_slug, ${SETTING} AS setting, ${LEVEL_UNIT} AS unit,
          min(${LEVEL}) AS low, max(${LEVEL}) AS high, count(DISTINCT ${LEVEL})::int AS values,
          count(DISTINCT r.paper_id)::int AS papers,
          (array_agg(r.id ORDER BY ${LEVEL}, r.id))[1] AS low_id,
          (array_agg(r.id ORDER BY ${LEVEL} DESC, r.id))[1] AS high_id
        FROM results r JOIN metrics mt ON mt.slug = r.metric_slug
        WHERE ${IS_LEVEL} AND r.bound = 'exact' AND r.high IS NULL AND r.subject_slug IS NOT NULL
          AND r.dataset_slug IS NOT NULL AND r.metric_slug IS NOT NULL AND ${resultCondition(filter, parameters)}
        GROUP BY 1, 2, 3, 4, 5 HAVING max(${LEVEL}) > min(${LEVEL})) c) c`,
    where: (parameters) =>
      `c.spread > ${parameters.add(tolerance, '::double precision')}${betweenPapers ? ' AND c.papers > 1' : ''}`,
    keys: () => [
      { name: 'spread', column: 'c.spread', type: 'double precision', descending: true },
      { name: 'key', column: 'c.key', type: 'text', descending: true },
    ],
    identity: ['contradictions', filter, tolerance, betweenPapers],
    joins: `JOIN metrics mt ON mt.slug = page.metric_slug LEFT JOIN datasets ds ON ds.slug = page.dataset_slug
      LEFT JOIN methods su ON su.slug = page.subject_slug`,
    joinSelect: 'mt.name AS metric_name, ds.name AS dataset_name, su.name AS subject_name',
  };
}
