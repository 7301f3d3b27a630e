/** The closed list of error codes that leave the API; the first eight are Apollo's own. */
export const ERROR_CODES = [
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'OPERATION_RESOLUTION_FAILURE',
  'INTERNAL_SERVER_ERROR',
  'COST_LIMIT_EXCEEDED',
  'DEPTH_LIMIT_EXCEEDED',
  'RATE_LIMITED',
  'TIMEOUT',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'SERVICE_UNAVAILABLE',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/**
 * An error whose message is meant for the person who caused it: it says what is wrong and what to do, and
 * is printed or sent as it is. Anything else that is thrown is a fault of ours and is masked at the edge.
 */
export class ClaimgraphError extends Error {
  override readonly name = 'ClaimgraphError';

  constructor(
    readonly code: ErrorCode,
    message: string,
    options?: { cause?: unknown; detail?: Readonly<Record<string, unknown>> },
  ) {
    super(message, { cause: options?.cause });
    this.detail = options?.detail ?? {};
  }

  /** Further machine-readable facts (`nearest`, `retryAfter`), sent under `extensions`. */
  readonly detail: Readonly<Record<string, unknown>>;
}
