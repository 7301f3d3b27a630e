import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the API's lists are sorted and joined by, and the history of corrections. */
export class IndexListsAndKeepHistory1700000200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...SETTINGS, ...SORTS, ...LOOKUPS, ...CORRECTIONS]) {
      await runner.query(statement);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of UNDO) await runner.query(statement);
  }
}

/**
 * The setting that two numbers have to share to be compared: `Test set` and `test split` are one, and so
 * are `val set` and `validation set`. Null where none is stated.
 */
const SETTINGS = [
  `CREATE FUNCTION setting_key(setting text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
      SELECT CASE k WHEN 'val' THEN 'validation' WHEN 'dev' THEN 'development' ELSE k END
      FROM (SELECT pg_catalog.regexp_replace(pg_catalog.regexp_replace(
        pg_catalog.lower(pg_catalog.btrim(setting)), '[\\s-]+', ' ', 'g'),
        ' (sets?|splits?|subset|partition|settings?)$', '')) AS s (k)
    $$`,
];

const DATED = `coalesce(published_on, '-infinity'::date)`;

/** Lists start at a cursor by one comparison, so nulls are the value at their end: see store/queries/keyset. */
const SORTS = [
  'DROP INDEX papers_published',
  'DROP INDEX papers_updated',
  'DROP INDEX results_published',
  `CREATE INDEX papers_newest ON papers ((${DATED}), id)`,
  `CREATE INDEX papers_oldest ON papers ((coalesce(published_on, 'infinity'::date)), id)`,
  `CREATE INDEX papers_updated ON papers ((coalesce(updated_on, '-infinity'::date)), id)`,
  `CREATE INDEX papers_title ON papers ((coalesce(left(title, 200) COLLATE "C", U&'\\+10FFFF')), id)`,
  `CREATE INDEX results_newest ON results ((${DATED}), id) WHERE active`,
  `CREATE INDEX results_oldest ON results ((coalesce(published_on, 'infinity'::date)), id) WHERE active`,
  `CREATE INDEX results_confidence ON results (confidence, id) WHERE active`,
  `CREATE INDEX rejects_run ON rejects (run_id, rejected_at, id)`,
];

const LOOKUPS = [
  'DROP INDEX mentions_slug',
  'CREATE INDEX mentions_named ON mentions (kind, slug, paper_id, role) WHERE active',
  `CREATE INDEX mentions_aliases ON mentions USING gin (aliases) WHERE active AND aliases <> '{}'`,
  `CREATE INDEX results_metric_paper ON results (metric_slug, paper_id)
    WHERE active AND metric_slug IS NOT NULL`,
  `CREATE INDEX results_level ON results (subject_slug, dataset_slug, metric_slug, id)
    WHERE active AND form = 'absolute' AND comparable_value IS NOT NULL
      AND subject_slug IS NOT NULL AND dataset_slug IS NOT NULL AND metric_slug IS NOT NULL`,
];

const CORRECTIONS = [
  'ALTER TABLE corrections DROP CONSTRAINT corrections_status_check',
  `ALTER TABLE corrections ADD CONSTRAINT corrections_status_check CHECK
    (status IN ('proposed', 'applied', 'rejected', 'orphaned', 'withdrawn', 'superseded'))`,
  'CREATE INDEX corrections_when ON corrections (made_at, id)',
  'CREATE INDEX corrections_result ON corrections (result_id)',
  `CREATE TABLE correction_events (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    correction_id uuid NOT NULL REFERENCES corrections (id) ON DELETE CASCADE,
    status text COLLATE "C" NOT NULL,
    made_by text NOT NULL,
    note text NOT NULL,
    made_at timestamptz NOT NULL DEFAULT now()
  )`,
  'CREATE INDEX correction_events_correction ON correction_events (correction_id, id)',
];

const UNDO = [
  'DROP TABLE correction_events',
  'DROP INDEX corrections_when, corrections_result',
  `DELETE FROM corrections WHERE status NOT IN ('applied', 'orphaned', 'withdrawn')`,
  'ALTER TABLE corrections DROP CONSTRAINT corrections_status_check',
  `ALTER TABLE corrections ADD CONSTRAINT corrections_status_check CHECK
    (status IN ('applied', 'orphaned', 'withdrawn'))`,
  'DROP INDEX mentions_named, mentions_aliases, results_metric_paper, results_level',
  'CREATE INDEX mentions_slug ON mentions (kind, slug, role, paper_id) WHERE active',
  `DROP INDEX papers_newest, papers_oldest, papers_updated, papers_title, results_newest, results_oldest,
    results_confidence, rejects_run`,
  'CREATE INDEX papers_published ON papers (published_on, id)',
  'CREATE INDEX papers_updated ON papers (updated_on, id)',
  'CREATE INDEX results_published ON results (published_on, id) WHERE active',
  'DROP FUNCTION setting_key(text)',
];
