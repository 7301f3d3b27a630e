import type { Extraction } from '../../domain/index.js';
import type { Columns, Row } from './insert-rows.js';
import type { KeptRecord, MergedRecords } from './merge.js';
import type { StoredPaper } from './paper-groups.js';
import { type ReadDocument, type ReadingRows, readingRows } from './reading-rows.js';

/** What becomes of one paper. */
export interface PaperChange {
  readonly paperId: string;
  readonly merged: MergedRecords;
  readonly keys: readonly string[];
  readonly hasCode: boolean;
  readonly documentId: string;
  /** Null where the stored reading stays. */
  readonly reading: NewReading | null;
  readonly stored: readonly StoredPaper[];
}

export interface NewReading {
  readonly title: string | null;
  readonly abstract: string | null;
  readonly extraction: Extraction;
}

export const PAPER_COLUMNS: Columns = {
  ...{ id: 'uuid', key: 'text', document_id: 'uuid', title: 'text', authors: 'text[]' },
  ...{ published_at: 'text', published_on: 'date', updated_at: 'text', updated_on: 'date' },
  ...{ arxiv_id: 'text', arxiv_version: 'integer', doi: 'text', openalex_id: 'text' },
  ...{ s2_id: 'text', url: 'text', source: 'text', source_id: 'text', has_code: 'boolean' },
  ...{ without_abstract: 'boolean', changed_at: 'timestamptz' },
};
export const KEY_COLUMNS: Columns = { key: 'text', paper_id: 'uuid' };
export const RECORD_COLUMNS: Columns = {
  ...{ id: 'uuid', paper_id: 'uuid', source: 'text', record_hash: 'text', content_hash: 'text' },
  ...{ has_abstract: 'boolean', metadata: 'jsonb', origin: 'text', position: 'text' },
};
export const DOCUMENT_COLUMNS: Columns = {
  ...{ id: 'uuid', paper_id: 'uuid', content_hash: 'text', title: 'text', abstract: 'text' },
};

export function paperRow({ paperId, merged: { paper }, documentId, hasCode }: PaperChange): Row {
  return {
    id: paperId,
    key: paper.key,
    document_id: documentId,
    title: paper.title,
    authors: paper.authors,
    published_at: paper.publishedAt,
    published_on: paper.publishedOn,
    updated_at: paper.updatedAt,
    updated_on: paper.updatedOn,
    arxiv_id: paper.arxivId,
    arxiv_version: paper.arxivVersion,
    doi: paper.doi,
    openalex_id: paper.openAlexId,
    s2_id: paper.s2Id,
    url: paper.url,
    source: paper.source,
    source_id: paper.sourceId,
    has_code: hasCode,
    without_abstract: paper.withoutAbstract,
  };
}

export function recordRow(kept: KeptRecord, paperId: string): Row {
  const { id, source, metadata, origin, position } = kept;
  return {
    ...{ id, paper_id: paperId, source, metadata, origin, position },
    record_hash: kept.recordHash,
    content_hash: kept.contentHash,
    has_abstract: kept.hasAbstract,
  };
}

export function documentRow({ documentId, paperId, merged, reading }: PaperChange): Row {
  const { title, abstract } = reading as NewReading;
  return {
    ...{ id: documentId, paper_id: paperId, title, abstract },
    content_hash: merged.best.contentHash,
  };
}

export function readingRowsOf(change: PaperChange): ReadingRows {
  const document: ReadDocument = {
    paperId: change.paperId,
    paperKey: change.merged.paper.key,
    publishedOn: change.merged.paper.publishedOn,
    documentId: change.documentId,
    contentHash: change.merged.best.contentHash,
  };
  return readingRows(document, (change.reading as NewReading).extraction, true);
}
