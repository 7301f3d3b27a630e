export { createPaperReader } from './paper-reader.js';
export { createReaderPool, type ReaderPool, readInOrder } from './reader-pool.js';
