export { type IngestOptions, type IngestProgress, type IngestReport, ingest } from './ingest.js';
export { describeMetric } from './metric-facts.js';
export { createPaperReader } from './paper-reader.js';
export { type QueuedBatch, type QueueOptions, queueIngest } from './queue-ingest.js';
export { createReaderPool, type ReaderPool, readInOrder } from './reader-pool.js';
export { type ReextractOptions, type ReextractReport, reextract } from './reextract/reextract.js';
export { type RetryReport, retryRejects } from './retry-rejects.js';
export { type WorkOptions, type WorkReport, workQueue } from './work-queue.js';
