import type { NameIndex, PaperReader } from '../domain/index.js';
import type { Database } from '../store/index.js';
import { createLoaders, type Loaders } from './loaders.js';

/** What the resolvers of one request share. */
export interface Context {
  readonly source: Database;
  readonly reader: PaperReader;
  readonly names: NameIndex;
  readonly loaders: Loaders;
  readonly maxPage: number;
}

export type Services = Omit<Context, 'loaders'>;

/** A context of its own for every request: nothing read for one is seen by another. */
export function createContext(services: Services): Context {
  return { ...services, loaders: createLoaders(services.source) };
}
