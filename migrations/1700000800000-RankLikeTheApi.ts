import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * `v_leaderboard` ranks what the API's leaderboards rank: "test set" and "test split" are one setting, and
 * levels of different units are apart. `setting` is the API's `settings.key`.
 */
export class RankLikeTheApi1700000800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW v_leaderboard');
    await runner.query(
      viewSql({
        setting: 'setting_key(r.setting)',
        unit: `CASE WHEN m.scale = 'absolute' THEN coalesce(r.base_unit, r.unit) ELSE '' END`,
        level: `CASE WHEN m.scale = 'absolute' THEN coalesce(r.base_value, r.comparable_value) ELSE r.comparable_value END`,
      }),
    );
    await runner.query(
      `COMMENT ON VIEW v_leaderboard IS 'Levels on data sets; rank 1 is best within one data set, metric, setting and unit, ties share a rank. comparable_value is on the scale of the metric; best is higher or lower.'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW v_leaderboard');
    await runner.query(viewSql({ setting: 'r.setting', unit: null, level: 'r.comparable_value' }));
    await runner.query(
      `COMMENT ON VIEW v_leaderboard IS 'Levels on data sets; rank 1 is best within one data set, metric and setting, ties share a rank. comparable_value is on the scale of the metric; best is higher or lower.'`,
    );
  }
}

/** What a board keeps apart beside data set and metric, and what it ranks by. */
interface BoardSql {
  readonly setting: string;
  readonly unit: string | null;
  readonly level: string;
}

function viewSql({ setting, unit, level }: BoardSql): string {
  const board = ['r.dataset_slug', 'r.metric_slug', setting, ...(unit ? [unit] : [])].join(', ');
  return `CREATE VIEW v_leaderboard AS
    SELECT r.dataset_slug AS dataset, r.metric_slug AS metric, ${setting} AS setting, m.better AS best,
      rank() OVER (PARTITION BY ${board}
        ORDER BY CASE m.better WHEN 'higher' THEN -(${level}) ELSE ${level} END) AS rank,
      r.comparable_value, r.value, r.unit, r.bound, r.subject_slug AS subject, r.subject AS subject_name,
      r.dataset AS dataset_name, r.metric AS metric_name, r.id AS result_id, r.paper_id, p.arxiv_id, p.doi,
      p.title, p.published_on AS published_at, r.quote, r.confidence, r.corrected
    FROM results r JOIN papers p ON p.id = r.paper_id JOIN metrics m ON m.slug = r.metric_slug
    WHERE r.active AND r.form = 'absolute' AND r.comparable_value IS NOT NULL
      AND r.dataset_slug IS NOT NULL AND m.better IN ('higher', 'lower')`;
}
