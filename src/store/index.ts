export { createDataSource } from './data-source.js';
export * from './entities/index.js';
export { migrate, requireCurrentSchema } from './migrate.js';
export { openStore, type Store, type StoreConfig } from './open-store.js';
