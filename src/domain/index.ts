export * from './document.js';
export * from './errors.js';
export * from './extraction.js';
export * from './mention.js';
export * from './name-index.js';
export * from './paper-reader.js';
export * from './paper-record.js';
export * from './reported-number.js';
