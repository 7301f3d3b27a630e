import { hash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

export interface Conditions {
  /** Grows with every write that readers can see. */
  dataVersion(): Promise<string>;
  /** Names this program's schema and rules: another release may answer the same question otherwise. */
  readonly release: string;
  /** Seconds for which caches may answer without asking. */
  readonly maxAge: number;
}

/** Requests whose answer holds no errors. */
const whole = new WeakSet<FastifyRequest>();
/** The tag that an answer to a request has if it is whole. */
const tags = new WeakMap<FastifyRequest, string>();

/** Told by the API before an answer leaves: one with errors must not be kept by anyone. */
export function markAnswer(request: FastifyRequest, hasErrors: boolean): void {
  if (!hasErrors) whole.add(request);
}

/**
 * Answers a GET whose data has not changed with 304, without running its query. The tag names the data's
 * version, the release, the question and the form of the answer. Whoever asks with a key is never cached.
 */
export function registerConditionalGet(app: FastifyInstance, conditions: Conditions): void {
  app.addHook('preHandler', async (request, reply) => {
    if (request.method !== 'GET' || isPersonal(request)) return;
    const version = await conditions.dataVersion().catch((error: unknown) => {
      request.log.warn({ err: error }, 'no entity tag: the data version cannot be read');
      return null;
    });
    if (version === null) return;
    const tag = tagOf([conditions.release, version, request.url, request.headers.accept ?? '']);
    tags.set(request, tag);
    if (!matches(request.headers['if-none-match'], tag)) return;
    markAnswer(request, false);
    return reply.code(304).send();
  });
  app.addHook('onSend', async (request, reply) => {
    const tag = tags.get(request);
    reply.header('vary', varying(reply));
    if (tag !== undefined && whole.has(request)) {
      reply.header('etag', tag);
      reply.header('cache-control', `public, max-age=${conditions.maxAge}, must-revalidate`);
    } else {
      reply.header('cache-control', 'no-store');
    }
  });
}

function isPersonal(request: FastifyRequest): boolean {
  return request.headers.authorization !== undefined || request.headers['x-api-key'] !== undefined;
}

/** Weak: the same answer may leave compressed or plain. */
function tagOf(parts: readonly string[]): string {
  return `W/"${hash('sha256', JSON.stringify(parts), 'base64url').slice(0, 27)}"`;
}

function matches(header: string | undefined, tag: string): boolean {
  const opaque = tag.slice('W/'.length);
  return (header ?? '').split(',').some((one) => one.trim().replace(/^W\//, '') === opaque);
}

function varying(reply: FastifyReply): string {
  const before = reply.getHeader('vary');
  return before === undefined ? 'accept' : `${String(before)}, accept`;
}
