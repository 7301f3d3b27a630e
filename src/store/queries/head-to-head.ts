import type { DataSource } from 'typeorm';
import type { ResultFilter } from './filter-inputs.js';
import { IS_LEVEL, LEVEL, LEVEL_UNIT, SETTING } from './levels.js';
import type { ListQuery } from './page.js';
import { resultCondition } from './result-filter.js';
import { Parameters } from './sql.js';

/** Two methods met in a paper: both levels are given, or one is stated against the other. */
export interface MatchRow {
  readonly kind: 'LEVELS' | 'STATED';
  readonly paper_id: string;
  readonly dataset_slug: string | null;
  readonly dataset_name: string | null;
  readonly metric_slug: string | null;
  readonly metric_name: string | null;
  readonly setting: string | null;
  /** Of a; for a stated match, of whichever of the two it is. */
  readonly a_id: string | null;
  readonly b_id: string | null;
  readonly a_level: number | null;
  readonly b_level: number | null;
  readonly gain_factor: number | null;
  /** Null where neither way is better or the text does not say. */
  readonly winner: 'A' | 'B' | 'TIE' | null;
}

export interface HeadToHead {
  /** Slugs of the two methods. */
  readonly a: string;
  readonly b: string;
  /** On the results of either. */
  readonly filter: ResultFilter | null;
}

export interface Tally {
  /** Canonical names; null for a slug that no paper names. */
  readonly a_name: string | null;
  readonly b_name: string | null;
  readonly a: number;
  readonly b: number;
  readonly ties: number;
  readonly undecided: number;
  readonly papers: number;
}

/** The matches of two methods, newest first. */
export function matchList(pair: HeadToHead): ListQuery {
  return {
    select: 'm.*',
    from: (parameters) => `(${matchesSql(pair, parameters)}) m`,
    where: () => 'TRUE',
    keys: () => [
      { name: 'published', column: 'm.published', type: 'date', descending: true },
      { name: 'key', column: 'm.key', type: 'text', descending: true },
    ],
    identity: ['head to head', pair],
    joins: `LEFT JOIN metrics mt ON mt.slug = page.metric_slug LEFT JOIN datasets ds ON ds.slug = page.dataset_slug`,
    joinSelect: 'mt.name AS metric_name, ds.name AS dataset_name',
  };
}

export async function readTally(source: DataSource, pair: HeadToHead): Promise<Tally> {
  const parameters = new Parameters();
  const count = (condition: string) => `count(*) FILTER (WHERE ${condition})::int`;
  const [row]: Tally[] = await source.query(
    `SELECT ${count(`m.winner = 'A'`)} AS a, ${count(`m.winner = 'B'`)} AS b, ${count(`m.winner = 'TIE'`)} AS ties,
      ${count('m.winner IS NULL')} AS undecided, count(DISTINCT m.paper_id)::int AS papers,
      (SELECT name FROM methods WHERE slug = ${parameters.add(pair.a, '::text')}) AS a_name,
      (SELECT name FROM methods WHERE slug = ${parameters.add(pair.b, '::text')}) AS b_name
     FROM (${matchesSql(pair, parameters)}) m`,
    parameters.values,
  );
  return row as Tally;
}

const COLUMNS = `r.id, r.paper_id, r.dataset_slug, r.metric_slug, ${SETTING} AS setting, ${LEVEL} AS level,
  ${LEVEL_UNIT} AS unit, mt.better, r.published_on`;

function matchesSql({ a, b, filter }: HeadToHead, parameters: Parameters): string {
  const [slugA, slugB] = [parameters.add(a, '::text'), parameters.add(b, '::text')];
  const levels = (slug: string) =>
    `SELECT ${COLUMNS} FROM results r JOIN metrics mt ON mt.slug = r.metric_slug
      WHERE ${IS_LEVEL} AND r.dataset_slug IS NOT NULL AND r.subject_slug = ${slug} AND ${resultCondition(filter, parameters)}`;
  return `SELECT 'LEVELS' AS kind, a.paper_id, a.dataset_slug, a.metric_slug, a.setting, a.id AS a_id, b.id AS b_id,
      a.level AS a_level, b.level AS b_level, NULL::double precision AS gain_factor,
      CASE WHEN a.level = b.level THEN 'TIE' WHEN a.better IS NULL THEN NULL
        WHEN (a.level > b.level) = (a.better = 'higher') THEN 'A' ELSE 'B' END AS winner,
      coalesce(a.published_on, '-infinity'::date) AS published, a.id::text || b.id::text COLLATE "C" AS key
    FROM (${levels(slugA)}) a JOIN (${levels(slugB)}) b
      ON b.paper_id = a.paper_id AND b.dataset_slug = a.dataset_slug AND b.metric_slug = a.metric_slug
      AND b.unit = a.unit AND b.setting IS NOT DISTINCT FROM a.setting
    UNION ALL
    SELECT 'STATED', r.paper_id, r.dataset_slug, r.metric_slug, ${SETTING},
      CASE WHEN r.subject_slug = ${slugA} THEN r.id END, CASE WHEN r.subject_slug = ${slugB} THEN r.id END,
      NULL, NULL, r.gain_factor,
      CASE WHEN r.better IS NULL THEN NULL WHEN r.better = (r.subject_slug = ${slugA}) THEN 'A' ELSE 'B' END,
      coalesce(r.published_on, '-infinity'::date), r.id::text COLLATE "C"
    FROM results r WHERE r.active AND r.form <> 'absolute' AND ${resultCondition(filter, parameters)}
      AND ((r.subject_slug = ${slugA} AND r.baseline_slug = ${slugB})
        OR (r.subject_slug = ${slugB} AND r.baseline_slug = ${slugA}))`;
}
