import { unwrapResolverError } from '@apollo/server/errors';
import type { GraphQLFormattedError } from 'graphql';
import { ClaimgraphError, ERROR_CODES, type ErrorCode } from '../domain/index.js';

/** What the operator sees of a fault of ours. */
export type LogFault = (fault: unknown) => void;

/**
 * Makes what leaves the API of what was thrown: a ClaimgraphError as it is, GraphQL's own errors with their
 * code, anything else masked and logged. No stack trace leaves.
 */
export function formatError(
  formatted: GraphQLFormattedError,
  thrown: unknown,
  log: LogFault,
): GraphQLFormattedError {
  const original = unwrapResolverError(thrown);
  const place = {
    ...(formatted.locations && { locations: formatted.locations }),
    ...(formatted.path && { path: formatted.path }),
  };
  if (original instanceof ClaimgraphError) {
    return {
      message: original.message,
      ...place,
      extensions: { code: original.code, ...original.detail },
    };
  }
  const code = formatted.extensions?.code;
  if (code !== 'INTERNAL_SERVER_ERROR' && ERROR_CODES.includes(code as ErrorCode)) {
    return { message: formatted.message, ...place, extensions: { code } };
  }
  log(original);
  if (isUnreachable(original)) {
    return {
      message: 'The database cannot be reached; try again in a moment.',
      ...place,
      extensions: { code: 'SERVICE_UNAVAILABLE' },
    };
  }
  if (hasCode(original, '57014')) {
    return {
      message: 'The query took too long; ask for less at once.',
      ...place,
      extensions: { code: 'TIMEOUT' },
    };
  }
  return {
    message: 'Something went wrong on our side.',
    ...place,
    extensions: { code: 'INTERNAL_SERVER_ERROR' },
  };
}

function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  const own = error as { code?: unknown; driverError?: { code?: unknown } } | null;
  return codes.includes(String(own?.code)) || codes.includes(String(own?.driverError?.code));
}

/** Connections refused, cut or ended by the server (SQLSTATE classes 08 and 57P). */
function isUnreachable(error: unknown): boolean {
  if (
    hasCode(
      error,
      'ECONNREFUSED',
      'ECONNRESET',
      'EPIPE',
      'ENOENT',
      'ETIMEDOUT',
      '57P01',
      '57P02',
      '57P03',
      '08006',
      '08001',
      '08003',
    )
  )
    return true;
  return (
    error instanceof Error &&
    /Connection terminated|timeout exceeded when trying to connect/i.test(error.message)
  );
}
