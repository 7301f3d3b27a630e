import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Flat views for tools that speak only SQL, and for the export: active readings, corrected values in force. */
export class CreateViews1700000100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [RESULTS, PAPERS, LEADERBOARD, ...COMMENTS])
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW v_leaderboard, v_papers, v_results');
  }
}

/** `metric`, `dataset`, `task`, `subject` and `baseline` are slugs; `*_name` is what the text says. */
const RESULTS = `CREATE VIEW v_results AS
  SELECT r.id, r.paper_id, p.arxiv_id, p.doi, p.title, p.published_on AS published_at, p.source,
    r.field, r.quote, r.start_offset, r.end_offset,
    r.value, r.high, r.unit, r.form, r.direction, r.better, r.bound, r.category,
    r.metric_slug AS metric, r.metric AS metric_name, r.dataset_slug AS dataset, r.dataset AS dataset_name,
    r.task_slug AS task, r.subject_slug AS subject, r.subject AS subject_name,
    r.baseline_slug AS baseline, r.baseline AS baseline_name, r.setting,
    r.base_value, r.base_unit, r.comparable_value, r.gain_factor, r.gain_kind,
    r.check_status AS check_result, r.confidence, r.rule, e.extractor_version, r.corrected
  FROM results r JOIN papers p ON p.id = r.paper_id JOIN extractions e ON e.id = r.extraction_id
  WHERE r.active`;

function namesOf(kind: string, roles = ''): string {
  return `(SELECT string_agg(DISTINCT m.slug, '; ' ORDER BY m.slug) FROM mentions m
    WHERE m.paper_id = p.id AND m.kind = '${kind}' AND m.active${roles})`;
}

const PAPERS = `CREATE VIEW v_papers AS
  SELECT p.id, p.arxiv_id, p.arxiv_version, p.doi, p.openalex_id, p.s2_id, p.title, d.abstract,
    array_to_string(p.authors, '; ') AS authors, p.published_on AS published_at, p.updated_on AS updated_at,
    p.source, p.url, p.has_code, p.without_abstract,
    ${namesOf('method')} AS methods,
    ${namesOf('method', " AND m.role = 'proposed'")} AS proposed_methods,
    ${namesOf('dataset')} AS datasets,
    ${namesOf('task')} AS tasks,
    (SELECT count(*) FROM results r WHERE r.paper_id = p.id AND r.active) AS result_count
  FROM papers p LEFT JOIN documents d ON d.id = p.document_id`;

/** Levels alone, ranked where metric, data set and setting are the same; ties share a rank. */
const LEADERBOARD = `CREATE VIEW v_leaderboard AS
  SELECT r.dataset_slug AS dataset, r.metric_slug AS metric, r.setting, m.better AS best,
    rank() OVER (PARTITION BY r.dataset_slug, r.metric_slug, r.setting
      ORDER BY CASE m.better WHEN 'higher' THEN -r.comparable_value ELSE r.comparable_value END) AS rank,
    r.comparable_value, r.value, r.unit, r.bound, r.subject_slug AS subject, r.subject AS subject_name,
    r.dataset AS dataset_name, r.metric AS metric_name, r.id AS result_id, r.paper_id, p.arxiv_id, p.doi,
    p.title, p.published_on AS published_at, r.quote, r.confidence, r.corrected
  FROM results r JOIN papers p ON p.id = r.paper_id JOIN metrics m ON m.slug = r.metric_slug
  WHERE r.active AND r.form = 'absolute' AND r.comparable_value IS NOT NULL
    AND r.dataset_slug IS NOT NULL AND m.better IN ('higher', 'lower')`;

const COMMENTS = [
  `COMMENT ON VIEW v_results IS 'Reported numbers, one a row. metric, dataset, task, subject and baseline are canonical slugs; the columns ending in _name say what the text says.'`,
  `COMMENT ON VIEW v_papers IS 'Papers, one a row; methods, datasets and tasks are canonical slugs joined by "; ".'`,
  `COMMENT ON VIEW v_leaderboard IS 'Levels on data sets; rank 1 is best within one data set, metric and setting, ties share a rank. comparable_value is on the scale of the metric; best is higher or lower.'`,
];
