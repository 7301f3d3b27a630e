import type { PaperRecord } from '../domain/index.js';
import type { Position, SourceItem } from '../sources/index.js';
import { areKnown, type IngestCounts, type RejectedRecord, type Store } from '../store/index.js';
import type { BatchOutcome, ReadBatch } from './batch-writer.js';
import { type PackedExtraction, type ReaderPool, unpacked } from './reader-pool.js';
import { storableRecord, storableText } from './storable.js';

/** Where items come from. */
export interface Origin {
  /** File or address, as a person knows it. */
  readonly name: string;
  readonly format: string;
}

/** A record with its place, or one that could not be read: what is read, queued and stored. */
export type PlacedItem =
  | { readonly record: PaperRecord; readonly position: string }
  | { readonly reject: RejectedRecord };

/** Items read and ready to be written. */
export interface PreparedBatch {
  readonly items: number;
  readonly rejects: readonly RejectedRecord[];
  readonly fresh: readonly {
    readonly record: PaperRecord;
    readonly position: string;
    readonly packed: PackedExtraction;
  }[];
  /** Records that are stored exactly so and need no writing. */
  readonly known: number;
  readonly withoutAbstract: number;
}

/** What reading a batch needs. */
export interface Stages {
  readonly store: Store;
  readonly pool: ReaderPool;
}

/** An adapter's item as the store can keep it. */
export function placedItem(origin: Origin, item: SourceItem): PlacedItem {
  if ('record' in item) {
    return { record: storableRecord(item.record), position: placeOf(item.position) };
  }
  const { position, reason, raw } = item.reject;
  return {
    reject: {
      origin: origin.name,
      source: origin.format,
      position: placeOf(position),
      reason: storableText(reason),
      raw: storableText(raw),
    },
  };
}

const placeOf = ({ line, record }: Position): string =>
  line === null ? `record ${record}` : `line ${line}`;

/** Reads the texts of the records that are not stored exactly so. */
export async function prepareBatch(
  items: readonly PlacedItem[],
  { store, pool }: Stages,
): Promise<PreparedBatch> {
  const records = items.flatMap((item) => ('record' in item ? [item] : []));
  const known = await areKnown(
    store.dataSource,
    records.map(({ record }) => record),
  );
  const fresh = records.filter((_, place) => !known[place]);
  const texts = fresh.map(({ record: { title, abstract } }) => ({ title, abstract }));
  const extractions = texts.length > 0 ? await pool.readPacked(texts) : [];
  return {
    items: items.length,
    known: records.length - fresh.length,
    withoutAbstract: records.filter(({ record }) => !record.abstract?.trim()).length,
    rejects: items.flatMap((item) => ('reject' in item ? [item.reject] : [])),
    fresh: fresh.map((one, place) => ({ ...one, packed: extractions[place] as PackedExtraction })),
  };
}

/** The batch as it is written. */
export function readBatchOf({ fresh, rejects }: PreparedBatch): ReadBatch {
  const records = fresh.map(({ record, position, packed }) => {
    return { record, position, extraction: unpacked(packed) };
  });
  return { records, rejects };
}

/** What a written batch adds to its run. */
export function countsOf(batch: PreparedBatch, outcome: BatchOutcome): IngestCounts {
  const { items, known, withoutAbstract } = batch;
  return { ...outcome, read: items, unchanged: outcome.unchanged + known, withoutAbstract };
}
