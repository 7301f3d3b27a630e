export { type RestoreReport, restoreBackup } from './backup/restore-backup.js';
export { writeBackup } from './backup/write-backup.js';
export { cancellable } from './cancellable.js';
export { contentHash, type TableContent } from './content-hash.js';
export { createDataSource } from './data-source.js';
export type { Database } from './database.js';
export * from './entities/index.js';
export { EXPORTS, type ExportName, exportColumns, exportRows } from './export-rows.js';
export { isCancelled, isUnreachable } from './faults.js';
export { migrate, requireCurrentSchema } from './migrate.js';
export { openStore, type Store, type StoreConfig } from './open-store.js';
export {
  type IngestQueue,
  openQueue,
  type QueuedJob,
  type QueueSizes,
} from './queue/ingest-queue.js';
export type { DescribeMetric, MetricFacts } from './write/canonical-writer.js';
export {
  type CorrectedName,
  type Decision,
  decideCorrection,
  type ProposedCorrection,
  proposeCorrection,
} from './write/correction-writer.js';
export {
  type ForgottenPaper,
  forgetPapers,
  papersNamed,
  refuseKeys,
  remember,
} from './write/forget.js';
export { hashOf, idOf } from './write/identity.js';
export { areKnown } from './write/known-records.js';
export { type Outcome, type ReadRecord, writePapers } from './write/paper-writer.js';
export { pruneAllCanonical } from './write/prune-canonical.js';
export { readingRows } from './write/reading-rows.js';
export {
  dropRejects,
  eachReject,
  type RejectedRecord,
  type RejectFilter,
  type StoredReject,
  writeRejects,
} from './write/reject-writer.js';
export { hasOwnPapers, removeSample, SAMPLE_SOURCE } from './write/remove-papers.js';
export {
  addToRun,
  advanceRun,
  closeRun,
  type IngestCounts,
  openRun,
  type Run,
  type RunPlace,
  readRun,
} from './write/runs.js';
export {
  countStale,
  discardWaiting,
  readingsById,
  type StaleDocument,
  staleDocuments,
  switchReadings,
  type WaitingPair,
  waitingPairs,
  writeWaiting,
} from './write/waiting-readings.js';
export { type Transaction, transaction, writeTransaction } from './write/write-lock.js';
