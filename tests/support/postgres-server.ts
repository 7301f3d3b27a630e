import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { joinEmbedded } from '../../src/store/embedded/client.js';
import { migrateTemplate } from './template.js';

/** One embedded Postgres for the whole run; test files clone its migrated database. */
export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'claimgraph-test-'));
  const server = await joinEmbedded(folder);
  await migrateTemplate(server.url);
  project.provide('templateUrl', server.url);
  return () => {
    server.release();
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  };
}
