import type { FastifyInstance, RouteHandlerMethod } from 'fastify';
import { type Conditions, registerConditionalGet } from './conditional-get.js';
import { registerRequestSignal } from './request-signal.js';

/** Milliseconds and bytes that bound one request to the API. */
export interface TransportLimits {
  readonly requestTimeout: number;
  readonly maxBodyBytes: number;
}

/**
 * The API's route with what belongs to it alone: entity tags on GET, and the time that an answer may take,
 * after which whatever still runs is cancelled.
 */
export function registerGraphql(
  app: FastifyInstance,
  handler: RouteHandlerMethod,
  conditions: Conditions,
  limits: TransportLimits,
): void {
  app.register(async (scope) => {
    registerRequestSignal(scope, limits.requestTimeout);
    registerConditionalGet(scope, conditions);
    scope.route({
      method: ['GET', 'POST'],
      url: '/graphql',
      bodyLimit: limits.maxBodyBytes,
      handler,
    });
    scope.route({
      method: ['PUT', 'PATCH', 'DELETE'],
      url: '/graphql',
      handler: async (_request, reply) => {
        const message = 'The API answers GET and POST.';
        return reply
          .code(405)
          .header('allow', 'GET, POST')
          .send({ errors: [{ message, extensions: { code: 'BAD_REQUEST' } }] });
      },
    });
  });
}
