import type { FastifyError, FastifyInstance } from 'fastify';
import { ClaimgraphError, type ErrorCode } from '../domain/index.js';
import { isUnreachable } from '../store/index.js';
import { exportHint } from './export-routes.js';

interface Refusal {
  readonly status: number;
  readonly code: ErrorCode;
  readonly message: string;
}

/** Whatever fails before or beside GraphQL is answered in GraphQL's form, with a code of the closed list. */
export function registerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const { status, code, message } = refusalOf(error);
    if (status >= 500) request.log.error({ err: error }, 'request failed');
    if (status === 503 && !reply.hasHeader('retry-after')) reply.header('retry-after', '2');
    return reply
      .code(status)
      .header('cache-control', 'no-store')
      .send({ errors: [{ message, extensions: { code } }] });
  });
  app.setNotFoundHandler((request, reply) => {
    const message = exportHint(request.url) ?? 'There is nothing here; the API is at /graphql.';
    return reply.code(404).send({ errors: [{ message, extensions: { code: 'NOT_FOUND' } }] });
  });
}

const STATUS: Partial<Record<ErrorCode, number>> = {
  SERVICE_UNAVAILABLE: 503,
  RATE_LIMITED: 429,
  TIMEOUT: 504,
  NOT_FOUND: 404,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  INTERNAL_SERVER_ERROR: 500,
};

function refusalOf(error: FastifyError): Refusal {
  if (error instanceof ClaimgraphError) {
    return { status: STATUS[error.code] ?? 400, code: error.code, message: error.message };
  }
  if (isUnreachable(error)) {
    const message = 'The database cannot be reached; try again in a moment.';
    return { status: 503, code: 'SERVICE_UNAVAILABLE', message };
  }
  if (error.code === 'ERR_INVALID_URL') {
    return {
      status: 400,
      code: 'BAD_REQUEST',
      message: 'The address or the Host header is not valid.',
    };
  }
  const status = error.statusCode ?? 500;
  if (status >= 400 && status < 500) return { status, code: 'BAD_REQUEST', message: error.message };
  return {
    status: 500,
    code: 'INTERNAL_SERVER_ERROR',
    message: 'Something went wrong on our side.',
  };
}
