import { setTimeout as sleep } from 'node:timers/promises';

const ATTEMPTS = 8;

/** Tries again while the server is away or restarting, for about half a minute. */
export async function withPatience<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === ATTEMPTS || !isPassing(error)) throw error;
      await sleep(125 * 2 ** attempt);
    }
  }
}

export const sqlStateOf = (error: unknown): string =>
  String((error as { code?: unknown }).code ?? '');

/** Lost connections, restarts, and transactions that the server gave up in favour of another. */
export function isPassing(error: unknown): boolean {
  const { message } = error as Error;
  return (
    /^(08|57P0|40)/.test(sqlStateOf(error)) ||
    /^(ECONNREFUSED|ECONNRESET|ENOENT|EPIPE)$/.test(sqlStateOf(error)) ||
    /Connection terminated|connection is closed|not queryable/i.test(message)
  );
}
