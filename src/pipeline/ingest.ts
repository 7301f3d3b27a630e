import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { ClaimgraphError, type PaperReader, type PaperRecord } from '../domain/index.js';
import type { OpenSource, Position, SourceItem } from '../sources/index.js';
import {
  advanceRun,
  areKnown,
  closeRun,
  hashOf,
  type IngestCounts,
  openRun,
  type Run,
  type Store,
} from '../store/index.js';
import { type BatchContext, type ReadBatch, withPatience, writeBatch } from './batch-writer.js';
import { batchesOf } from './batches.js';
import { describeMetric } from './metric-facts.js';
import { createPaperReader } from './paper-reader.js';
import type { ReaderPool } from './reader-pool.js';
import { storableRecord, storableText } from './storable.js';

export interface IngestProgress extends IngestCounts {
  /** Of the input read so far, and all of it; null where that is not known. */
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
  /** `stopped` when `signal` ended it early. */
  readonly status: 'done' | 'stopped';
  /** Items passed over because an earlier run, which ended early, had written them. */
  readonly resumedAfter: number;
}

/**
 * Reads a source to its end and stores it, in batches of one transaction each. May be killed at any moment
 * and run again: it goes on after the last batch written, and writes nothing twice.
 * @throws ClaimgraphError when the database stays away; the run can be gone on with
 */
export async function ingest(source: OpenSource, options: IngestOptions): Promise<IngestReport> {
  const { dataSource } = options.store;
  const holder = dataSource.createQueryRunner('master');
  let run: Run | null = null;
  try {
    run = await openRun(holder, source.name, originKeyOf(source), source.format);
    const { last, stopped } = await ingestRun(source, run, options);
    const status = stopped ? 'stopped' : 'done';
    await withPatience(() => closeRun(dataSource, last, status));
    return { ...last.counts, runId: run.id, status, resumedAfter: run.items };
  } catch (error) {
    const sentence = `${source.name}: reading or storing failed (${(error as Error).message}); run the same command again to go on.`;
    if (run) await closeRun(dataSource, run, 'failed', sentence).catch(() => undefined);
    if (error instanceof ClaimgraphError) throw error;
    throw new ClaimgraphError('SERVICE_UNAVAILABLE', sentence, { cause: error });
  } finally {
    await holder.release().catch(() => undefined);
  }
}

/** Of a file and its content; null for what cannot be read from the start again. */
function originKeyOf({ name, format }: OpenSource): string | null {
  const path = resolve(name);
  const file = statSync(path, { throwIfNoEntry: false });
  return file?.isFile() ? hashOf(path, format, file.size, file.mtimeMs) : null;
}

async function ingestRun(
  source: OpenSource,
  first: Run,
  options: IngestOptions,
): Promise<{ last: Run; stopped: boolean }> {
  const reader = createPaperReader();
  const context: BatchContext = {
    store: options.store,
    origin: source.name,
    format: source.format,
    runId: first.id,
    reader,
    describeMetric,
  };
  let run = first;
  for await (const { items, prepared } of readAhead(source, run.items, options, reader)) {
    const batch = await prepared;
    run = await writeAndNote(context, run, items, batch);
    options.onProgress?.({
      ...run.counts,
      bytes: source.bytesRead(),
      totalBytes: source.totalBytes,
    });
    if (options.signal?.aborted) return { last: run, stopped: true };
  }
  return { last: run, stopped: false };
}

interface PreparedBatch extends ReadBatch {
  /** Records that are stored exactly so and need no writing. */
  readonly known: number;
}

/** Keeps all workers busy while earlier batches are written: two batches a worker are under way. */
async function* readAhead(
  source: OpenSource,
  skip: number,
  { store, pool, signal }: IngestOptions,
  reader: PaperReader,
): AsyncGenerator<{ items: readonly SourceItem[]; prepared: Promise<PreparedBatch> }> {
  const running: { items: readonly SourceItem[]; prepared: Promise<PreparedBatch> }[] = [];
  for await (const items of batchesOf(source.items(), skip)) {
    if (signal?.aborted) break;
    const prepared = prepare(source, items, store, pool, reader);
    // A failure is met when the batch's turn comes; until then it must not count as unhandled.
    prepared.catch(() => undefined);
    running.push({ items, prepared });
    const next = running.length > 2 * pool.workers ? running.shift() : undefined;
    if (next) yield next;
  }
  yield* running;
}

async function prepare(
  source: OpenSource,
  items: readonly SourceItem[],
  store: Store,
  pool: ReaderPool,
  reader: PaperReader,
): Promise<PreparedBatch> {
  const rejects = items.flatMap((item) =>
    'reject' in item
      ? [
          {
            origin: source.name,
            source: source.format,
            position: placeOf(item.reject.position),
            reason: storableText(item.reject.reason),
            raw: storableText(item.reject.raw),
          },
        ]
      : [],
  );
  const records = items.flatMap((item) =>
    'record' in item
      ? [{ record: storableRecord(item.record), position: placeOf(item.position) }]
      : [],
  );
  const known = await withPatience(() =>
    areKnown(
      store.dataSource,
      records.map(({ record }) => record),
    ),
  );
  const fresh = records.filter((_, place) => !known[place]);
  const extractions = fresh.length > 0 ? await pool.read(fresh.map(textOf)) : [];
  return {
    rejects,
    known: records.length - fresh.length,
    records: fresh.map((one, place) => ({
      ...one,
      extraction: extractions[place] ?? reader.read(one.record.title, one.record.abstract),
    })),
  };
}

const textOf = ({ record: { title, abstract } }: { record: PaperRecord }) => ({ title, abstract });

const placeOf = ({ line, record }: Position): string =>
  line === null ? `record ${record}` : `line ${line}`;

async function writeAndNote(
  context: BatchContext,
  run: Run,
  items: readonly SourceItem[],
  batch: PreparedBatch,
): Promise<Run> {
  const withoutAbstract = items.filter(
    (item) => 'record' in item && !item.record.abstract?.trim(),
  ).length;
  const nextRun = (
    add: Pick<IngestCounts, 'stored' | 'unchanged' | 'merged' | 'rejected'>,
  ): Run => ({
    ...run,
    items: run.items + items.length,
    counts: {
      read: run.counts.read + items.length,
      stored: run.counts.stored + add.stored,
      unchanged: run.counts.unchanged + add.unchanged + batch.known,
      merged: run.counts.merged + add.merged,
      rejected: run.counts.rejected + add.rejected,
      withoutAbstract: run.counts.withoutAbstract + withoutAbstract,
    },
  });
  let next = run;
  await writeBatch(context, batch, (manager, outcome) => {
    next = nextRun(outcome);
    return advanceRun(manager, run, next);
  });
  return next;
}
