export { type IngestOptions, type IngestProgress, type IngestReport, ingest } from './ingest.js';
export { createPaperReader } from './paper-reader.js';
export { createReaderPool, type ReaderPool, readInOrder } from './reader-pool.js';
