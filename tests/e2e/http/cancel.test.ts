import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { ask } from '../../support/ask.js';
import { PAPERS } from '../../support/papers.js';
import { type TestServer, withServer } from '../../support/server.js';

const QUERY = '{ results(first: 1) { nodes { value } } }';

/** Holds the results, so that every query of them waits, as a slow statement does. */
async function holdResults(server: TestServer) {
  const connect = async () => {
    const client = new pg.Client({ connectionString: server.databaseUrl });
    await client.connect();
    return client;
  };
  const [holder, watcher] = await Promise.all([connect(), connect()]);
  await holder.query('BEGIN');
  await holder.query('LOCK TABLE results IN ACCESS EXCLUSIVE MODE');
  return {
    /** Statements that wait for the results. */
    async waiting(): Promise<number> {
      const { rows } = await watcher.query(
        "SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
      );
      return rows[0].n;
    },
    async release(): Promise<void> {
      await Promise.all([holder.end(), watcher.end()]);
    },
  };
}

describe('a slow statement', async () => {
  const quick = await withServer({ papers: PAPERS, settings: { REQUEST_TIMEOUT: '700' } });
  const patient = await withServer({ papers: PAPERS, settings: { REQUEST_TIMEOUT: '60000' } });

  it('is answered with TIMEOUT and leaves no statement behind', async () => {
    const hold = await holdResults(quick);
    const asking = ask(quick, QUERY);
    await expect.poll(hold.waiting).toBe(1);
    const answer = await asking;
    expect([answer.status, answer.codes]).toEqual([504, ['TIMEOUT']]);
    expect(answer.milliseconds).toBeLessThan(2000);
    await expect.poll(hold.waiting).toBe(0);
    await hold.release();
    expect((await ask(quick, QUERY)).data.results.nodes).toHaveLength(1);
  });

  it('is cancelled in the database when the client goes', async () => {
    const hold = await holdResults(patient);
    const clients = Array.from({ length: 12 }, () => new AbortController());
    const requests = clients.map(({ signal }) =>
      fetch(`${patient.url}/graphql?query=${encodeURIComponent(QUERY)}`, { signal }).catch(
        () => null,
      ),
    );
    // Ten hold all the connections there are; two wait for one.
    await expect.poll(hold.waiting, { timeout: 5000 }).toBe(10);
    for (const client of clients) client.abort();
    await Promise.all(requests);
    await expect.poll(hold.waiting, { timeout: 3000 }).toBe(0);
    await hold.release();
    const after = await Promise.all(Array.from({ length: 12 }, () => ask(patient, QUERY)));
    expect(after.map(({ codes }) => codes)).toEqual(Array(12).fill([]));
  });
});
