import type { EntityManager } from 'typeorm';
import { type DescribeMetric, writeCanonical } from './canonical-writer.js';
import { type AffectedPaper, carryCorrections } from './carry-corrections.js';
import { copyRows } from './copy-rows.js';
import { type Columns, insertRows, type Row, replacing } from './insert-rows.js';
import type { StoredPaper } from './paper-groups.js';
import {
  DOCUMENT_COLUMNS,
  documentRow,
  KEY_COLUMNS,
  type NewReading,
  PAPER_COLUMNS,
  type PaperChange,
  paperRow,
  RECORD_COLUMNS,
  readingRowsOf,
  recordRow,
} from './paper-rows.js';
import { pruneCanonical, slugsOfPapers } from './prune-canonical.js';
import { writeReadings } from './reading-writer.js';
import { bumpDataVersion } from './write-lock.js';

/** Writes what becomes of papers, one statement a table. */
export async function applyChanges(
  manager: EntityManager,
  changes: readonly PaperChange[],
  describe: DescribeMetric,
): Promise<void> {
  const replaced = changes.filter((change) => removedBy(change).length > 0);
  const removed = replaced.flatMap(removedBy).map(({ id }) => id);
  const slugs = removed.length > 0 ? await slugsOfPapers(manager, removed) : null;
  const corrections =
    removed.length > 0 ? await carryCorrections(manager, replaced.map(asAffected)) : null;
  // Their readings go with them; what stays of a paper is written anew below.
  if (removed.length > 0) await manager.query('DELETE FROM papers WHERE id = ANY($1)', [removed]);
  const known = changes.filter(({ stored }) => stored.length > 0);
  await writePaperRows(known, (table, columns, rows) =>
    insertRows(
      manager,
      table,
      columns,
      rows,
      replacing(columns, Object.keys(columns)[0] as string),
    ),
  );
  const fresh = changes.filter(({ stored }) => stored.length === 0);
  await writePaperRows(fresh, (table, columns, rows) => copyRows(manager, table, columns, rows));
  const read = changes.filter(({ reading }) => reading);
  await copyRows(manager, 'documents', DOCUMENT_COLUMNS, read.map(documentRow));
  await writeCanonical(
    manager,
    read.map(({ reading }) => (reading as NewReading).extraction),
    describe,
  );
  await writeReadings(manager, read.map(readingRowsOf));
  await keepDates(manager, changes);
  if (corrections) await corrections.restore();
  if (slugs) await pruneCanonical(manager, slugs);
  await bumpDataVersion(manager);
}

/** Writes the rows of papers, their keys and their records, by a way that fits new or known ones. */
async function writePaperRows(
  changes: readonly PaperChange[],
  write: (table: string, columns: Columns, rows: readonly Row[]) => Promise<void>,
): Promise<void> {
  const now = new Date().toISOString();
  await write(
    'papers',
    PAPER_COLUMNS,
    changes.map((change) => ({ ...paperRow(change), changed_at: now })),
  );
  await write(
    'paper_keys',
    KEY_COLUMNS,
    changes.flatMap(({ keys, paperId }) => keys.map((key) => ({ key, paper_id: paperId }))),
  );
  await write(
    'paper_records',
    RECORD_COLUMNS,
    changes.flatMap(({ merged, paperId }) =>
      merged.records.map((kept) => recordRow(kept, paperId)),
    ),
  );
}

/** Stored papers that go: all of them for a new text, else those that are merged into the one that stays. */
function removedBy({ stored, reading, paperId }: PaperChange): readonly StoredPaper[] {
  return reading ? stored : stored.filter(({ id }) => id !== paperId);
}

function asAffected({ stored, merged }: PaperChange): AffectedPaper {
  return {
    oldKeys: stored.map(({ key }) => key),
    newKey: merged.paper.key,
    contentHash: merged.best.contentHash,
  };
}

/** Results keep the date of their paper to sort by: where only that changed, it is changed there too. */
async function keepDates(manager: EntityManager, changes: readonly PaperChange[]): Promise<void> {
  const moved = changes.filter(
    ({ reading, stored, merged }) =>
      !reading && stored.some(({ publishedOn }) => publishedOn !== merged.paper.publishedOn),
  );
  for (const { paperId, merged } of moved) {
    await manager.query('UPDATE results SET published_on = $2 WHERE paper_id = $1', [
      paperId,
      merged.paper.publishedOn,
    ]);
  }
}
