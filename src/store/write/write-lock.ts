import type { DataSource, EntityManager } from 'typeorm';

/** What writers are handed: everything through it is written together or not at all. */
export type Transaction = EntityManager;

/** Whoever changes papers or readings holds this advisory lock; the number is claimgraph's alone. */
const WRITE_LOCK = '7164784';

/**
 * One transaction that writes papers. Writers on any number of machines take turns: merging looks at papers
 * that another writer may be about to make, and reading, not writing, is what takes the time.
 */
export function writeTransaction<T>(
  dataSource: DataSource,
  work: (manager: EntityManager) => Promise<T>,
): Promise<T> {
  return dataSource.transaction(async (manager) => {
    await manager.query(`SELECT pg_advisory_xact_lock(${WRITE_LOCK})`);
    return work(manager);
  });
}

/** One transaction that changes neither papers nor readings. */
export function transaction<T>(
  dataSource: DataSource,
  work: (manager: EntityManager) => Promise<T>,
): Promise<T> {
  return dataSource.transaction(work);
}

/** Tells readers' caches that something which they can see has changed. */
export async function bumpDataVersion(manager: EntityManager): Promise<void> {
  await manager.query('UPDATE data_version SET version = version + 1, changed_at = now()');
}
