import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { ClaimgraphError, ERROR_CODES, type ErrorCode } from '../domain/index.js';
import { isCancelled, isUnreachable } from '../store/index.js';

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
  const original = originalOf(thrown);
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
  if (isCancelled(original)) {
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

/** What was thrown, out of the wrapping of resolvers and of refusals before anything ran. */
function originalOf(thrown: unknown): unknown {
  const unwrapped = unwrapResolverError(thrown);
  const inner = unwrapped instanceof GraphQLError ? unwrapped.originalError : null;
  return inner instanceof ClaimgraphError ? inner : unwrapped;
}
