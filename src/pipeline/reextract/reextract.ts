import type { Extraction } from '../../domain/index.js';
import {
  countStale,
  discardWaiting,
  pruneAllCanonical,
  readingRows,
  readingsById,
  type StaleDocument,
  type Store,
  staleDocuments,
  switchReadings,
  type WaitingPair,
  waitingPairs,
  writeTransaction,
  writeWaiting,
} from '../../store/index.js';
import { describeMetric } from '../metric-facts.js';
import { createPaperReader } from '../paper-reader.js';
import { withPatience } from '../patience.js';
import type { ReaderPool } from '../reader-pool.js';
import { compareReadings, type Differences } from './compare-readings.js';
import {
  addDifferences,
  type DifferenceCounts,
  differs,
  NO_DIFFERENCES,
} from './difference-counts.js';

export interface ReextractOptions {
  readonly store: Store;
  readonly pool: ReaderPool;
  /**
   * `compare` reads what is out of date, keeps it beside the active readings and compares; `dry-run` keeps
   * nothing; `switch` makes the new readings the active ones as well; `discard` drops those that wait.
   */
  readonly mode: 'compare' | 'dry-run' | 'switch' | 'discard';
  /** Called for each paper that is read differently. */
  readonly onDifference?: (paperKey: string, differences: Differences) => Promise<void>;
  /** Called after each batch, with the papers done of all that are out of date. */
  readonly onProgress?: (done: number, all: number) => void;
  /** Ends after the batch under way; run again it goes on. */
  readonly signal?: AbortSignal;
}

export interface ReextractReport {
  readonly extractorVersion: string;
  /** Papers read by this run. */
  readonly read: number;
  /** Papers compared, those that an earlier run read included. */
  readonly compared: number;
  /** Of them, read differently. */
  readonly changed: number;
  readonly differences: DifferenceCounts;
  readonly switched: number;
  readonly discarded: number;
  readonly stopped: boolean;
}

const BATCH = 200;

/**
 * Reads again what another version of the rules read, beside the readings that people see, in batches of
 * one transaction each. May be killed at any moment and run again.
 */
export async function reextract(options: ReextractOptions): Promise<ReextractReport> {
  const { store, mode } = options;
  const version = createPaperReader().extractorVersion;
  const report = new Report(version, options);
  if (mode === 'discard') return report.end(await discard(store, null));
  // Readings of a version that was never switched to are of no use to this one.
  if (mode !== 'dry-run') await discard(store, version);
  await readStale(options, version, report);
  if (mode === 'dry-run' || options.signal?.aborted) return report.end();
  await compareWaiting(options, version, report);
  if (mode === 'switch') await switchAll(options, version, report);
  return report.end();
}

class Report {
  read = 0;
  private compared = 0;
  private changed = 0;
  private differences = NO_DIFFERENCES;
  switched = 0;

  constructor(
    private readonly version: string,
    private readonly options: ReextractOptions,
  ) {}

  async compare(paperKey: string, differences: Differences): Promise<void> {
    this.compared++;
    if (!differs(differences)) return;
    this.changed++;
    this.differences = addDifferences(this.differences, differences);
    await this.options.onDifference?.(paperKey, differences);
  }

  end(discarded = 0): ReextractReport {
    const { read, compared, changed, differences, switched } = this;
    const stopped = this.options.signal?.aborted ?? false;
    const extractorVersion = this.version;
    return { extractorVersion, read, compared, changed, differences, switched, discarded, stopped };
  }
}

function discard({ dataSource }: Store, keep: string | null): Promise<number> {
  return withPatience(() =>
    writeTransaction(dataSource, (manager) => discardWaiting(manager, keep)),
  );
}

async function readStale(
  options: ReextractOptions,
  version: string,
  report: Report,
): Promise<void> {
  const { store, pool, mode, signal } = options;
  const all = await withPatience(() => countStale(store.dataSource, version));
  let after: string | null = null;
  while (!signal?.aborted) {
    const last: string | null = after;
    const page: readonly StaleDocument[] = await withPatience(() =>
      staleDocuments(store.dataSource, version, last, BATCH),
    );
    if (page.length === 0) return;
    const extractions = await readWithPool(pool, page);
    const read = page.map((document, place) => ({
      document,
      extraction: extractions[place] as Extraction,
    }));
    if (mode === 'dry-run') await compareUnstored(store, read, report);
    else {
      await withPatience(() =>
        writeTransaction(store.dataSource, (manager) =>
          writeWaiting(manager, read, describeMetric),
        ),
      );
    }
    report.read += page.length;
    options.onProgress?.(report.read, all);
    after = page.at(-1)?.extractionId ?? null;
  }
}

/** One page over all threads of the pool. */
async function readWithPool(
  pool: ReaderPool,
  page: readonly StaleDocument[],
): Promise<readonly Extraction[]> {
  const share = Math.ceil(page.length / pool.workers);
  const texts = page.map(({ title, abstract }) => ({ title, abstract }));
  const parts = Array.from({ length: pool.workers }, (_, at) =>
    texts.slice(at * share, (at + 1) * share),
  );
  return (await Promise.all(parts.map((part) => pool.read(part)))).flat();
}

async function compareUnstored(
  { dataSource }: Store,
  read: readonly { readonly document: StaleDocument; readonly extraction: Extraction }[],
  report: Report,
): Promise<void> {
  const ids = read.map(({ document }) => document.extractionId);
  const stored = await withPatience(() => readingsById(dataSource, ids));
  for (const { document, extraction } of read) {
    const before = stored.get(document.extractionId);
    const after = readingRows(document, extraction, false);
    if (before) await report.compare(document.paperKey, compareReadings(before, after));
  }
}

async function compareWaiting(
  { store, signal }: ReextractOptions,
  version: string,
  report: Report,
): Promise<void> {
  let after: string | null = null;
  while (!signal?.aborted) {
    const last: string | null = after;
    const pairs: readonly WaitingPair[] = await withPatience(() =>
      waitingPairs(store.dataSource, version, last, BATCH),
    );
    if (pairs.length === 0) return;
    const ids = pairs.flatMap(({ activeId, waitingId }) => [activeId, waitingId]);
    const readings = await withPatience(() => readingsById(store.dataSource, ids));
    for (const { paperKey, activeId, waitingId } of pairs) {
      const [before, now] = [readings.get(activeId), readings.get(waitingId)];
      if (before && now) await report.compare(paperKey, compareReadings(before, now));
    }
    after = pairs.at(-1)?.waitingId ?? null;
  }
}

async function switchAll(
  { store, signal }: ReextractOptions,
  version: string,
  report: Report,
): Promise<void> {
  while (!signal?.aborted) {
    const switched = await withPatience(() =>
      writeTransaction(store.dataSource, (manager) => switchReadings(manager, version, BATCH)),
    );
    if (switched === 0) break;
    report.switched += switched;
  }
  await withPatience(() => writeTransaction(store.dataSource, pruneAllCanonical));
}
