import type { DataSource } from 'typeorm';
import { ClaimgraphError } from '../domain/index.js';
import { createDataSource } from './data-source.js';
import { joinEmbedded } from './embedded/client.js';
import { migrate, requireCurrentSchema } from './migrate.js';

export interface StoreConfig {
  /** Null: the embedded Postgres in `dataFolder`. */
  readonly databaseUrl: string | null;
  readonly databaseReplicaUrls: readonly string[];
  readonly dataFolder: string;
  readonly maxConnections: number;
  /** Milliseconds after which the server gives up a statement; 0 or left out: never. */
  readonly statementTimeout?: number;
}

export interface Store {
  readonly dataSource: DataSource;
  /** Address of the server that is written to. */
  readonly url: string;
  readonly embedded: boolean;
  /** Closes all connections; the last to leave the embedded Postgres stops it. Safe to call again. */
  close(): Promise<void>;
}

/**
 * Opens the store. The embedded one migrates itself; any other has to be up to date.
 * @param options.migrate migrates a server of the user's own as well (`claimgraph migrate`)
 * @throws ClaimgraphError when there is no reaching it or its schema is of another version.
 */
export async function openStore(
  config: StoreConfig,
  options: { readonly migrate?: boolean } = {},
): Promise<Store> {
  if (config.databaseUrl !== null) return openServer(config, config.databaseUrl, options);
  const server = await joinEmbedded(config.dataFolder);
  try {
    const dataSource = await connect(config, server.url, []);
    await migrate(dataSource);
    return store(dataSource, server.url, true, () => server.release());
  } catch (error) {
    server.release();
    throw error;
  }
}

async function openServer(
  config: StoreConfig,
  url: string,
  options: { readonly migrate?: boolean },
): Promise<Store> {
  const dataSource = await connect(config, url, config.databaseReplicaUrls);
  try {
    if (options.migrate) await migrate(dataSource);
    else await requireCurrentSchema(dataSource);
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
  return store(dataSource, url, false, () => undefined);
}

function store(dataSource: DataSource, url: string, embedded: boolean, release: () => void): Store {
  return {
    dataSource,
    url,
    embedded,
    async close() {
      if (dataSource.isInitialized) await dataSource.destroy();
      release();
    },
  };
}

async function connect(
  config: StoreConfig,
  url: string,
  replicaUrls: readonly string[],
): Promise<DataSource> {
  const { maxConnections, statementTimeout = 0 } = config;
  const dataSource = createDataSource({
    url,
    replicaUrls,
    poolSize: maxConnections,
    statementTimeout,
  });
  try {
    return await dataSource.initialize();
  } catch (error) {
    const { hostname, port, pathname } = new URL(url);
    const place = `${hostname}:${port || 5432}${pathname}`;
    const why = (error as Error).message || (error as NodeJS.ErrnoException).code;
    throw new ClaimgraphError(
      'SERVICE_UNAVAILABLE',
      `The database at ${place} cannot be reached (${why}): check DATABASE_URL.`,
      { cause: error },
    );
  }
}
