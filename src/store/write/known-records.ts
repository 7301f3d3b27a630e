import type { DataSource } from 'typeorm';
import type { PaperRecord } from '../../domain/index.js';
import { recordHashOf, recordIdOf } from './identity.js';

/**
 * Which records are stored exactly so: they need no reading. One query for all.
 * @returns one answer for each record, in order
 */
export async function areKnown(
  dataSource: DataSource,
  records: readonly PaperRecord[],
): Promise<readonly boolean[]> {
  if (records.length === 0) return [];
  const ids = records.map(recordIdOf);
  const rows: { id: string; record_hash: string }[] = await dataSource.query(
    'SELECT id, record_hash FROM paper_records WHERE id = ANY($1::uuid[])',
    [ids],
  );
  const hashes = new Map(rows.map(({ id, record_hash }) => [id, record_hash]));
  return records.map((record, place) => hashes.get(ids[place] as string) === recordHashOf(record));
}
