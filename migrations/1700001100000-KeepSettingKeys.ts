import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Keeps the key of a result's setting beside it, and what boards, matches and contradictions read of a level in
 * their indexes: the words of the key were taken out of the setting of every level again, and every level was
 * fetched from the table. More sorts are read off an index, and the papers of texts that hold a word are found by
 * their text. Writes the table `results` anew.
 */
export class KeepSettingKeys1700001100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
    await replaceView(runner, 'r.setting_key');
  }

  async down(runner: QueryRunner): Promise<void> {
    await replaceView(runner, 'setting_key(r.setting)');
    for (const statement of UNDO) await runner.query(statement);
  }
}

const IS_LEVEL = `active AND form = 'absolute' AND comparable_value IS NOT NULL`;
const LEVEL_COLUMNS = 'setting_key, unit, base_value, base_unit, paper_id, published_on';
const NAMED = 'subject_slug IS NOT NULL AND dataset_slug IS NOT NULL AND metric_slug IS NOT NULL';

const STATEMENTS = [
  'DROP INDEX results_board, results_level, results_dataset',
  `ALTER TABLE results ADD COLUMN setting_key text GENERATED ALWAYS AS (setting_key(setting)) STORED`,
  `CREATE INDEX results_board ON results (dataset_slug, metric_slug, comparable_value, id)
    INCLUDE (${LEVEL_COLUMNS}, setting, subject_slug, bound, high) WHERE ${IS_LEVEL} AND dataset_slug IS NOT NULL`,
  `CREATE INDEX results_level ON results (subject_slug, dataset_slug, metric_slug, id)
    INCLUDE (${LEVEL_COLUMNS}, comparable_value) WHERE ${IS_LEVEL} AND ${NAMED}`,
  `CREATE INDEX results_against ON results (subject_slug, baseline_slug, id)
    WHERE active AND form <> 'absolute' AND subject_slug IS NOT NULL AND baseline_slug IS NOT NULL`,
  datasetIndex('metric_slug, subject_slug'),
  'CREATE INDEX results_confidence ON results (confidence, id) WHERE active',
  `CREATE INDEX results_oldest ON results ((coalesce(published_on, 'infinity'::date)), id) WHERE active`,
  'CREATE INDEX results_value ON results (value, id) WHERE active',
  'CREATE INDEX results_form_value ON results (form, value, id) WHERE active',
  sortIndex('results_factor_low', 'gain_factor', 'Infinity'),
  sortIndex('results_comparable_high', 'comparable_value', '-Infinity'),
  sortIndex('results_comparable_low', 'comparable_value', 'Infinity'),
  'CREATE INDEX results_corrected ON results (id) WHERE active AND corrected',
  sortIndex('results_metric_high', 'comparable_value', '-Infinity', 'metric_slug'),
  sortIndex('results_metric_low', 'comparable_value', 'Infinity', 'metric_slug'),
  'CREATE INDEX papers_document ON papers (document_id)',
  `CREATE INDEX papers_title_last ON papers ((coalesce(left(title, 200) COLLATE "C", '')), id)`,
  recounted('s.metric_slug = c.slug', 's.metric_slug IS NOT DISTINCT FROM c.slug'),
  `CREATE INDEX papers_updated_oldest ON papers ((coalesce(updated_on, 'infinity'::date)), id)`,
];

/**
 * The count of a metric's papers looks for the rows of a paper by the index of papers alone: its plan is kept from
 * when the table was small, when any index that begins with the metric seems as good.
 */
function recounted(before: string, after: string): string {
  return `DO $do$ BEGIN
    EXECUTE replace(pg_get_functiondef('count_measured()'::regprocedure), '${before}', '${after}');
  END $do$`;
}

/** @param named what a data set's results are grouped by */
function datasetIndex(named: string): string {
  return `CREATE INDEX results_dataset ON results (dataset_slug, (coalesce(published_on, '-infinity'::date)), id)
    INCLUDE (${named}) WHERE active AND dataset_slug IS NOT NULL`;
}

/**
 * @param end where results without the number stand
 * @param leading what the results of one thing have in common
 */
function sortIndex(index: string, number: string, end: string, leading?: string): string {
  const [first, known] = leading ? [`${leading}, `, ` AND ${leading} IS NOT NULL`] : ['', ''];
  return `CREATE INDEX ${index} ON results
    (${first}(coalesce(${number}, '${end}'::double precision)), id) WHERE active${known}`;
}

const UNDO = [
  recounted('s.metric_slug IS NOT DISTINCT FROM c.slug', 's.metric_slug = c.slug'),
  `DROP INDEX results_board, results_level, results_dataset, results_against, results_confidence, results_oldest, results_value,
    results_form_value, results_factor_low, results_comparable_high, results_comparable_low, results_corrected, results_metric_high, results_metric_low, papers_document, papers_title_last, papers_updated_oldest`,
  'ALTER TABLE results DROP COLUMN setting_key',
  datasetIndex('subject_slug'),
  `CREATE INDEX results_board ON results (dataset_slug, metric_slug, comparable_value, id)
    WHERE active AND dataset_slug IS NOT NULL`,
  `CREATE INDEX results_level ON results (subject_slug, dataset_slug, metric_slug, id)
    WHERE ${IS_LEVEL} AND ${NAMED}`,
];

/** @param setting what tells the settings of a board apart */
async function replaceView(runner: QueryRunner, setting: string): Promise<void> {
  const unit = `CASE WHEN m.scale = 'absolute' THEN coalesce(r.base_unit, r.unit) ELSE '' END`;
  const level = `CASE WHEN m.scale = 'absolute' THEN coalesce(r.base_value, r.comparable_value) ELSE r.comparable_value END`;
  await runner.query(`CREATE OR REPLACE VIEW v_leaderboard AS
    SELECT r.dataset_slug AS dataset, r.metric_slug AS metric, ${setting} AS setting, m.better AS best,
      rank() OVER (PARTITION BY r.dataset_slug, r.metric_slug, ${setting}, ${unit}
        ORDER BY CASE m.better WHEN 'higher' THEN -(${level}) ELSE ${level} END) AS rank,
      r.comparable_value, r.value, r.unit, r.bound, r.subject_slug AS subject, r.subject AS subject_name,
      r.dataset AS dataset_name, r.metric AS metric_name, r.id AS result_id, r.paper_id, p.arxiv_id, p.doi,
      p.title, p.published_on AS published_at, r.quote, r.confidence, r.corrected
    FROM results r JOIN papers p ON p.id = r.paper_id JOIN metrics m ON m.slug = r.metric_slug
    WHERE r.active AND r.form = 'absolute' AND r.comparable_value IS NOT NULL
      AND r.dataset_slug IS NOT NULL AND m.better IN ('higher', 'lower')`);
}
