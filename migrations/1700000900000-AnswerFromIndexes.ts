import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Totals and statistics of gains and of categories are answered from indexes alone. */
export class AnswerFromIndexes1700000900000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of UNDO) await runner.query(statement);
  }
}

const STATEMENTS = [
  'DROP INDEX results_gain, results_category, results_score',
  `CREATE INDEX results_score ON results (metric_slug, comparable_value, id) INCLUDE (paper_id)
    WHERE active AND form = 'absolute' AND comparable_value IS NOT NULL`,
  `CREATE INDEX results_gain ON results (category, gain_factor, id) INCLUDE (form, paper_id)
    WHERE active AND gain_factor IS NOT NULL`,
  `CREATE INDEX results_category ON results (category, form) INCLUDE (published_on, gain_factor, paper_id)
    WHERE active`,
];

const UNDO = [
  'DROP INDEX results_gain, results_category, results_score',
  `CREATE INDEX results_score ON results (metric_slug, comparable_value, id)
    WHERE active AND form = 'absolute' AND comparable_value IS NOT NULL`,
  'CREATE INDEX results_gain ON results (category, gain_factor, id) WHERE active AND gain_factor IS NOT NULL',
  'CREATE INDEX results_category ON results (category, form) WHERE active',
];
