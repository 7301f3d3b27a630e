/** A Postgres of the caller's own that can be stopped and started, made of the embedded binaries. */
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findBinaries } from '../../dist/src/store/embedded/binaries.js';
import {
  answers,
  createCluster,
  DATABASE,
  ensureDatabase,
  startServer,
} from '../../dist/src/store/embedded/cluster.js';
import { databaseUrl, dataFolder, makeFolders } from '../../dist/src/store/embedded/data-folder.js';
import { chooseLaunch } from '../../dist/src/store/embedded/privileges.js';

export async function startOwnPostgres() {
  const root = mkdtempSync(join(tmpdir(), 'claimgraph-own-'));
  const folder = dataFolder(root);
  const binaries = await findBinaries();
  const launch = await chooseLaunch(binaries.postgres);
  makeFolders(folder);
  await createCluster(folder, binaries, launch);
  let child = null;
  const start = async () => {
    child = startServer(folder, binaries, launch);
    while (!(await answers(folder))) {
      if (child.exitCode !== null) throw new Error('Postgres did not start');
      await sleep(50);
    }
  };
  const stop = async () => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    // Fast shutdown: sessions are ended, not waited for.
    child.kill('SIGINT');
    await ended;
  };
  await start();
  await ensureDatabase(folder);
  return {
    url: databaseUrl(folder, DATABASE),
    start,
    stop,
    async remove() {
      await stop();
      rmSync(root, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
    },
  };
}
