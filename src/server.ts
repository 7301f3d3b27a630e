import { randomUUID } from 'node:crypto';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import compress from '@fastify/compress';
import cors from '@fastify/cors';
import fastify, { type FastifyInstance } from 'fastify';
import type { Config } from './config.js';
import { ClaimgraphError, type PaperReader } from './domain/index.js';
import { type Context, createContext } from './graphql/context.js';
import { formatError } from './graphql/format-error.js';
import { createSchema } from './graphql/schema.js';
import { registerHealth } from './http/health.js';
import { registerPages } from './http/routes.js';
import { nameIndex } from './normalisation/index.js';
import type { Store } from './store/index.js';
import { isSampleStore, readCounts } from './store/queries/index.js';

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
  const app = fastify({
    logger: logLevel ? { level: logLevel } : false,
    bodyLimit: config.maxBodyBytes,
    trustProxy: config.trustProxy,
    genReqId: () => randomUUID(),
    requestTimeout: config.requestTimeout * 2,
  });
  app.addHook('onSend', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  await app.register(cors, {
    origin: corsOrigins(config.corsOrigin),
    exposedHeaders: ['etag', 'retry-after', 'x-request-id'],
  });
  await app.register(compress, { global: true, encodings: ['br', 'gzip'] });
  const apollo = new ApolloServer<Context>({
    schema: createSchema(),
    plugins: [fastifyApolloDrainPlugin(app), ApolloServerPluginLandingPageDisabled()],
    csrfPrevention: false,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    formatError: (formatted, thrown) =>
      formatError(formatted, thrown, (fault) => app.log.error(fault)),
  });
  await apollo.start();
  const services = { source: store.dataSource, reader, names: nameIndex, maxPage: config.maxPage };
  await app.register(fastifyApollo(apollo), { context: async () => createContext(services) });
  registerHealth(app, store.dataSource);
  registerPages(app, {
    counts: () => readCounts(store.dataSource),
    isSample: () => isSampleStore(store.dataSource),
  });
  const url = await listen(app, config);
  return {
    url,
    close: async () => {
      await app.close();
      await apollo.stop();
    },
  };
}

function corsOrigins(setting: string): string | string[] {
  return setting.includes(',') ? setting.split(',').map((origin) => origin.trim()) : setting;
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
