import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A run may be read to its end while workers still have batches of it. */
export class QueueRuns1700000300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE ingest_runs DROP CONSTRAINT ingest_runs_status_check');
    await runner.query(`ALTER TABLE ingest_runs ADD CONSTRAINT ingest_runs_status_check
      CHECK (status IN ('running', 'queued', 'done', 'stopped', 'failed'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE ingest_runs SET status = 'stopped' WHERE status = 'queued'`);
    await runner.query('ALTER TABLE ingest_runs DROP CONSTRAINT ingest_runs_status_check');
    await runner.query(`ALTER TABLE ingest_runs ADD CONSTRAINT ingest_runs_status_check
      CHECK (status IN ('running', 'done', 'stopped', 'failed'))`);
  }
}
