export { adapterNamed, type OpenOptions, type OpenSource, openSources } from './open-source.js';
export { SOURCES } from './registry.js';
export type { Position, Reject, SourceAdapter, SourceItem } from './source.js';
