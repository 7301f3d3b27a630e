import { setTimeout as sleep } from 'node:timers/promises';
import type { PaperReader } from '../domain/index.js';
import {
  addToRun,
  type IngestCounts,
  type IngestQueue,
  type QueuedJob,
  type RejectedRecord,
  type Store,
  writeRejects,
  writeTransaction,
} from '../store/index.js';
import { writeBatch } from './batch-writer.js';
import { describeMetric } from './metric-facts.js';
import { createPaperReader } from './paper-reader.js';
import { isPassing, withPatience } from './patience.js';
import { countsOf, type PlacedItem, prepareBatch, readBatchOf } from './prepare-batch.js';
import type { QueuedBatch } from './queue-ingest.js';
import type { ReaderPool } from './reader-pool.js';
import { PAPER_RECORD } from './stored-reject.js';

export interface WorkOptions {
  readonly store: Store;
  readonly queue: IngestQueue<QueuedBatch>;
  readonly pool: ReaderPool;
  /** Ends the work after the batches under way. */
  readonly signal?: AbortSignal;
  /** Ends the work once the queue is empty, batches of other workers included. */
  readonly untilEmpty?: boolean;
  /** Called after each batch that this worker finished. */
  readonly onBatch?: (report: WorkReport) => void;
}

export interface WorkReport {
  readonly batches: number;
  readonly papers: number;
  /** Batches that failed here and went back. */
  readonly failed: number;
}

const PAUSE = 500;
const EXPIRE_EVERY = 5000;

/** Takes batches from the queue, one a thread and one that is being written, until told to stop. */
export async function workQueue(options: WorkOptions): Promise<WorkReport> {
  const reader = createPaperReader();
  const report = { batches: 0, papers: 0, failed: 0 };
  let lastExpired = 0;
  const lane = async () => {
    while (!options.signal?.aborted) {
      if (Date.now() - lastExpired > EXPIRE_EVERY) {
        lastExpired = Date.now();
        await withPatience(() => options.queue.expire());
      }
      const job = await withPatience(() => options.queue.take());
      if (job) await workOn(job);
      else if (options.untilEmpty && (await isEmpty(options.queue))) return;
      else await sleep(PAUSE, undefined, { signal: options.signal }).catch(() => undefined);
    }
  };
  const workOn = async (job: QueuedJob<QueuedBatch>) => {
    try {
      const counts = await finish(job, options, reader);
      if (!counts) return;
      report.batches++;
      report.papers += counts.read;
      options.onBatch?.(report);
    } catch (error) {
      // Without a server there is nobody to give it back to: its lease runs out.
      if (isPassing(error)) throw error;
      report.failed++;
      await withPatience(() => options.queue.giveBack(job, (error as Error).message));
    }
  };
  await Promise.all(Array.from({ length: options.pool.workers + 1 }, lane));
  return report;
}

async function isEmpty(queue: IngestQueue<QueuedBatch>): Promise<boolean> {
  const { waiting, active, givenUp } = await withPatience(() => queue.sizes());
  return waiting + active + givenUp === 0;
}

/** Stores a batch and takes it off the queue in one transaction; null when another worker was faster. */
async function finish(
  job: QueuedJob<QueuedBatch>,
  options: WorkOptions,
  reader: PaperReader,
): Promise<IngestCounts | null> {
  if (job.givenUp !== null) return rejectAll(job, job.givenUp, options);
  const { store, pool, queue } = options;
  const { runId, origin, items } = job.batch;
  const batch = await withPatience(() => prepareBatch(items, { store, pool }));
  const context = { store, origin: origin.name, runId, reader, describeMetric };
  const outcome = await writeBatch(context, readBatchOf(batch), async (manager, written) => {
    if (!(await queue.finish(manager, job))) return false;
    await addToRun(manager, runId, countsOf(batch, written));
    return true;
  });
  return outcome && countsOf(batch, outcome);
}

/** A batch that ended worker after worker becomes rejects, from where each record can be tried by itself. */
async function rejectAll(
  job: QueuedJob<QueuedBatch>,
  error: string,
  { store, queue }: WorkOptions,
): Promise<IngestCounts | null> {
  const { runId, origin, items } = job.batch;
  const reason = `its batch was given up after several attempts (${error})`;
  const rejects = items.map((item) => asReject(item, origin.name, reason));
  const counts: IngestCounts = {
    ...{ read: items.length, stored: 0, unchanged: 0, merged: 0, rejected: items.length },
    withoutAbstract: items.filter((item) => 'record' in item && !item.record.abstract).length,
  };
  return withPatience(() =>
    writeTransaction(store.dataSource, async (manager) => {
      if (!(await queue.finish(manager, job))) return null;
      await writeRejects(manager, rejects, runId);
      await addToRun(manager, runId, counts);
      return counts;
    }),
  );
}

function asReject(item: PlacedItem, origin: string, reason: string): RejectedRecord {
  if ('reject' in item) return item.reject;
  const { record, position } = item;
  return { origin, source: PAPER_RECORD, position, reason, raw: JSON.stringify(record) };
}
