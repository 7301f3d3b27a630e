import { readFileSync } from 'node:fs';
import { DataSource } from 'typeorm';
import { describe, expect, it } from 'vitest';
import { MIGRATIONS } from '../../../migrations/index.js';
import { createDataSource } from '../../../src/store/data-source.js';
import { describeSchema } from '../../../src/store/describe-schema.js';
import { migrate, requireCurrentSchema } from '../../../src/store/index.js';
import { withStore } from '../../support/database.js';

const DUMP = 'schema/database.sql';

async function tables(dataSource: DataSource): Promise<string[]> {
  const rows: { name: string }[] = await dataSource.query(
    `SELECT table_name AS name FROM information_schema.tables
     WHERE table_schema = 'public' AND table_name <> 'schema_migrations' ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}

describe('migrations', async () => {
  const { dataSource } = await withStore();

  it('leave the schema that schema/database.sql shows', async () => {
    expect(await describeSchema(dataSource), `${DUMP} is stale: run \`npm run schema\``).toBe(
      readFileSync(DUMP, 'utf8'),
    );
  });

  it('match the entities column by column', async () => {
    const rows: { place: string }[] = await dataSource.query(
      `SELECT table_name || '.' || column_name || ' ' ||
         CASE data_type WHEN 'timestamp with time zone' THEN 'timestamptz'
           WHEN 'ARRAY' THEN ltrim(udt_name, '_') || '[]' ELSE data_type END ||
         CASE is_nullable WHEN 'YES' THEN ' null' ELSE '' END AS place
       FROM information_schema.columns c JOIN information_schema.tables USING (table_name, table_schema)
       WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name <> 'schema_migrations'`,
    );
    const entities = dataSource.entityMetadatas.flatMap(({ tableName, columns }) =>
      columns.map(
        ({ databaseName, type, isArray, isNullable }) =>
          `${tableName}.${databaseName} ${type}${isArray ? '[]' : ''}${isNullable ? ' null' : ''}`,
      ),
    );
    expect(entities.sort()).toEqual(rows.map(({ place }) => place).sort());
  });

  it('go down to nothing and up again to the same', async () => {
    const before = await describeSchema(dataSource);
    for (const _ of MIGRATIONS) await dataSource.undoLastMigration();
    expect(await tables(dataSource)).toEqual([]);
    await expect(requireCurrentSchema(dataSource)).rejects.toThrow('claimgraph migrate');
    const done = await Promise.all([migrate(dataSource), migrate(dataSource)]);
    expect(done.flat()).toHaveLength(MIGRATIONS.length);
    expect(await describeSchema(dataSource)).toBe(before);
    await requireCurrentSchema(dataSource);
  });

  it('wait for another process however long a statement may take', async () => {
    const [{ url }] = [dataSource.options as unknown as { url: string }];
    const impatient = await createDataSource({ url, statementTimeout: 50 }).initialize();
    const other = dataSource.createQueryRunner();
    await other.query('SELECT pg_advisory_lock(7164783)');
    const migrating = migrate(impatient);
    const waits = () =>
      dataSource.query(
        `SELECT 1 FROM pg_stat_activity WHERE wait_event = 'advisory' AND now() - query_start > interval '200 ms'
           AND datname = current_database()`,
      );
    await expect.poll(waits, { timeout: 5000 }).toHaveLength(1);
    await other.query('SELECT pg_advisory_unlock(7164783)');
    await other.release();
    expect(await migrating).toEqual([]);
    const [{ statement_timeout: after }] = await impatient.query('SHOW statement_timeout');
    expect(after).toBe('50ms');
    await impatient.destroy();
  });

  it('are refused when a newer program made some', async () => {
    await dataSource.query(
      `INSERT INTO schema_migrations (timestamp, name) VALUES (9000000000000, 'FromTomorrow9000000000000')`,
    );
    await expect(requireCurrentSchema(dataSource)).rejects.toThrow('newer claimgraph');
  });
});
