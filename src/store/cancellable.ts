import pg from 'pg';
import { ClaimgraphError } from '../domain/index.js';
import type { Database } from './database.js';

/** What a pooled connection of the driver tells of itself. */
interface ServerConnection {
  readonly processID: number | null;
  readonly connectionParameters: pg.ClientConfig;
}

/** Milliseconds that a cancelling connection may take. */
const CANCEL_TIMEOUT = 2000;

/**
 * A view of the database for one request: when the signal is aborted, a statement under way is cancelled on
 * the server, one that waits for a connection is given up, and no other is begun.
 * @throws ClaimgraphError TIMEOUT from each of them
 */
export function cancellable(source: Database, signal: AbortSignal): Database {
  return Object.create(source, {
    query: { value: (sql: string, parameters?: unknown[]) => run(source, signal, sql, parameters) },
  }) as Database;
}

async function run(
  source: Database,
  signal: AbortSignal,
  sql: string,
  parameters?: unknown[],
): Promise<unknown> {
  if (signal.aborted) throw givenUp(signal);
  const runner = source.createQueryRunner('slave');
  const connecting: Promise<ServerConnection> = runner.connect();
  try {
    await settledOrAborted(connecting, signal);
  } catch (error) {
    // Whenever the connection comes, it goes back to the pool.
    connecting.then(
      () => runner.release(),
      () => runner.release(),
    );
    throw error;
  }
  let cancelling: Promise<void> | null = null;
  const connection = await connecting;
  const cancel = () => {
    cancelling = cancelStatement(connection);
  };
  signal.addEventListener('abort', cancel, { once: true });
  try {
    return await runner.query(sql, parameters);
  } catch (error) {
    throw signal.aborted ? givenUp(signal) : error;
  } finally {
    signal.removeEventListener('abort', cancel);
    // Whoever gets the connection next must not be hit by a cancel that was meant for this statement.
    await cancelling;
    await runner.release();
  }
}

function givenUp({ reason }: AbortSignal): ClaimgraphError {
  return new ClaimgraphError('TIMEOUT', 'The request was given up before it was answered.', {
    cause: reason,
  });
}

async function settledOrAborted(work: Promise<unknown>, signal: AbortSignal): Promise<void> {
  let stop: () => void = () => undefined;
  const aborted = new Promise<never>((_resolve, reject) => {
    stop = () => reject(givenUp(signal));
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** Cancels over a connection of its own: the pool may be full of what is to be cancelled. */
async function cancelStatement({
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
    // The server is away, and the statement with it; its own timeout holds otherwise.
  } finally {
    await client.end().catch(() => undefined);
  }
}
