import type { EntityManager } from 'typeorm';
import type { Extraction, PaperReader, PaperRecord } from '../../domain/index.js';
import { type DescribeMetric, writeCanonical } from './canonical-writer.js';
import { type AffectedPaper, carryCorrections } from './carry-corrections.js';
import { documentIdOf, keysOf, paperIdOf } from './identity.js';
import { insertRows, replacing } from './insert-rows.js';
import { type KeptRecord, keptRecord, mergeRecords } from './merge.js';
import { groupByKey, type PaperGroup, type StoredPaper, storedPapers } from './paper-groups.js';
import {
  DOCUMENT_COLUMNS,
  documentRow,
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

/** A record with what was read from its text. */
export interface ReadRecord {
  readonly record: PaperRecord;
  /** Place in the origin, as a person finds it: `line 7`. */
  readonly position: string;
  readonly extraction: Extraction;
}

export type Outcome = 'stored' | 'unchanged' | 'merged' | 'forgotten';

export interface WriteContext {
  readonly origin: string;
  /** Reads the text of a stored paper again where merging gives it another id. */
  readonly reader: PaperReader;
  readonly describeMetric: DescribeMetric;
}

interface Item extends ReadRecord {
  /** Among the records of the call. */
  readonly place: number;
  readonly kept: KeptRecord;
}

/**
 * Writes records and their readings, merged with what is stored; to be called in a `writeTransaction`.
 * @returns what became of each record, in the order of `records`: `stored` for a new or newer text of its
 * source, `merged` for another source's record of a known paper, `forgotten` for a withdrawn paper
 */
export async function writePapers(
  manager: EntityManager,
  records: readonly ReadRecord[],
  context: WriteContext,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = records.map(() => 'unchanged');
  const keys = [...new Set(records.flatMap(({ record }) => keysOf(record)))];
  const forgotten = await forgottenAmong(manager, keys);
  const items: Item[] = [];
  for (const [place, one] of records.entries()) {
    if (keysOf(one.record).some((key) => forgotten.has(key))) outcomes[place] = 'forgotten';
    else items.push({ ...one, place, kept: keptRecord(one.record, context.origin, one.position) });
  }
  const changes: PaperChange[] = [];
  for (const group of groupByKey(items, await storedPapers(manager, keys))) {
    if (tellOutcomes(group, outcomes)) changes.push(await changeOf(manager, group, context.reader));
  }
  if (changes.length > 0) await apply(manager, changes, context.describeMetric);
  return outcomes;
}

async function forgottenAmong(
  manager: EntityManager,
  keys: readonly string[],
): Promise<Set<string>> {
  const rows: { key: string }[] = await manager.query(
    'SELECT key FROM forgotten_papers WHERE key = ANY($1)',
    [keys],
  );
  return new Set(rows.map(({ key }) => key));
}

/** Tells what each record does to its paper; true when any does something. */
function tellOutcomes(group: PaperGroup<Item>, outcomes: Outcome[]): boolean {
  const present = new Map<string, KeptRecord>();
  for (const { records } of group.stored)
    for (const record of records) present.set(record.id, record);
  let known = group.stored.length > 0;
  let changed = group.stored.length > 1;
  for (const item of group.items) {
    const same = present.get(item.kept.id);
    const ranked = same ? mergeRecords([same, item.kept], group.keys).best : item.kept;
    if (ranked !== item.kept || same?.recordHash === item.kept.recordHash) {
      outcomes[item.place] = 'unchanged';
      continue;
    }
    outcomes[item.place] = same || !known ? 'stored' : 'merged';
    present.set(item.kept.id, item.kept);
    known = true;
    changed = true;
  }
  return changed;
}

async function changeOf(
  manager: EntityManager,
  group: PaperGroup<Item>,
  reader: PaperReader,
): Promise<PaperChange> {
  const kept = [
    ...group.stored.flatMap(({ records }) => records),
    ...group.items.map((item) => item.kept),
  ];
  const merged = mergeRecords(kept, group.keys);
  const { contentHash } = merged.best;
  const paperId = paperIdOf(merged.paper.key);
  const documentId = documentIdOf(merged.paper.key, contentHash);
  const common = { paperId, merged, keys: group.keys, documentId, stored: group.stored };
  const current = group.stored.find((paper) => paper.documentId === documentId);
  if (current) return { ...common, hasCode: current.hasCode, reading: null };
  const item = group.items.find(({ kept }) => kept.contentHash === contentHash);
  const reading = item
    ? { title: item.record.title, abstract: item.record.abstract, extraction: item.extraction }
    : await readAgain(manager, group.stored, contentHash, reader);
  const hasCode = reading.extraction.links.some(({ kind }) => kind === 'code');
  return { ...common, hasCode, reading };
}

async function readAgain(
  manager: EntityManager,
  stored: readonly StoredPaper[],
  contentHash: string,
  reader: PaperReader,
): Promise<NewReading> {
  const [text] = await manager.query(
    'SELECT title, abstract FROM documents WHERE paper_id = ANY($1) AND content_hash = $2',
    [stored.map(({ id }) => id), contentHash],
  );
  const { title, abstract } = text as { title: string | null; abstract: string | null };
  return { title, abstract, extraction: reader.read(title, abstract) };
}

async function apply(
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
  const now = new Date().toISOString();
  await insertRows(
    manager,
    'papers',
    PAPER_COLUMNS,
    changes.map((change) => ({ ...paperRow(change), changed_at: now })),
    replacing(PAPER_COLUMNS, 'id'),
  );
  await insertRows(
    manager,
    'paper_keys',
    { key: 'text', paper_id: 'uuid' },
    changes.flatMap(({ keys, paperId }) => keys.map((key) => ({ key, paper_id: paperId }))),
    'ON CONFLICT (key) DO NOTHING',
  );
  await insertRows(
    manager,
    'paper_records',
    RECORD_COLUMNS,
    changes.flatMap(({ merged, paperId }) =>
      merged.records.map((kept) => recordRow(kept, paperId)),
    ),
    replacing(RECORD_COLUMNS, 'id'),
  );
  const read = changes.filter(({ reading }) => reading);
  await insertRows(manager, 'documents', DOCUMENT_COLUMNS, read.map(documentRow));
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
