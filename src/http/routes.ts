import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { readOperations } from './operations.js';
import { playgroundPage } from './playground-page.js';
import { type Counts, startPage } from './start-page.js';

/** What the pages need of the store. */
export interface PageData {
  counts(): Promise<Counts>;
  isSample(): Promise<boolean>;
}

/** Registers everything that is not GraphQL. */
export function registerPages(app: FastifyInstance, data: PageData): void {
  const operations = readOperations();
  const playgrounds = new Map<string, CompressedPage>();
  app.get('/', async (_request, reply) => {
    const [counts, sample] = await Promise.all([data.counts(), data.isSample()]);
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(startPage(counts, operations, sample));
  });
  app.get<{ Querystring: { example?: string } }>('/playground', (request, reply) => {
    const example =
      operations.find(({ id }) => id === request.query.example)?.id ?? operations[0]?.id ?? '';
    const page = playgrounds.get(example) ?? compress(playgroundPage(operations, example));
    playgrounds.set(example, page);
    return sendCompressed(request, reply, page);
  });
}

interface CompressedPage {
  readonly plain: string;
  readonly gzip: Buffer;
  readonly brotli: Buffer;
}

/** The playground is nine megabytes of fixed text: packed once, not with every request. */
function compress(plain: string): CompressedPage {
  return {
    plain,
    gzip: gzipSync(plain),
    brotli: brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  };
}

function sendCompressed(
  request: FastifyRequest,
  reply: FastifyReply,
  page: CompressedPage,
): FastifyReply {
  const accepted = String(request.headers['accept-encoding'] ?? '');
  const encoding = /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : null;
  reply
    .type('text/html; charset=utf-8')
    .header('cache-control', 'public, max-age=3600')
    .header('vary', 'accept-encoding');
  if (encoding === null) return reply.send(page.plain);
  return reply
    .header('content-encoding', encoding)
    .send(encoding === 'br' ? page.brotli : page.gzip);
}
