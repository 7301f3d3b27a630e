import { setTimeout as sleep } from 'node:timers/promises';
import type { OpenSource } from '../sources/index.js';
import {
  advanceRun,
  closeRun,
  type IngestQueue,
  idOf,
  type Run,
  type RunPlace,
  readRun,
  type Store,
  transaction,
} from '../store/index.js';
import { batchesOf } from './batches.js';
import { type IngestProgress, type IngestReport, inRun } from './ingest.js';
import { restartOf, resumeAtOf } from './origin-key.js';
import { withPatience } from './patience.js';
import { type Origin, type PlacedItem, placedItem } from './prepare-batch.js';

/** What a worker gets. */
export interface QueuedBatch {
  readonly runId: string;
  readonly origin: Origin;
  readonly items: readonly PlacedItem[];
}

export interface QueueOptions {
  readonly store: Store;
  readonly queue: IngestQueue<QueuedBatch>;
  /** Whether to stay until workers are done with everything. */
  readonly wait: boolean;
  readonly onProgress?: (progress: IngestProgress) => void;
  /** Ends queueing, or waiting; the run can be gone on with. */
  readonly signal?: AbortSignal;
}

/** The reader waits while so many batches do: the queue holds what workers need, not the whole source. */
const MOST_WAITING = 200;
const PAUSE = 500;

/**
 * Reads a source to its end and queues it in batches for `claimgraph worker` on any machine. May be killed
 * and run again: it goes on after the last batch queued.
 */
export function queueIngest(source: OpenSource, options: QueueOptions): Promise<IngestReport> {
  return inRun(source, options.store, async (run) => {
    const origin = { name: source.name, format: source.format };
    let place: RunPlace = run;
    const { from, skip } = restartOf(run);
    for await (const items of batchesOf(source.items(from), skip)) {
      const resumeAt = resumeAtOf(source);
      await roomInQueue(source, run, options);
      if (options.signal?.aborted) return 'stopped';
      const next = { items: place.items + items.length, resumeAt };
      const placed = items.map((item) => placedItem(origin, item));
      await queueBatch(options, { runId: run.id, origin, items: placed }, place, next);
      place = next;
      if (options.signal?.aborted) return 'stopped';
    }
    if (options.wait) await workersToFinish(source, run, options);
    return 'done';
  });
}

async function queueBatch(
  { store, queue }: QueueOptions,
  batch: QueuedBatch,
  place: RunPlace,
  next: RunPlace,
): Promise<void> {
  const id = idOf('batch', batch.runId, place.items);
  await withPatience(() =>
    transaction(store.dataSource, async (manager) => {
      if (await advanceRun(manager, batch.runId, place, next)) {
        await queue.add(manager, [{ id, batch }]);
      }
    }),
  );
}

async function roomInQueue(source: OpenSource, run: Run, options: QueueOptions): Promise<void> {
  for (;;) {
    const { waiting } = await withPatience(() => options.queue.sizes());
    if (waiting < MOST_WAITING || options.signal?.aborted) return;
    await show(source, run, options);
    await sleep(PAUSE);
  }
}

async function workersToFinish(source: OpenSource, run: Run, options: QueueOptions): Promise<void> {
  await withPatience(() => closeRun(options.store.dataSource, run.id, 'done'));
  while (!options.signal?.aborted) {
    if ((await show(source, run, options)).status === 'done') return;
    await sleep(PAUSE);
  }
}

async function show(source: OpenSource, run: Run, options: QueueOptions): Promise<Run> {
  const now = await withPatience(() => readRun(options.store.dataSource, run.id));
  const { totalBytes } = source;
  // The part of what was read that workers are done with.
  const bytes = (source.bytesRead() * now.counts.read) / Math.max(1, now.items);
  options.onProgress?.({ ...now.counts, bytes, totalBytes });
  return now;
}
