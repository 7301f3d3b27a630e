import { openStore } from '../../src/store/index.js';

/** Makes the schema in the database that test files clone; leaves no connection, as a template in use cannot be cloned. */
export async function migrateTemplate(databaseUrl: string): Promise<void> {
  const config = { databaseUrl, databaseReplicaUrls: [], dataFolder: '', maxConnections: 2 };
  const store = await openStore(config, { migrate: true });
  await store.close();
}
