import type { DataSource } from 'typeorm';

/** Grows with every write that readers can see, so that caches know whether what they hold still stands. */
export async function readDataVersion(source: DataSource): Promise<string> {
  const [row]: { version: string }[] = await source.query('SELECT version FROM data_version');
  return row?.version ?? '0';
}
