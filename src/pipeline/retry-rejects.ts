import type { PaperReader } from '../domain/index.js';
import { adapterNamed, SOURCES } from '../sources/index.js';
import { eachReject, type RejectFilter, type Store, type StoredReject } from '../store/index.js';
import { writeBatch } from './batch-writer.js';
import { describeMetric } from './metric-facts.js';
import { createPaperReader } from './paper-reader.js';
import { withPatience } from './patience.js';
import { type PlacedItem, placedItem, prepareBatch, readBatchOf } from './prepare-batch.js';
import type { ReaderPool } from './reader-pool.js';
import { PAPER_RECORD, storedRecord } from './stored-reject.js';

export interface RetryReport {
  readonly tried: number;
  /** Rejects whose records are stored now, or were stored already. */
  readonly solved: number;
  readonly remaining: number;
}

/**
 * Reads rejects again with the present code: those that can be read are stored and leave the list, the
 * others stay with the present reason.
 */
export async function retryRejects(
  store: Store,
  pool: ReaderPool,
  filter: RejectFilter,
  signal?: AbortSignal,
): Promise<RetryReport> {
  const reader = createPaperReader();
  const report = { tried: 0, solved: 0, remaining: 0 };
  // One at a time: a record that ends its batch must not take others with it.
  for await (const reject of eachReject(store.dataSource, filter)) {
    if (signal?.aborted) break;
    const solved = await retryOne(store, pool, reader, reject);
    report.tried++;
    report[solved ? 'solved' : 'remaining']++;
  }
  return report;
}

async function retryOne(
  store: Store,
  pool: ReaderPool,
  reader: PaperReader,
  reject: StoredReject,
): Promise<boolean> {
  const items = await itemsOf(reject);
  const faults = items.flatMap((item) => ('reject' in item ? [item.reject] : []));
  const solvable = items.length > 0 && faults.length === 0;
  if (!solvable && faults.length === 0) return false;
  const batch = solvable
    ? {
        ...readBatchOf(await withPatience(() => prepareBatch(items, { store, pool }))),
        retried: [reject.id],
      }
    : { records: [], rejects: [{ ...reject, reason: faults[0]?.reason ?? reject.reason }] };
  const context = { store, origin: reject.origin, runId: null, reader, describeMetric };
  const outcome = await writeBatch(context, batch, async () => true);
  return solvable && outcome?.rejected === 0;
}

/** What the present code reads out of a reject's raw text; nothing where that is not kept. */
async function itemsOf({ origin, source, position, raw }: StoredReject): Promise<PlacedItem[]> {
  if (source === PAPER_RECORD) {
    const record = storedRecord(raw);
    return record ? [{ record, position }] : [];
  }
  if (raw === '' || !SOURCES.some(({ name }) => name === source)) return [];
  const items: PlacedItem[] = [];
  async function* text() {
    yield raw;
  }
  for await (const item of adapterNamed(source).read(text())) {
    const placed = placedItem({ name: origin, format: source }, item);
    items.push('record' in placed ? { ...placed, position } : placed);
  }
  return items;
}
