import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  createReaderPool,
  ingest,
  type QueuedBatch,
  queueIngest,
  workQueue,
} from '../../../src/pipeline/index.js';
import { contentHash, eachReject, openQueue, transaction } from '../../../src/store/index.js';
import { withStore } from '../../support/database.js';
import { asJsonLines, inventedPapers } from '../../support/invented-papers.mjs';
import { linesFile, openFile } from '../../support/sources.js';
import { emptyStore } from '../../support/write-records.js';

describe('the queue', async () => {
  const store = await withStore();
  const pool = createReaderPool(1);
  const queue = await openQueue<QueuedBatch>(store.dataSource);
  const file = linesFile(`${asJsonLines(inventedPapers(240))}{"id": broken\n`);

  beforeEach(async () => {
    await emptyStore(store);
    await store.dataSource.query('DELETE FROM claimgraph_queue.job');
  });

  const runStatus = async () => {
    const [row] = await store.dataSource.query(
      'SELECT status, items, read, stored, rejected FROM ingest_runs',
    );
    return row as Record<string, string>;
  };
  const enqueue = async (wait = false) => queueIngest(await openFile(file), { store, queue, wait });
  /** Lets the lease of every batch that a worker has run out. */
  const letLeasesRunOut = () =>
    store.dataSource.query(
      `UPDATE claimgraph_queue.job SET started_on = now() - interval '1 hour' WHERE state = 'active'`,
    );

  it('gives two workers every batch once, and they come to what one ingest does', async () => {
    await ingest(await openFile(file), { store, pool });
    const alone = await contentHash(store.dataSource);
    await emptyStore(store);
    expect(await enqueue()).toMatchObject({ status: 'queued', read: 0 });
    expect(await runStatus()).toMatchObject({ status: 'queued', items: '241' });
    const work = { store, queue, pool, untilEmpty: true };
    const reports = await Promise.all([workQueue(work), workQueue(work)]);
    expect(reports.reduce((sum, { papers }) => sum + papers, 0)).toBe(241);
    expect(await contentHash(store.dataSource)).toEqual(alone);
    expect(await runStatus()).toEqual({
      ...{ status: 'done', items: '241', read: '241', stored: '240', rejected: '1' },
    });
  });

  it('lets an ingest wait for its workers and report their counts', async () => {
    const [report] = await Promise.all([
      enqueue(true),
      sleep(300).then(() => workQueue({ store, queue, pool, untilEmpty: true })),
    ]);
    expect(report).toMatchObject({ status: 'done', read: 241, stored: 240, rejected: 1 });
  });

  it('takes a batch back from a worker that died; whoever is late has no say', async () => {
    await enqueue();
    const lost = await queue.take();
    if (!lost) throw new Error('nothing was queued');
    await letLeasesRunOut();
    await queue.expire();
    await workQueue({ store, queue, pool, untilEmpty: true });
    expect(await runStatus()).toMatchObject({ status: 'done', read: '241', stored: '240' });
    const late = await transaction(store.dataSource, (manager) => queue.finish(manager, lost));
    expect(late).toBe(false);
  });

  it('turns a batch that ends worker after worker into rejects', async () => {
    await enqueue();
    const first = await queue.take();
    if (!first) throw new Error('nothing was queued');
    await queue.giveBack(first, 'out of memory');
    for (let attempt = 0; attempt < 4; attempt++) {
      await store.dataSource.query(
        'UPDATE claimgraph_queue.job SET start_after = now() - interval $$1 s$$',
      );
      const [job] = await store.dataSource.query(
        `UPDATE claimgraph_queue.job SET state = 'active', started_on = now(), retry_count = retry_count + 1
         WHERE id = $1 RETURNING id`,
        [first.id],
      );
      expect(job).toHaveLength(1);
      await queue.giveBack(first, 'out of memory');
    }
    expect((await queue.sizes()).givenUp).toBe(1);
    await workQueue({ store, queue, pool, untilEmpty: true });
    expect(await runStatus()).toMatchObject({ status: 'done', read: '241', stored: '40' });
    const reasons = [];
    for await (const { reason } of eachReject(store.dataSource)) reasons.push(reason);
    expect(reasons.filter((reason) => reason.includes('out of memory'))).toHaveLength(200);
    expect(await queue.sizes()).toEqual({ waiting: 0, active: 0, givenUp: 0 });
  });

  it('is gone on with when queueing was stopped', async () => {
    const stop = new AbortController();
    stop.abort();
    const stopped = await queueIngest(await openFile(file), {
      ...{ store, queue, wait: false, signal: stop.signal },
    });
    expect(stopped.status).toBe('stopped');
    expect(await enqueue()).toMatchObject({ runId: stopped.runId, status: 'queued' });
    await workQueue({ store, queue, pool, untilEmpty: true });
    expect(await runStatus()).toMatchObject({ status: 'done', stored: '240' });
  });

  it('lets a worker stop at once when nothing is under way', async () => {
    const stop = new AbortController();
    const working = workQueue({ store, queue, pool, signal: stop.signal });
    setTimeout(() => stop.abort(), 100);
    expect(await working).toEqual({ batches: 0, papers: 0, failed: 0 });
  });
});

describe('a queue that several make at once', async () => {
  const store = await withStore();

  it('is there for all of them, and leaves every connection usable', async () => {
    const queues = await Promise.all(
      Array.from({ length: 5 }, () => openQueue<QueuedBatch>(store.dataSource)),
    );
    const sizes = await Promise.all(queues.map((queue) => queue.sizes()));
    expect(sizes).toEqual(queues.map(() => ({ waiting: 0, active: 0, givenUp: 0 })));
  });
});
