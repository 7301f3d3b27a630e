import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { joinEmbedded } from '../../src/store/embedded/client.js';
import { openStore } from '../../src/store/index.js';

/**
 * One Postgres for the whole run: an embedded one in a folder of its own, or the server of
 * TEST_DATABASE_URL, in whose database the schema is made. Test files clone the migrated database.
 */
export default async function setup(project: TestProject): Promise<() => void> {
  const outside = process.env.TEST_DATABASE_URL;
  if (outside) {
    await migrateTemplate(outside);
    project.provide('templateUrl', outside);
    return () => undefined;
  }
  const folder = mkdtempSync(join(tmpdir(), 'claimgraph-test-'));
  const server = await joinEmbedded(folder);
  await migrateTemplate(server.url);
  project.provide('templateUrl', server.url);
  return () => {
    server.release();
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  };
}

/** Leaves no connection behind: a template in use cannot be cloned. */
async function migrateTemplate(databaseUrl: string): Promise<void> {
  const config = { databaseUrl, databaseReplicaUrls: [], dataFolder: '', maxConnections: 2 };
  const store = await openStore(config, { migrate: true });
  await store.close();
}
