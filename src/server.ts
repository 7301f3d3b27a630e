import { createHash } from 'node:crypto';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import compress from '@fastify/compress';
import cors from '@fastify/cors';
import fastify, {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import type { Config } from './config.js';
import { ClaimgraphError, type PaperReader } from './domain/index.js';
import { readQuality } from './evaluation/index.js';
import { EXTRACTOR_VERSION } from './extraction/index.js';
import { createApi } from './graphql/api.js';
import { authorityOf } from './graphql/authorise.js';
import { type Context, createContext, type ThrottleStatus } from './graphql/context.js';
import { schemaText } from './graphql/emit-schema.js';
import { createSchema } from './graphql/schema.js';
import { markAnswer } from './http/conditional-get.js';
import { registerErrors } from './http/errors.js';
import { registerExports } from './http/export-routes.js';
import { registerGraphql } from './http/graphql-route.js';
import { registerHealth } from './http/health.js';
import { registerPageSafety } from './http/page-safety.js';
import { createRateLimit, type RateLimit, tellBudget } from './http/rate-limit.js';
import { registerRequestId, requestIdOf } from './http/request-id.js';
import { registerRequestLog } from './http/request-log.js';
import { signalOf } from './http/request-signal.js';
import { registerPages } from './http/routes.js';
import { nameIndex, normaliseNumber } from './normalisation/index.js';
import { cancellable, type Store } from './store/index.js';
import { isSampleStore, readCounts, readDataVersion } from './store/queries/index.js';

export interface ServerOptions {
  readonly config: Config;
  readonly store: Store;
  readonly reader: PaperReader;
  /** Silent when left out, as in tests. */
  readonly logLevel?: string;
}

export interface RunningServer {
  /** Such as `http://127.0.0.1:4000`. */
  readonly url: string;
  /** Answers what is under way, then closes. */
  close(): Promise<void>;
}

/** Starts the API and its pages on one port. */
export async function startServer({
  config,
  store,
  reader,
  logLevel,
}: ServerOptions): Promise<RunningServer> {
  const app = createTransport(config, logLevel);
  await registerTransport(app, config);
  const source = store.dataSource;
  const schema = createSchema();
  const api = createApi({ ...config, schema, logFault: (fault) => app.log.error(fault) });
  await api.start();
  const services = {
    ...{ reader, names: nameIndex, renormalise: normaliseNumber },
    ...{ quality: readQuality(), maxPage: config.maxPage },
  };
  const rateLimit = createRateLimit(config.rateLimit);
  const handler = fastifyApolloHandler(api, {
    context: async (request, reply) =>
      createContext({
        authority: authorityOf(request.headers, config.apiKey),
        source: cancellable(source, signalOf(request)),
        ...requestServices(request, reply, rateLimit),
        ...services,
      }),
  });
  const conditions = {
    dataVersion: () => readDataVersion(source),
    release: hashOf(`${EXTRACTOR_VERSION} ${schemaText(schema)}`),
    maxAge: config.cacheMaxAge,
  };
  registerGraphql(app, handler, conditions, config);
  registerExports(app, {
    ...config,
    source,
    conditions,
    charge: async (request, reply) => {
      const cost = Math.min(EXPORT_COST, config.rateLimit);
      await rateLimit?.charge(request.ip, cost, (left) => tellBudget(reply, left));
    },
  });
  registerHealth(app, source);
  registerPages(app, {
    counts: () => readCounts(source),
    isSample: () => isSampleStore(source),
  });
  const url = await listen(app, config);
  return {
    url,
    close: async () => {
      const late = setTimeout(() => app.server.closeAllConnections(), DRAIN_TIME);
      await app.close();
      clearTimeout(late);
      await api.stop();
    },
  };
}

/** Cost points of an export for clients that are limited; all that a minute has where that is less. */
const EXPORT_COST = 1000;
/** Milliseconds for what is under way when the server closes; then it is cut, and its statements cancelled. */
const DRAIN_TIME = 10_000;
/** Milliseconds between two looks for requests that take too long to arrive. */
const CHECK_INTERVAL = 1000;

function createTransport(config: Config, logLevel: string | undefined): FastifyInstance {
  return fastify({
    logger: logLevel ? { level: logLevel, stream: process.stderr } : false,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: config.maxBodyBytes,
    trustProxy: config.trustProxy,
    genReqId: requestIdOf,
    requestTimeout: config.receiveTimeout,
    http: {
      headersTimeout: config.receiveTimeout,
      connectionsCheckingInterval: Math.min(CHECK_INTERVAL, config.receiveTimeout),
    },
  });
}

/** What holds for every route. */
async function registerTransport(app: FastifyInstance, config: Config): Promise<void> {
  // Bodies are JSON: what a form of a foreign page can send is refused.
  app.removeContentTypeParser('text/plain');
  registerRequestId(app);
  registerRequestLog(app);
  registerErrors(app);
  registerPageSafety(app);
  await app.register(cors, {
    origin: corsOrigins(config.corsOrigin),
    methods: ['GET', 'POST'],
    exposedHeaders: [
      ...['etag', 'retry-after', 'x-request-id'],
      ...['x-ratelimit-limit', 'x-ratelimit-remaining', 'x-ratelimit-used', 'x-ratelimit-reset'],
    ],
    maxAge: 86_400,
  });
  await app.register(compress, { global: true, encodings: ['br', 'gzip'] });
}

function requestServices(
  request: FastifyRequest,
  reply: FastifyReply,
  rateLimit: RateLimit | null,
): Pick<Context, 'charge' | 'throttleStatus' | 'answered'> {
  let status: ThrottleStatus | null = null;
  return {
    async charge(cost) {
      if (rateLimit === null) return;
      const budget = await rateLimit.charge(request.ip, cost, (left) => tellBudget(reply, left));
      const { limit, remaining, resetIn } = budget;
      status = { maximumAvailable: limit, currentlyAvailable: remaining, resetIn };
    },
    throttleStatus: () => status,
    answered: (hasErrors) => markAnswer(request, hasErrors),
  };
}

function corsOrigins(setting: string): string | string[] {
  return setting.includes(',') ? setting.split(',').map((origin) => origin.trim()) : setting;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

async function listen(app: FastifyInstance, { port, host }: Config): Promise<string> {
  try {
    return await app.listen({ port, host });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') {
      throw new ClaimgraphError(
        'SERVICE_UNAVAILABLE',
        `Port ${port} is in use; choose another with --port or PORT.`,
        { cause: error },
      );
    }
    if (code === 'EACCES' || code === 'EADDRNOTAVAIL') {
      throw new ClaimgraphError(
        'SERVICE_UNAVAILABLE',
        `${host}:${port} cannot be listened on (${code}); choose others with --host and --port.`,
        { cause: error },
      );
    }
    throw error;
  }
}
