export type { HttpOptions } from './http/client.js';
export type { PagePosition } from './http/paged-source.js';
export {
  adapterNamed,
  checkIsThere,
  type OpenOptions,
  type OpenSource,
  openSources,
} from './open-source.js';
export { SOURCES } from './registry.js';
export type { Position, Reject, SourceAdapter, SourceItem } from './source.js';
