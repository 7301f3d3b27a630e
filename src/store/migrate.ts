import { type DataSource, MigrationExecutor } from 'typeorm';
import { MIGRATIONS } from '../../migrations/index.js';
import { ClaimgraphError } from '../domain/index.js';

/** Whoever migrates holds this advisory lock; the number means nothing, and is claimgraph's alone. */
const MIGRATION_LOCK = '7164783';

/**
 * Brings the schema up to date; processes that start together wait for the one that does it. No statement of it
 * is given up for taking long, whatever the connections of `dataSource` allow: an index of a full table does.
 * @returns names of the migrations that ran, oldest first; empty when there was nothing to do.
 */
export async function migrate(dataSource: DataSource): Promise<readonly string[]> {
  const holder = dataSource.createQueryRunner('master');
  try {
    await holder.query('SET statement_timeout TO 0');
    await holder.query(`SELECT pg_advisory_lock(${MIGRATION_LOCK})`);
    const executor = new MigrationExecutor(dataSource, holder);
    executor.transaction = 'all';
    const done = await executor.executePendingMigrations();
    return done.map(({ name }) => name);
  } finally {
    await holder.query(`SELECT pg_advisory_unlock(${MIGRATION_LOCK})`).catch(() => undefined);
    await holder.query('RESET statement_timeout').catch(() => undefined);
    await holder.release();
  }
}

/**
 * Checks that the schema is the one this program was written for.
 * @throws ClaimgraphError when migrations are missing, or when a newer program made some.
 */
export async function requireCurrentSchema(dataSource: DataSource): Promise<void> {
  const [{ exists }] = await dataSource.query(
    `SELECT to_regclass('schema_migrations') IS NOT NULL AS exists`,
  );
  const rows: { name: string }[] = exists
    ? await dataSource.query('SELECT name FROM schema_migrations')
    : [];
  const present = new Set(rows.map(({ name }) => name));
  const wanted = MIGRATIONS.map(({ name }) => name);
  if (wanted.some((name) => !present.has(name))) {
    throw new ClaimgraphError(
      'SERVICE_UNAVAILABLE',
      `The database ${dataSource.driver.database} is not of this version: run \`claimgraph migrate\` first.`,
    );
  }
  const unknown = [...present].find((name) => !wanted.includes(name));
  if (unknown) {
    throw new ClaimgraphError(
      'SERVICE_UNAVAILABLE',
      `The database ${dataSource.driver.database} was migrated by a newer claimgraph (${unknown}): use that version.`,
    );
  }
}
