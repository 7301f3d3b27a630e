import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { createReaderPool, type ReextractOptions, reextract } from '../../../src/pipeline/index.js';
import { contentHash } from '../../../src/store/index.js';
import { withStore } from '../../support/database.js';
import { inventedPapers } from '../../support/invented-papers.mjs';
import { emptyStore, paperRecord, writeRecords } from '../../support/write-records.js';

describe('reextract', async () => {
  const store = await withStore();
  const pool = createReaderPool(1);
  const { dataSource } = store;
  const run = (mode: ReextractOptions['mode'], more: Partial<ReextractOptions> = {}) =>
    reextract({ store, pool, mode, ...more });
  const one = async (sql: string, ...values: unknown[]) => (await dataSource.query(sql, values))[0];

  const papers = inventedPapers(12).map((paper) => paperRecord(paper));

  beforeEach(async () => {
    await emptyStore(store);
    await writeRecords(store, papers);
  });

  /** Makes the stored readings those of an older version, which read three papers otherwise. */
  async function pretendOlder(): Promise<void> {
    await emptyStore(store);
    await writeRecords(store, papers, 'older');
    const ids: { id: string }[] = await dataSource.query(
      'SELECT min(id::text)::uuid AS id FROM results GROUP BY paper_id ORDER BY paper_id LIMIT 3',
    );
    const [altered, missing, extra] = ids.map(({ id }) => id);
    await dataSource.query(
      `UPDATE results SET value = value + 1, dataset = 'Other' WHERE id = $1`,
      [altered],
    );
    await dataSource.query('DELETE FROM results WHERE id = $1', [missing]);
    await dataSource.query('UPDATE results SET id = $2 WHERE id = $1', [extra, randomUUID()]);
  }

  it('reads nothing where everything is of this version', async () => {
    expect(await run('compare')).toMatchObject({ read: 0, compared: 0, switched: 0 });
  });

  it('keeps new readings beside the active ones until the switch, and tells the differences', async () => {
    const wanted = await contentHash(dataSource);
    await pretendOlder();
    const older = await contentHash(dataSource);
    const changed: string[] = [];
    const report = await run('compare', {
      onDifference: async (paper) => {
        changed.push(paper);
      },
    });
    expect(report).toMatchObject({
      ...{ read: 12, compared: 12, changed: 3, switched: 0 },
      differences: {
        results: { added: 2, removed: 1, altered: 1, fields: { value: 1, dataset: 1 } },
        quantities: { added: 0, removed: 0, altered: 0 },
      },
    });
    expect(changed).toHaveLength(3);
    const active = `SELECT count(*)::int AS papers FROM extractions WHERE active AND extractor_version = 'older'`;
    expect(await one(active)).toEqual({ papers: 12 });
    expect(await run('compare')).toMatchObject({ read: 0, compared: 12, changed: 3 });
    expect(await run('discard')).toMatchObject({ discarded: 12 });
    expect(await contentHash(dataSource)).toEqual(older);
    expect(await run('switch')).toMatchObject({ read: 12, switched: 12 });
    expect(await contentHash(dataSource)).toEqual(wanted);
  });

  it('compares without keeping anything', async () => {
    await pretendOlder();
    const older = await contentHash(dataSource);
    expect(await run('dry-run')).toMatchObject({
      ...{ read: 12, compared: 12, changed: 3 },
      differences: { results: { added: 2, removed: 1, altered: 1 } },
    });
    expect(await contentHash(dataSource)).toEqual(older);
  });

  it('goes on after it was stopped', async () => {
    await pretendOlder();
    const stop = new AbortController();
    stop.abort();
    expect(await run('switch', { signal: stop.signal })).toMatchObject({ stopped: true, read: 0 });
    expect(await run('switch')).toMatchObject({ stopped: false, switched: 12 });
  });

  it('lays corrections over the new reading, and lists those whose result is gone', async () => {
    const rows: { id: string; key: string; hash: string }[] = await dataSource.query(
      `SELECT min(r.id::text) AS id, p.key, d.content_hash AS hash FROM results r
       JOIN papers p ON p.id = r.paper_id JOIN documents d ON d.id = p.document_id
       GROUP BY 2, 3 ORDER BY 2 LIMIT 2`,
    );
    const [kept, lost] = rows;
    const invented = randomUUID();
    await pretendOlder();
    for (const [id, result, row] of [
      [randomUUID(), kept?.id, kept],
      [invented, randomUUID(), lost],
    ] as const) {
      await dataSource.query(
        `INSERT INTO corrections (id, result_id, paper_key, content_hash, status, original, changes, made_by, reason)
         VALUES ($1, $2, $3, $4, 'applied', '{"unit": "%"}', '{"unit": "points"}', 'A. Tester', 'a test')`,
        [id, result, row?.key, row?.hash],
      );
    }
    await run('switch');
    expect(
      await one('SELECT unit, corrected FROM results WHERE id = $1 AND active', kept?.id),
    ).toEqual({
      ...{ unit: 'points', corrected: true },
    });
    expect(await one('SELECT status FROM corrections WHERE id = $1', invented)).toEqual({
      status: 'orphaned',
    });
  });
});
