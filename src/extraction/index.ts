export { extract } from './extract.js';
export { EXTRACTOR_VERSION } from './version.js';
