import type { PoolClient } from 'pg';
import { ClaimgraphError } from '../domain/index.js';
import { cancelStatement, type ServerConnection } from './cancel-statement.js';
import type { Database } from './database.js';
import { preparedName } from './prepared.js';

/**
 * A view of the database for one request: when the signal is aborted, a statement under way is cancelled on
 * the server, one that waits for a connection is given up, and no other is begun. For reading alone.
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
  const connecting: Promise<PoolClient> = runner.connect();
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
    cancelling = cancelStatement(connection as PoolClient & ServerConnection);
  };
  signal.addEventListener('abort', cancel, { once: true });
  try {
    // The driver itself: it can keep a statement planned, and nothing here listens to typeorm's events.
    const name = preparedName(sql);
    const { rows } = await connection.query({
      ...(name && { name }),
      text: sql,
      values: parameters,
    });
    return rows;
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
