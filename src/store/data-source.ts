import 'reflect-metadata';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { MIGRATIONS } from '../../migrations/index.js';
import { ENTITIES } from './entities/index.js';

export interface Connection {
  /** `postgres://…` of the server that is written to. */
  readonly url: string;
  /** Servers that reads may go to; empty: all reads go to `url`. */
  readonly replicaUrls?: readonly string[];
  /** Most connections held to each server. */
  readonly poolSize?: number;
  /** Milliseconds after which the server gives up a statement; 0: never. */
  readonly statementTimeout?: number;
}

/** For many short statements at a time: starting workers or a compiler takes longer than most of them run. */
const SHORT_STATEMENTS = '-c max_parallel_workers_per_gather=0 -c jit=off';

/** A data source on that server, not yet connected. Tables are made by migrations alone. */
export function createDataSource(connection: Connection): DataSource {
  const replicas = connection.replicaUrls ?? [];
  return new DataSource({
    type: 'postgres',
    ...(replicas.length > 0
      ? {
          replication: {
            master: { url: connection.url },
            slaves: replicas.map((url) => ({ url })),
          },
        }
      : { url: connection.url }),
    entities: ENTITIES,
    migrations: MIGRATIONS,
    migrationsTableName: 'schema_migrations',
    migrationsTransactionMode: 'all',
    synchronize: false,
    installExtensions: false,
    poolSize: connection.poolSize ?? 10,
    applicationName: 'claimgraph',
    extra: {
      options: SHORT_STATEMENTS,
      ...(connection.statementTimeout && { statement_timeout: connection.statementTimeout }),
    },
  } as DataSourceOptions);
}
