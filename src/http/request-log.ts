import type { FastifyInstance } from 'fastify';

/** One structured line a request; what it was asked with stays out of it, as that can be long and private. */
export function registerRequestLog(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    const line = {
      method: request.method,
      path: pathOf(request.url),
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime * 10) / 10,
      client: request.ip,
    };
    if (reply.statusCode >= 500) request.log.error(line, 'request failed');
    else request.log.info(line, 'request');
  });
}

function pathOf(url: string): string {
  return url.split('?', 1)[0]?.slice(0, 256) ?? '';
}
