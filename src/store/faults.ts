/** Connections refused, cut or ended by the server (SQLSTATE classes 08 and 57P). */
const UNREACHABLE = [
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT', 'ETIMEDOUT', 'ENOTFOUND', 'EHOSTUNREACH'],
  ...['57P01', '57P02', '57P03', '08000', '08001', '08003', '08006', '53300'],
];
const CANCELLED = '57014';

/** Whether the database could not be reached or went away: the same request may succeed in a moment. */
export function isUnreachable(error: unknown): boolean {
  if (hasCode(error, UNREACHABLE)) return true;
  return (
    error instanceof Error &&
    /Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect/i.test(
      error.message,
    )
  );
}

/** Whether the server gave up a statement because it took too long or was told to. */
export function isCancelled(error: unknown): boolean {
  return hasCode(error, [CANCELLED]);
}

function hasCode(error: unknown, codes: readonly string[]): boolean {
  const own = error as { code?: unknown; driverError?: { code?: unknown } } | null | undefined;
  return codes.includes(String(own?.code)) || codes.includes(String(own?.driverError?.code));
}
