import type { DataSource, EntityManager } from 'typeorm';
import type { Extraction } from '../../domain/index.js';
import { type DescribeMetric, writeCanonical } from './canonical-writer.js';
import { applyCorrections } from './carry-corrections.js';
import { pruneAllCanonical } from './prune-canonical.js';
import { type ReadDocument, readingRows } from './reading-rows.js';
import { writeReadings } from './reading-writer.js';
import { bumpDataVersion } from './write-lock.js';

/** A text whose reading is of another version of the rules. */
export interface StaleDocument extends ReadDocument {
  /** Its active reading. */
  readonly extractionId: string;
  readonly title: string | null;
  readonly abstract: string | null;
}

/** A page of the texts that this version has not read yet; `after` is the last reading of the page before. */
export async function staleDocuments(
  dataSource: DataSource,
  version: string,
  after: string | null,
  limit: number,
): Promise<readonly StaleDocument[]> {
  return dataSource.query(
    `SELECT e.id AS "extractionId", e.paper_id AS "paperId", p.key AS "paperKey", d.title, d.abstract,
       p.published_on::text AS "publishedOn", e.document_id AS "documentId", d.content_hash AS "contentHash"
     FROM extractions e JOIN documents d ON d.id = e.document_id JOIN papers p ON p.id = e.paper_id
     WHERE e.active AND e.extractor_version <> $1 AND ($2::uuid IS NULL OR e.id > $2)
       AND NOT EXISTS (SELECT FROM extractions n
         WHERE n.document_id = e.document_id AND n.extractor_version = $1)
     ORDER BY e.id LIMIT $3`,
    [version, after, limit],
  );
}

/** How many papers have an active reading of another version. */
export async function countStale(dataSource: DataSource, version: string): Promise<number> {
  const [row]: { count: number }[] = await dataSource.query(
    'SELECT count(*)::int AS count FROM extractions WHERE active AND extractor_version <> $1',
    [version],
  );
  return row?.count ?? 0;
}

/**
 * Writes readings beside the active ones; readers do not see them before `switchReadings`. Texts that were
 * replaced since they were read are passed over. To be called in a `writeTransaction`.
 * @returns how many were written
 */
export async function writeWaiting(
  manager: EntityManager,
  read: readonly { readonly document: StaleDocument; readonly extraction: Extraction }[],
  describe: DescribeMetric,
): Promise<number> {
  const ids = read.map(({ document }) => document.extractionId);
  const present: { id: string }[] = await manager.query(
    'SELECT id FROM extractions WHERE active AND id = ANY($1)',
    [ids],
  );
  const there = new Set(present.map(({ id }) => id));
  const still = read.filter(({ document }) => there.has(document.extractionId));
  await writeCanonical(
    manager,
    still.map(({ extraction }) => extraction),
    describe,
  );
  await writeReadings(
    manager,
    still.map(({ document, extraction }) => readingRows(document, extraction, false)),
  );
  return still.length;
}

/** A waiting reading and the active one that it would replace. */
export interface WaitingPair {
  readonly paperId: string;
  readonly paperKey: string;
  readonly activeId: string;
  readonly waitingId: string;
}

/** A page of what waits to be switched to. */
export async function waitingPairs(
  source: Pick<DataSource, 'query'> | Pick<EntityManager, 'query'>,
  version: string,
  after: string | null,
  limit: number,
): Promise<readonly WaitingPair[]> {
  return source.query(
    `SELECT n.paper_id AS "paperId", p.key AS "paperKey", o.id AS "activeId", n.id AS "waitingId"
     FROM extractions n JOIN extractions o ON o.paper_id = n.paper_id AND o.active
     JOIN papers p ON p.id = n.paper_id
     WHERE n.extractor_version = $1 AND NOT n.active AND ($2::uuid IS NULL OR n.id > $2)
     ORDER BY n.id LIMIT $3`,
    [version, after, limit],
  );
}

const READING_TABLES = ['mentions', 'results', 'quantities', 'links'] as const;

/**
 * Makes waiting readings of up to `limit` papers the active ones, corrections laid over them, and deletes
 * those they replace. To be called in a `writeTransaction`: readers see the one or the other.
 * @returns how many papers were switched; 0 when none waits
 */
export async function switchReadings(
  manager: EntityManager,
  version: string,
  limit: number,
): Promise<number> {
  const pairs = await waitingPairs(manager, version, null, limit);
  if (pairs.length === 0) return 0;
  const paperIds = pairs.map(({ paperId }) => paperId);
  const waiting = pairs.map(({ waitingId }) => waitingId);
  await manager.query('DELETE FROM extractions WHERE id = ANY($1)', [
    pairs.map(({ activeId }) => activeId),
  ]);
  await manager.query('UPDATE extractions SET active = true WHERE id = ANY($1)', [waiting]);
  for (const table of READING_TABLES) {
    await manager.query(`UPDATE ${table} SET active = true WHERE extraction_id = ANY($1)`, [
      waiting,
    ]);
  }
  await manager.query(
    `UPDATE papers p SET changed_at = now(), has_code = EXISTS (SELECT FROM links l
       WHERE l.paper_id = p.id AND l.active AND l.kind = 'code')
     WHERE p.id = ANY($1)`,
    [paperIds],
  );
  await applyCorrections(
    manager,
    pairs.map(({ paperKey }) => paperKey),
  );
  await bumpDataVersion(manager);
  return pairs.length;
}

/** Deletes waiting readings of all versions but one, or of all; and the names that none speaks of. */
export async function discardWaiting(manager: EntityManager, keep: string | null): Promise<number> {
  const [, count]: [unknown, number] = await manager.query(
    'DELETE FROM extractions WHERE NOT active AND ($1::text IS NULL OR extractor_version <> $1)',
    [keep],
  );
  if (count > 0) await pruneAllCanonical(manager);
  return count;
}

/** Rows of one reading, by table and as they are stored. */
export type StoredReading = Readonly<
  Record<(typeof READING_TABLES)[number], readonly Readonly<Record<string, unknown>>[]>
>;

/** Readings by their ids; what people corrected is shown as it was read. */
export async function readingsById(
  dataSource: DataSource,
  ids: readonly string[],
): Promise<ReadonlyMap<string, StoredReading>> {
  const readings = new Map(
    ids.map((id) => [
      id,
      { mentions: [], results: [], quantities: [], links: [] } as Record<string, object[]>,
    ]),
  );
  for (const table of READING_TABLES) {
    const rows: { extraction_id: string; row: object }[] = await dataSource.query(
      table === 'results'
        ? `SELECT r.extraction_id, to_jsonb(r) || CASE WHEN r.active AND c.id IS NOT NULL
             THEN c.original ELSE '{}' END AS row
           FROM results r LEFT JOIN corrections c ON c.result_id = r.id AND c.status = 'applied'
           WHERE r.extraction_id = ANY($1) ORDER BY r.ordinal`
        : `SELECT t.extraction_id, to_jsonb(t) AS row FROM ${table} t
           WHERE t.extraction_id = ANY($1) ORDER BY t.ordinal`,
      [ids],
    );
    for (const { extraction_id, row } of rows) readings.get(extraction_id)?.[table]?.push(row);
  }
  return readings as unknown as ReadonlyMap<string, StoredReading>;
}
