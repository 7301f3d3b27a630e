export { canonicalOf, slugOf } from './canonical.js';
export { normalise } from './normalise.js';
