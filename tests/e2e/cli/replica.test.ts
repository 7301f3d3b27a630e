import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../../src/store/index.js';
import { runCli } from '../../support/cli.js';
import { asJsonLines, inventedPapers } from '../../support/invented-papers.mjs';
import { eventually, startCli } from '../../support/processes.js';
import { INSTALLED_POSTGRES, startReplicatedPostgres } from '../../support/streaming-replica.js';

const onLinux = process.platform === 'linux';

describe('a read replica', { timeout: 180_000 }, () => {
  it.skipIf(!onLinux || !INSTALLED_POSTGRES)(
    'answers the API while writes go to the primary (skipped where no Postgres with pg_basebackup is installed)',
    async () => {
      const { primaryUrl, replicaUrl, stop } = await startReplicatedPostgres(
        INSTALLED_POSTGRES ?? '',
      );
      const replica = new pg.Client({ connectionString: replicaUrl });
      replica.on('error', () => undefined);
      const settings = {
        DATABASE_URL: primaryUrl,
        DATABASE_REPLICA_URLS: replicaUrl,
        WORKERS: '1',
      };
      try {
        expect((await runCli(['migrate'], settings)).code).toBe(0);
        const papers = asJsonLines(inventedPapers(5));
        const ingested = await runCli(['ingest', '-', '--json'], settings, papers);
        expect(JSON.parse(ingested.stdout), ingested.stderr).toMatchObject({ stored: 5 });
        await replica.connect();
        await eventually(async () => {
          const { rows } = await replica.query('SELECT count(*)::int AS papers FROM papers');
          return rows[0].papers === 5;
        }, 'replayed');
        const server = startCli(['serve', '--port', '0'], settings);
        const [, url] = await server.until(/answers at\s+(http:\/\/\S+?)\/\s/);
        const answer = await fetch(`${url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: '{"query":"{ papers { totalCount } }"}',
        });
        expect(await answer.json()).toMatchObject({ data: { papers: { totalCount: 5 } } });
        const { rows } = await replica.query(
          `SELECT query FROM pg_stat_activity WHERE application_name = 'claimgraph'`,
        );
        expect(rows.map(({ query }) => query).join(' ')).toMatch(/FROM papers/i);
        server.child.kill('SIGTERM');
        expect(await server.ended).toBe(0);
        const store = await openStore({
          ...{ databaseUrl: primaryUrl, databaseReplicaUrls: [replicaUrl] },
          ...{ dataFolder: '', maxConnections: 2 },
        });
        const inRecovery = await store.dataSource.transaction((manager) =>
          manager.query('SELECT pg_is_in_recovery() AS replica'),
        );
        expect(inRecovery).toEqual([{ replica: false }]);
        await store.close();
      } finally {
        await replica.end().catch(() => undefined);
        await stop();
      }
    },
  );
});
