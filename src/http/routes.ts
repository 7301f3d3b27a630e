import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
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
  let playground: Promise<CompressedPage> | null = null;
  app.get('/', async (_request, reply) => {
    const [counts, sample] = await Promise.all([data.counts(), data.isSample()]);
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(startPage(counts, operations, sample));
  });
  app.get('/playground', async (request, reply) => {
    playground ??= compressed(playgroundPage(operations));
    return sendCompressed(request, reply, await playground);
  });
}

interface CompressedPage {
  readonly plain: string;
  readonly gzip: Buffer;
  readonly brotli: Buffer;
}

/** The playground is nine megabytes of fixed text: packed once, beside other work, not with every request. */
async function compressed(plain: string): Promise<CompressedPage> {
  const [zipped, brotli] = await Promise.all([
    promisify(gzip)(plain),
    promisify(brotliCompress)(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  ]);
  return { plain, gzip: zipped, brotli };
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
