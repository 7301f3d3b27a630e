import type { DataSource } from 'typeorm';

export interface StoreCounts {
  readonly papers: number;
  readonly results: number;
  readonly methods: number;
  readonly datasets: number;
}

/** How much is in the store, in one statement. */
export async function readCounts(source: DataSource): Promise<StoreCounts> {
  const [row]: StoreCounts[] = await source.query(
    `SELECT (SELECT count(*)::int FROM papers) AS papers, (SELECT count(*)::int FROM results WHERE active) AS results,
      (SELECT count(*)::int FROM methods) AS methods, (SELECT count(*)::int FROM datasets) AS datasets`,
  );
  return row as StoreCounts;
}

/** Whether the store holds the bundled sample and nothing else. */
export async function isSampleStore(source: DataSource): Promise<boolean> {
  const [row]: { sample: boolean }[] = await source.query(
    "SELECT EXISTS (SELECT 1 FROM papers WHERE source = 'sample') AND NOT EXISTS (SELECT 1 FROM papers WHERE source <> 'sample') AS sample",
  );
  return row?.sample ?? false;
}
