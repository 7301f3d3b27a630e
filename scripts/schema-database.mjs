/** Writes schema/database.sql from a fresh database after all migrations (run by `npm run schema`). */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeSchema } from '../dist/src/store/describe-schema.js';
import { openStore } from '../dist/src/store/index.js';

const dataFolder = mkdtempSync(join(tmpdir(), 'claimgraph-schema-'));
const store = await openStore({
  databaseUrl: null,
  databaseReplicaUrls: [],
  dataFolder,
  maxConnections: 2,
});
try {
  writeFileSync('schema/database.sql', await describeSchema(store.dataSource));
} finally {
  await store.close();
  rmSync(dataFolder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
}
