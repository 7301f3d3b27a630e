import { beforeEach, describe, expect, it } from 'vitest';
import { createReaderPool, ingest, retryRejects } from '../../../src/pipeline/index.js';
import type { OpenSource } from '../../../src/sources/index.js';
import { contentHash, eachReject } from '../../../src/store/index.js';
import { withStore } from '../../support/database.js';
import { asJsonLines, inventedPapers } from '../../support/invented-papers.mjs';
import { linesFile, openFile } from '../../support/sources.js';
import { emptyStore, paperRecord } from '../../support/write-records.js';

describe('an ingest', async () => {
  const store = await withStore();
  const pool = createReaderPool(1);
  beforeEach(() => emptyStore(store));

  const rejects = async () => {
    const found = [];
    for await (const reject of eachReject(store.dataSource)) found.push(reject);
    return found.sort((a, b) => a.position.localeCompare(b.position));
  };
  const runs = () =>
    store.dataSource.query('SELECT * FROM ingest_runs ORDER BY id') as Promise<
      Record<string, unknown>[]
    >;

  it('stores everything and keeps counts that add up', async () => {
    const records = inventedPapers(130).map((paper, place) =>
      place % 30 === 7 ? { id: paper.id, title: paper.title } : paper,
    );
    const text = asJsonLines([...records, records[3] as object]);
    const report = await ingest(await openFile(linesFile(`${text}{"id": broken\n{"id":"x"}\n`)), {
      store,
      pool,
    });
    expect(report).toMatchObject({
      ...{ status: 'done', read: 133, stored: 130, unchanged: 1, merged: 0, rejected: 2 },
      ...{ withoutAbstract: 5, resumedAfter: 0 },
    });
    expect(await runs()).toMatchObject([{ status: 'done', read: '133', stored: '130' }]);
    expect(await rejects()).toMatchObject([
      { position: 'line 132', source: 'json', raw: '{"id": broken' },
      { position: 'line 133', reason: expect.stringMatching(/neither a title nor an abstract/) },
    ]);
  });

  it('goes on where it was stopped, and comes to the same', async () => {
    const file = linesFile(asJsonLines(inventedPapers(420)));
    await ingest(await openFile(file), { store, pool });
    const undisturbed = await contentHash(store.dataSource);
    await emptyStore(store);
    const stop = new AbortController();
    const first = await ingest(await openFile(file), {
      ...{ store, pool, signal: stop.signal },
      onProgress: () => stop.abort(),
    });
    expect(first.status).toBe('stopped');
    expect(first.read).toBeLessThan(420);
    const second = await ingest(await openFile(file), { store, pool });
    expect(second).toMatchObject({
      ...{ status: 'done', runId: first.runId, resumedAfter: first.read },
      ...{ read: 420, stored: 420 },
    });
    expect(await contentHash(store.dataSource)).toEqual(undisturbed);
    const third = await ingest(await openFile(file), { store, pool });
    expect(third).toMatchObject({ read: 420, stored: 0, unchanged: 420, resumedAfter: 0 });
    expect(await contentHash(store.dataSource)).toEqual(undisturbed);
  });

  it('tells how far it has written, whatever it has read ahead', async () => {
    let given = 0;
    const source: OpenSource = {
      ...{ name: 'a list', format: 'json', totalBytes: 1000 },
      bytesRead: () => given,
      position: () => null,
      async *items() {
        for (const { id, title, abstract } of inventedPapers(1000)) {
          given++;
          const record = paperRecord({ id, title, abstract });
          yield { record, position: { record: given, line: given }, raw: '' };
        }
      },
    };
    const told: number[] = [];
    await ingest(source, {
      ...{ store, pool },
      onProgress: ({ bytes, read }) => told.push(bytes - read),
    });
    expect(told).toEqual([0, 0, 0, 0, 0]);
  });

  it('asks a list in pages again from the page that it stood at', async () => {
    const asked: number[] = [];
    const PAGE = 150;
    const list = (): OpenSource => {
      let at = { url: 'https://list.example/0', records: 0 };
      return {
        ...{ name: 'https://list.example/0', format: 'json', totalBytes: null },
        bytesRead: () => 0,
        position: () => at,
        async *items(from = null) {
          at = from ?? at;
          for (; at.records < 600; at = { ...at, records: at.records + PAGE }) {
            asked.push(at.records);
            for (const paper of inventedPapers(600).slice(at.records, at.records + PAGE)) {
              const position = { record: 1, line: null };
              yield { record: paperRecord(paper), position, raw: '' };
            }
          }
        },
      };
    };
    const stop = new AbortController();
    const first = await ingest(list(), {
      ...{ store, pool, signal: stop.signal },
      onProgress: () => stop.abort(),
    });
    expect(first).toMatchObject({ status: 'stopped', read: 200 });
    asked.length = 0;
    const second = await ingest(list(), { store, pool });
    expect(second).toMatchObject({ runId: first.runId, status: 'done', read: 600, stored: 600 });
    expect(asked).toEqual([150, 300, 450]);
  });

  it('puts what the database does not take among the rejects, and stores the rest', async () => {
    await store.dataSource.query(
      `ALTER TABLE documents ADD CONSTRAINT for_the_test CHECK (title <> 'Refused')`,
    );
    const records = inventedPapers(20).map((paper, place) =>
      place === 11 ? { ...paper, title: 'Refused' } : paper,
    );
    const report = await ingest(await openFile(linesFile(asJsonLines(records))), { store, pool });
    expect(report).toMatchObject({ read: 20, stored: 19, rejected: 1 });
    expect(await rejects()).toMatchObject([
      { position: 'line 12', reason: expect.stringMatching(/for_the_test/) },
    ]);
    expect(await retryRejects(store, pool, {})).toEqual({ tried: 1, solved: 0, remaining: 1 });
    await store.dataSource.query('ALTER TABLE documents DROP CONSTRAINT for_the_test');
    expect(await retryRejects(store, pool, {})).toEqual({ tried: 1, solved: 1, remaining: 0 });
    expect(await rejects()).toEqual([]);
    const [{ count }] = await store.dataSource.query('SELECT count(*)::int FROM papers');
    expect(count).toBe(20);
  });

  it('keeps rejects that still cannot be read, once, with the reason of now', async () => {
    const file = linesFile(`${asJsonLines(inventedPapers(2))}{"id": broken\n`);
    await ingest(await openFile(file), { store, pool });
    const before = await rejects();
    expect(await retryRejects(store, pool, {})).toEqual({ tried: 1, solved: 0, remaining: 1 });
    const reason = expect.stringMatching(/broken JSON/);
    expect(await rejects()).toEqual(before.map((reject) => ({ ...reject, reason })));
  });

  it('stores what no text column can hold, one character for one', async () => {
    const file = linesFile(
      '{"id":"n","title":"A\\u0000B \\ud800 C","abstract":"It is 3x faster than \\u0000 ResNet-50."}\n',
    );
    expect(await ingest(await openFile(file), { store, pool })).toMatchObject({ stored: 1 });
    const [{ title }] = await store.dataSource.query('SELECT title FROM papers');
    expect(title).toBe('A\ufffdB \ufffd C');
  });

  it('notices in its hash when a single value is another one', async () => {
    const file = linesFile(asJsonLines(inventedPapers(3)));
    await ingest(await openFile(file), { store, pool });
    const before = await contentHash(store.dataSource);
    await store.dataSource.query(
      'UPDATE results SET value = value + 1 WHERE id = (SELECT min(id::text)::uuid FROM results)',
    );
    expect((await contentHash(store.dataSource)).results).not.toEqual(before.results);
  });
});
