import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import { openStore, type Store } from '../../src/store/index.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the migrated template database, see `postgres-server.ts` and `second-postgres.ts`. */
    templateUrl: string;
  }
}

export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** A migrated, empty database of the caller's own, cloned from the run's template in some 40 ms. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const templateUrl = inject('templateUrl');
  const template = new URL(templateUrl).pathname.slice(1);
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await onServer(templateUrl, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  const url = new URL(templateUrl);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: () => onServer(templateUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

/** A store on a database of its own, closed and dropped after the test file. */
export async function withStore(): Promise<Store> {
  const database = await createTestDatabase();
  const store = await openStore({
    databaseUrl: database.url,
    databaseReplicaUrls: [],
    dataFolder: '',
    maxConnections: 5,
  });
  afterAll(async () => {
    await store.close();
    await database.drop();
  });
  return store;
}

/** Runs one statement on the server of a URL, in its maintenance database. */
export async function onServer(url: string, statement: string): Promise<void> {
  const maintenance = new URL(url);
  maintenance.pathname = '/postgres';
  const client = new pg.Client({ connectionString: maintenance.href });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
