import type { Readable } from 'node:stream';
import pg from 'pg';
import QueryStream from 'pg-query-stream';
import { cancelStatement, type ServerConnection } from './cancel-statement.js';
import type { Database } from './database.js';

export const EXPORTS = ['results', 'papers'] as const;
export type ExportName = (typeof EXPORTS)[number];

/** Rows that are fetched at a time: what bounds the memory of an export. */
const BATCH = 500;
const DATE = pg.types.builtins.DATE;
const BIGINT = pg.types.builtins.INT8;

/** Dates stay the days that they are, and counts are numbers. */
const TYPES = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === DATE) return (text: string) => text;
    if (oid === BIGINT) return Number;
    return pg.types.getTypeParser(oid, format as 'text');
  },
};

/**
 * All rows of `v_results` or `v_papers` in the order of their ids, as of one moment. Rows are fetched as the
 * reader takes them. The connection goes back when the stream closes; an abort cancels the statement.
 */
export async function exportRows(
  source: Database,
  name: ExportName,
  signal?: AbortSignal,
): Promise<Readable> {
  const runner = source.createQueryRunner('slave');
  try {
    const client: pg.PoolClient & ServerConnection = await runner.connect();
    // Its own limit of time is the signal: sorting all rows may take longer than any query of a page.
    await client.query('SET statement_timeout = 0');
    const query = new QueryStream(`SELECT * FROM v_${name} ORDER BY id`, [], {
      batchSize: BATCH,
      types: TYPES,
    });
    const rows = client.query(query);
    let cancelling = Promise.resolve();
    const stop = () => {
      cancelling = cancelStatement(client).then(() => {
        rows.destroy();
      });
    };
    if (signal?.aborted) stop();
    signal?.addEventListener('abort', stop, { once: true });
    rows.once('close', async () => {
      signal?.removeEventListener('abort', stop);
      // Whoever gets the connection next must not be hit by a cancel that was meant for this statement.
      await cancelling;
      const reset = () => client.query('RESET statement_timeout');
      await reset()
        .catch(reset)
        .catch(() => undefined);
      await runner.release();
    });
    return rows;
  } catch (error) {
    await runner.release();
    throw error;
  }
}

/** Names of the columns, in their order: an export without rows has them too. */
export async function exportColumns(source: Database, name: ExportName): Promise<string[]> {
  const rows: { name: string }[] = await source.query(
    `SELECT attname AS name FROM pg_attribute
     WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum`,
    [`v_${name}`],
  );
  return rows.map((row) => row.name);
}
