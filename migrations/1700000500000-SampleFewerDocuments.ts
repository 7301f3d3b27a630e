import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Has ANALYZE look at 3,000 documents instead of 30,000. It parses the text of each for the full text index,
 * and while papers are stored it runs about once a minute: that took more of the processor than storing.
 * Postgres samples 300 rows for each unit of the highest target among a table's columns and indexes.
 */
export class SampleFewerDocuments1700000500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await setTargets(runner, 10);
  }

  async down(runner: QueryRunner): Promise<void> {
    await setTargets(runner, -1);
  }
}

const COLUMNS = ['id', 'paper_id', 'content_hash', 'title', 'abstract'];

async function setTargets(runner: QueryRunner, target: number): Promise<void> {
  const columns = COLUMNS.map((column) => `ALTER COLUMN ${column} SET STATISTICS ${target}`);
  await runner.query(`ALTER TABLE documents ${columns.join(', ')}`);
  await runner.query(`ALTER INDEX documents_text ALTER COLUMN 1 SET STATISTICS ${target}`);
}
