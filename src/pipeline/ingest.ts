import { ClaimgraphError } from '../domain/index.js';
import type { OpenSource } from '../sources/index.js';
import {
  addToRun,
  advanceRun,
  closeRun,
  type IngestCounts,
  openRun,
  type Run,
  type RunPlace,
  readRun,
  type Store,
} from '../store/index.js';
import { type BatchContext, writeBatch } from './batch-writer.js';
import { batchesOf } from './batches.js';
import { describeMetric } from './metric-facts.js';
import { originKeyOf, restartOf, resumeAtOf } from './origin-key.js';
import { createPaperReader } from './paper-reader.js';
import { withPatience } from './patience.js';
import {
  countsOf,
  type PreparedBatch,
  placedItem,
  prepareBatch,
  readBatchOf,
} from './prepare-batch.js';
import type { ReaderPool } from './reader-pool.js';

export interface IngestProgress extends IngestCounts {
  /** Of the input up to the last batch written, and all of it; null where that is not known. */
  readonly bytes: number;
  readonly totalBytes: number | null;
}

export interface IngestOptions {
  readonly store: Store;
  readonly pool: ReaderPool;
  /** Called after each batch. */
  readonly onProgress?: (progress: IngestProgress) => void;
  /** Ends the run after the batch that is being written; it can be gone on with. */
  readonly signal?: AbortSignal;
}

export interface IngestReport extends IngestCounts {
  readonly runId: string;
  /** `stopped` when `signal` ended it early; `queued` while workers still have batches of it. */
  readonly status: 'done' | 'stopped' | 'queued';
  /** Items passed over because an earlier run, which ended early, was done with them. */
  readonly resumedAfter: number;
}

/**
 * Reads a source to its end and stores it, in batches of one transaction each. May be killed at any moment
 * and run again: it goes on after the last batch written, and writes nothing twice.
 * @throws ClaimgraphError when the database stays away; the run can be gone on with
 */
export async function ingest(source: OpenSource, options: IngestOptions): Promise<IngestReport> {
  return inRun(source, options.store, async (run) => {
    const stopped = await ingestRun(source, run, options);
    return stopped ? 'stopped' : 'done';
  });
}

/** Opens or takes up the run over a source, lets `work` carry it on, and closes it. */
export async function inRun(
  source: OpenSource,
  { dataSource }: Store,
  work: (run: Run) => Promise<'done' | 'stopped'>,
): Promise<IngestReport> {
  const holder = dataSource.createQueryRunner('master');
  let run: Run | null = null;
  try {
    run = await openRun(holder, source.name, originKeyOf(source), source.format);
    const { id, items: resumedAfter } = run;
    const ended = await work(run);
    await withPatience(() => closeRun(dataSource, id, ended));
    const { status, counts } = await withPatience(() => readRun(dataSource, id));
    return { ...counts, runId: id, status: status === 'queued' ? 'queued' : ended, resumedAfter };
  } catch (error) {
    const sentence = `${source.name}: reading or storing failed (${(error as Error).message}); run the same command again to go on.`;
    if (run) await closeRun(dataSource, run.id, 'failed', sentence).catch(() => undefined);
    if (error instanceof ClaimgraphError) throw error;
    throw new ClaimgraphError('SERVICE_UNAVAILABLE', sentence, { cause: error });
  } finally {
    await holder.release().catch(() => undefined);
  }
}

/** Resolves true when the signal ended it early. */
async function ingestRun(source: OpenSource, run: Run, options: IngestOptions): Promise<boolean> {
  const context: BatchContext = {
    store: options.store,
    origin: source.name,
    runId: run.id,
    reader: createPaperReader(),
    describeMetric,
  };
  let place: RunPlace = run;
  let counts = run.counts;
  for await (const batch of readAhead(source, run, options)) {
    const next = { items: place.items + batch.items, resumeAt: batch.resumeAt };
    const outcome = await writeBatch(context, readBatchOf(batch), async (manager, written) => {
      await addToRun(manager, run.id, countsOf(batch, written));
      return advanceRun(manager, run.id, place, next);
    });
    if (outcome) counts = sum(counts, countsOf(batch, outcome));
    place = next;
    options.onProgress?.({ ...counts, bytes: batch.bytes, totalBytes: source.totalBytes });
    if (options.signal?.aborted) return true;
  }
  return false;
}

function sum(a: IngestCounts, b: IngestCounts): IngestCounts {
  return {
    read: a.read + b.read,
    stored: a.stored + b.stored,
    unchanged: a.unchanged + b.unchanged,
    merged: a.merged + b.merged,
    rejected: a.rejected + b.rejected,
    withoutAbstract: a.withoutAbstract + b.withoutAbstract,
  };
}

/** A batch, and where its source stood when its last item came: batches to come are read while it is written. */
type PlacedBatch = PreparedBatch & { readonly resumeAt: string | null; readonly bytes: number };

/** Keeps all workers busy while earlier batches are written: two batches a worker are under way. */
async function* readAhead(
  source: OpenSource,
  place: RunPlace,
  { store, pool, signal }: IngestOptions,
): AsyncGenerator<PlacedBatch> {
  const running: Promise<PlacedBatch>[] = [];
  const { from, skip } = restartOf(place);
  for await (const items of batchesOf(source.items(from), skip)) {
    if (signal?.aborted) break;
    const placed = items.map((item) => placedItem(source, item));
    const place = { resumeAt: resumeAtOf(source), bytes: source.bytesRead() };
    const prepared = withPatience(() => prepareBatch(placed, { store, pool })).then((batch) => ({
      ...batch,
      ...place,
    }));
    // A failure is met when the batch's turn comes; until then it must not count as unhandled.
    prepared.catch(() => undefined);
    running.push(prepared);
    const next = running.length > 2 * pool.workers ? running.shift() : undefined;
    if (next) yield await next;
  }
  yield* running;
}
