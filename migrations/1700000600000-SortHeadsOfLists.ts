import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The first rows of what one name has are read in the order of an index, however many it has. */
export class SortHeadsOfLists1700000600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [SETTING_KEY, ...SORTS]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of UNDO) await runner.query(statement);
  }
}

/** One expression, so that the planner writes it into the statement: a call for each row costs more than the rest of it. */
const SETTING_KEY = `CREATE OR REPLACE FUNCTION setting_key(setting text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT pg_catalog.regexp_replace(pg_catalog.regexp_replace(
      pg_catalog.regexp_replace(pg_catalog.regexp_replace(
        pg_catalog.lower(pg_catalog.btrim(setting)), '[\\s-]+', ' ', 'g'),
        ' (sets?|splits?|subset|partition|settings?)$', ''),
      '^val$', 'validation'), '^dev$', 'development')
  $$`;

const DATED = `coalesce(published_on, '-infinity'::date)`;

function newestOf(index: string, column: string, more = ''): string {
  return `CREATE INDEX ${index} ON results (${column}, (${DATED}), id)${more}
    WHERE active AND ${column} IS NOT NULL`;
}

const SORTS = [
  'DROP INDEX results_subject, results_baseline, results_task, results_metric_paper',
  newestOf('results_subject', 'subject_slug'),
  newestOf('results_baseline', 'baseline_slug'),
  newestOf('results_task', 'task_slug'),
  newestOf('results_dataset', 'dataset_slug', ' INCLUDE (subject_slug)'),
  newestOf('results_metric_newest', 'metric_slug'),
  `CREATE INDEX results_metric_paper ON results (metric_slug, paper_id, subject_slug)
    WHERE active AND metric_slug IS NOT NULL`,
  `CREATE INDEX results_confident ON results (subject_slug, confidence, id)
    WHERE active AND subject_slug IS NOT NULL`,
  `CREATE INDEX results_factor ON results ((coalesce(gain_factor, '-Infinity'::double precision)), id)
    WHERE active`,
];

const UNDO = [
  `DROP INDEX results_subject, results_baseline, results_task, results_dataset, results_metric_newest,
    results_metric_paper, results_confident, results_factor`,
  'CREATE INDEX results_subject ON results (subject_slug, id) WHERE active AND subject_slug IS NOT NULL',
  'CREATE INDEX results_baseline ON results (baseline_slug, id) WHERE active AND baseline_slug IS NOT NULL',
  'CREATE INDEX results_task ON results (task_slug, id) WHERE active AND task_slug IS NOT NULL',
  `CREATE INDEX results_metric_paper ON results (metric_slug, paper_id)
    WHERE active AND metric_slug IS NOT NULL`,
  `CREATE OR REPLACE FUNCTION setting_key(setting text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
      SELECT CASE k WHEN 'val' THEN 'validation' WHEN 'dev' THEN 'development' ELSE k END
      FROM (SELECT pg_catalog.regexp_replace(pg_catalog.regexp_replace(
        pg_catalog.lower(pg_catalog.btrim(setting)), '[\\s-]+', ' ', 'g'),
        ' (sets?|splits?|subset|partition|settings?)$', '')) AS s (k)
    $$`,
];
