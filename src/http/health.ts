import type { FastifyInstance } from 'fastify';
import type { Database } from '../store/index.js';

/** Seconds after which a client may ask again. */
const RETRY_AFTER = '2';

/** `/health`: the process lives. `/ready`: it can answer, the database included. Neither is ever cached. */
export function registerHealth(app: FastifyInstance, source: Database): void {
  app.get('/health', async (_request, reply) => {
    return reply.header('cache-control', 'no-store').send({ status: 'ok' });
  });
  app.get('/ready', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    try {
      await source.query('SELECT 1');
      return reply.send({ status: 'ready' });
    } catch (error) {
      request.log.warn({ err: error }, 'the database cannot be reached');
      return reply
        .code(503)
        .header('retry-after', RETRY_AFTER)
        .send({ status: 'the database cannot be reached' });
    }
  });
}
