import type { PaperRecord } from '../../src/domain/index.js';
import { createPaperReader, describeMetric } from '../../src/pipeline/index.js';
import { type Outcome, type Store, writePapers, writeTransaction } from '../../src/store/index.js';

const reader = createPaperReader();

/** A record with nothing but what is given. */
export function paperRecord(parts: Partial<PaperRecord>): PaperRecord {
  return {
    ...{ id: null, title: null, abstract: null, authors: [], publishedAt: null, updatedAt: null },
    ...{ arxivId: null, arxivVersion: null, doi: null, openAlexId: null, s2Id: null, url: null },
    ...{ source: 'json' },
    ...parts,
  };
}

/**
 * Reads records and writes them in one transaction, as a batch of an ingest is.
 * @param version to give the readings out as those of another version of the rules
 */
export function writeRecords(
  store: Store,
  records: readonly PaperRecord[],
  version = reader.extractorVersion,
): Promise<readonly Outcome[]> {
  const read = records.map((record, place) => ({
    ...{ record, position: `line ${place + 1}` },
    extraction: {
      ...reader.read(record.title, record.abstract),
      extractorVersion: version,
    },
  }));
  const context = { origin: 'test.jsonl', reader, describeMetric };
  return writeTransaction(store.dataSource, (manager) => writePapers(manager, read, context));
}

/** Empties every table that an ingest fills. */
export async function emptyStore(store: Store): Promise<void> {
  for (const table of [
    ...['papers', 'methods', 'datasets', 'tasks', 'metrics', 'rejects', 'corrections'],
    ...['forgotten_papers', 'ingest_runs'],
  ]) {
    await store.dataSource.query(`DELETE FROM ${table}`);
  }
}
