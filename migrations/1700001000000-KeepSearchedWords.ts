import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Keeps a text's words beside it. To rank hits and to see whether words stand side by side, they were taken out
 * of the text of every hit again. Writes the table `documents` anew.
 */
export class KeepSearchedWords1700001000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX documents_text');
    await runner.query(`ALTER TABLE documents ADD COLUMN words tsvector
      GENERATED ALWAYS AS (document_vector(title, abstract)) STORED`);
    await runner.query('ALTER TABLE documents ALTER COLUMN words SET STATISTICS 10');
    await runner.query('CREATE INDEX documents_words ON documents USING gin (words)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE documents DROP COLUMN words');
    await runner.query(
      'CREATE INDEX documents_text ON documents USING gin (document_vector(title, abstract))',
    );
    await runner.query('ALTER INDEX documents_text ALTER COLUMN 1 SET STATISTICS 10');
  }
}
