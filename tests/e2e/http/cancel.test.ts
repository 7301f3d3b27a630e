import { describe, expect, it } from 'vitest';
import { ask } from '../../support/ask.js';
import { holdTable } from '../../support/held-table.js';
import { PAPERS } from '../../support/papers.js';
import { withServer } from '../../support/server.js';

const QUERY = '{ results(first: 1) { nodes { value } } }';

describe('a slow statement', async () => {
  const quick = await withServer({ papers: PAPERS, settings: { REQUEST_TIMEOUT: '700' } });
  const patient = await withServer({ papers: PAPERS, settings: { REQUEST_TIMEOUT: '60000' } });

  it('is answered with TIMEOUT and leaves no statement behind', async () => {
    const hold = await holdTable(quick.databaseUrl, 'results');
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
    const hold = await holdTable(patient.databaseUrl, 'results');
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
