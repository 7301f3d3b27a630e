import { createDataSource } from './src/store/data-source.js';

/**
 * The data source for TypeORM's own command line (`typeorm migration:show -d dist/ormconfig.js`). The
 * embedded Postgres has no fixed address: with it, use `claimgraph migrate`.
 */
export default createDataSource({
  url: process.env.DATABASE_URL ?? 'postgres://postgres@localhost:5432/claimgraph',
  replicaUrls: (process.env.DATABASE_REPLICA_URLS ?? '').split(',').filter((url) => url !== ''),
});
