export { canonicalOf, slugOf } from './canonical.js';
export { nameIndex } from './name-index.js';
export { normalise, normaliseNumber } from './normalise.js';
