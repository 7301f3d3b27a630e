import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Levels by metric, results by category and papers with code, in place of two sorts that are seldom asked for. */
export class IndexScores1700000400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX results_oldest, results_confidence');
    await runner.query(`CREATE INDEX results_score ON results (metric_slug, comparable_value, id)
      WHERE active AND form = 'absolute' AND comparable_value IS NOT NULL`);
    await runner.query('CREATE INDEX results_category ON results (category, form) WHERE active');
    await runner.query('CREATE INDEX papers_code ON papers (id) WHERE has_code');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX results_score, results_category, papers_code');
    await runner.query(
      `CREATE INDEX results_oldest ON results ((coalesce(published_on, 'infinity'::date)), id) WHERE active`,
    );
    await runner.query('CREATE INDEX results_confidence ON results (confidence, id) WHERE active');
  }
}
