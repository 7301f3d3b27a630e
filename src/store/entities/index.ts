import { CorrectionEntity, type CorrectionStatus } from './correction.entity.js';
import { CorrectionEventEntity } from './correction-event.entity.js';
import { DataVersionEntity } from './data-version.entity.js';
import { DatasetEntity } from './dataset.entity.js';
import { DocumentEntity } from './document.entity.js';
import { ExtractionEntity } from './extraction.entity.js';
import { ForgottenPaperEntity } from './forgotten-paper.entity.js';
import { IngestRunEntity } from './ingest-run.entity.js';
import { LinkEntity } from './link.entity.js';
import { MentionEntity } from './mention.entity.js';
import { MethodEntity } from './method.entity.js';
import { MetricEntity } from './metric.entity.js';
import { NameCountEntity } from './name-count.entity.js';
import { PaperEntity } from './paper.entity.js';
import { PaperKeyEntity } from './paper-key.entity.js';
import { PaperRecordEntity } from './paper-record.entity.js';
import { QuantityEntity } from './quantity.entity.js';
import { RejectEntity } from './reject.entity.js';
import { ResultEntity } from './result.entity.js';
import { TaskEntity } from './task.entity.js';

export {
  CorrectionEntity,
  CorrectionEventEntity,
  type CorrectionStatus,
  DatasetEntity,
  DataVersionEntity,
  DocumentEntity,
  ExtractionEntity,
  ForgottenPaperEntity,
  IngestRunEntity,
  LinkEntity,
  MentionEntity,
  MethodEntity,
  MetricEntity,
  NameCountEntity,
  PaperEntity,
  PaperKeyEntity,
  PaperRecordEntity,
  QuantityEntity,
  RejectEntity,
  ResultEntity,
  TaskEntity,
};

/** Every table, for the data source. */
export const ENTITIES = [
  CorrectionEntity,
  CorrectionEventEntity,
  DataVersionEntity,
  DatasetEntity,
  DocumentEntity,
  ExtractionEntity,
  ForgottenPaperEntity,
  IngestRunEntity,
  LinkEntity,
  MentionEntity,
  MethodEntity,
  MetricEntity,
  NameCountEntity,
  PaperKeyEntity,
  PaperRecordEntity,
  PaperEntity,
  QuantityEntity,
  RejectEntity,
  ResultEntity,
  TaskEntity,
];
