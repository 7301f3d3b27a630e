import type { EntityManager } from 'typeorm';
import type { Extraction, PaperReader, PaperRecord } from '../../domain/index.js';
import { applyChanges } from './apply-changes.js';
import type { DescribeMetric } from './canonical-writer.js';
import { forgetPapers, forgottenAmong } from './forget.js';
import { documentIdOf, keysOf, paperIdOf } from './identity.js';
import { type KeptRecord, keptRecord, mergeRecords } from './merge.js';
import { groupByKey, type PaperGroup, type StoredPaper, storedPapers } from './paper-groups.js';
import type { NewReading, PaperChange } from './paper-rows.js';

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

/** A record as it is to be kept, with its text. */
export interface KeptItem {
  readonly record: PaperRecord;
  readonly kept: KeptRecord;
  /** Null: the text is read when it turns out to be the one that is wanted. */
  readonly extraction: Extraction | null;
}

/** With its place among the items of the call. */
type Item = KeptItem & { readonly place: number };

/**
 * Writes records and their readings, merged with what is stored; to be called in a `writeTransaction`.
 * @returns what became of each record, in the order of `records`: `stored` for a new or newer text of its
 * source, `merged` for another source's record of a known paper, `forgotten` for a withdrawn paper
 */
export function writePapers(
  manager: EntityManager,
  records: readonly ReadRecord[],
  context: WriteContext,
): Promise<readonly Outcome[]> {
  const items = records.map(({ record, position, extraction }) => ({
    ...{ record, extraction },
    kept: keptRecord(record, context.origin, position),
  }));
  return writeKept(manager, items, context);
}

/** The same for records that are kept already, such as those of a backup. */
export async function writeKept(
  manager: EntityManager,
  kept: readonly KeptItem[],
  context: WriteContext,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = kept.map(() => 'unchanged');
  const items = kept.map((item, place) => ({ ...item, place }));
  const keys = [...new Set(items.flatMap(({ record }) => keysOf(record)))];
  const stored = await storedPapers(manager, keys);
  const forgotten = await forgottenAmong(manager, keys);
  const changes: PaperChange[] = [];
  for (const group of groupByKey(items, stored)) {
    const refused = group.keys.find((key) => forgotten.has(key));
    if (refused !== undefined) {
      for (const { place } of group.items) outcomes[place] = 'forgotten';
      await forgetPapers(manager, group.stored, group.keys, forgotten.get(refused) as string);
    } else if (tellOutcomes(group, outcomes)) {
      changes.push(await changeOf(manager, group, context.reader));
    }
  }
  if (changes.length > 0) await applyChanges(manager, changes, context.describeMetric);
  return outcomes;
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
    ? readingOf(item, reader)
    : await readAgain(manager, group.stored, contentHash, reader);
  const hasCode = reading.extraction.links.some(({ kind }) => kind === 'code');
  return { ...common, hasCode, reading };
}

function readingOf({ record, extraction }: Item, reader: PaperReader): NewReading {
  const { title, abstract } = record;
  return { title, abstract, extraction: extraction ?? reader.read(title, abstract) };
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
