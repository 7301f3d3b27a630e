import type { FastifyInstance, FastifyRequest } from 'fastify';

const signals = new WeakMap<FastifyRequest, AbortSignal>();

/** Aborted when a request has taken too long or its client has gone; what still runs for it is cancelled. */
export function signalOf(request: FastifyRequest): AbortSignal {
  const signal = signals.get(request);
  if (!signal) throw new Error(`no signal is registered for ${request.url}`);
  return signal;
}

/**
 * Gives every request of these routes its signal. Fastify's own `request.signal` and `handlerTimeout` end
 * with the request's body, not with its answer.
 *
 * @param milliseconds that an answer may take
 */
export function registerRequestSignal(app: FastifyInstance, milliseconds: number): void {
  app.addHook('onRequest', async (request, reply) => {
    const controller = new AbortController();
    signals.set(request, controller.signal);
    const timer = setTimeout(() => controller.abort(), milliseconds);
    reply.raw.once('close', () => {
      clearTimeout(timer);
      if (!reply.raw.writableFinished) controller.abort();
    });
  });
}
