import pg from 'pg';

/** What a pooled connection of the driver tells of itself. */
export interface ServerConnection {
  readonly processID: number | null;
  readonly connectionParameters: pg.ClientConfig;
}

/** Milliseconds that a cancelling connection may take. */
const CANCEL_TIMEOUT = 2000;

/**
 * Cancels what a connection has under way, over a connection of its own: the pool may be full of what is to
 * be cancelled. Never rejects: where the server is away the statement is too, else its own timeout holds.
 */
export async function cancelStatement({
  processID,
  connectionParameters,
}: ServerConnection): Promise<void> {
  if (processID === null) return;
  const { host, port, user, password, database, ssl } = connectionParameters;
  const client = new pg.Client({
    ...{ host, port, user, password, database, ssl },
    application_name: 'claimgraph cancel',
    connectionTimeoutMillis: CANCEL_TIMEOUT,
    query_timeout: CANCEL_TIMEOUT,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT pg_cancel_backend($1)', [processID]);
  } catch {
    // See above.
  } finally {
    await client.end().catch(() => undefined);
  }
}
