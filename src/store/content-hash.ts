import type { DataSource } from 'typeorm';
import { ENTITIES } from './entities/index.js';

/** Of one table: equal for equal rows, in whatever order they were written. */
export interface TableContent {
  readonly rows: number;
  readonly hash: string;
}

/** Tables that say what happened rather than what is known. */
const RECORDS_OF_RUNNING = ['ingest_runs', 'data_version'];
/** Columns of the kind; times are left out in every table. */
const COLUMNS_OF_RUNNING: Readonly<Record<string, readonly string[]>> = {
  rejects: ['run_id'],
  // Where a record was met first, of the places at which it stands word for word.
  paper_records: ['origin', 'position'],
};

/**
 * What the store holds, as one hash a table: run records and times left out, so that two stores with equal
 * hashes answer every question alike. The rows' hashes are added up, which needs neither memory nor a sort.
 */
export async function contentHash(
  dataSource: DataSource,
): Promise<Readonly<Record<string, TableContent>>> {
  const content: Record<string, TableContent> = {};
  for (const { tableName, columns } of ENTITIES.map((entity) => dataSource.getMetadata(entity))) {
    if (RECORDS_OF_RUNNING.includes(tableName)) continue;
    const names = columns
      .filter(({ type }) => type !== 'timestamptz')
      .map(({ databaseName }) => databaseName)
      .filter((name) => !COLUMNS_OF_RUNNING[tableName]?.includes(name))
      .sort();
    const half = (from: number) => `sum(('x' || substr(hash, ${from}, 16))::bit(64)::bigint)`;
    const [row] = await dataSource.query(
      `SELECT count(*)::int AS rows, concat_ws('/', ${half(1)}, ${half(17)}) AS hash
       FROM (SELECT md5(row(${names.map((name) => `t.${name}`).join(', ')})::text) AS hash FROM ${tableName} t) hashes`,
    );
    content[tableName] = row as TableContent;
  }
  return content;
}
