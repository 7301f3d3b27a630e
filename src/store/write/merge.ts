import type { PaperRecord } from '../../domain/index.js';
import {
  bestKey,
  contentHashOf,
  idAmong,
  recordHashOf,
  recordIdOf,
  sourceIdOf,
} from './identity.js';
import { sourcePriority } from './source-priority.js';

/** A record without its abstract, and the id that its source has for it. */
export type RecordMetadata = Omit<PaperRecord, 'abstract'> & { readonly sourceId: string };

/** A record as it is kept: everything but the abstract, which is in the document if it is the one read. */
export interface KeptRecord {
  readonly id: string;
  readonly source: string;
  readonly recordHash: string;
  readonly contentHash: string;
  readonly hasAbstract: boolean;
  readonly metadata: RecordMetadata;
  readonly origin: string;
  readonly position: string;
}

export function keptRecord(record: PaperRecord, origin: string, position: string): KeptRecord {
  const { abstract, ...metadata } = record;
  return {
    id: recordIdOf(record),
    source: record.source,
    recordHash: recordHashOf(record),
    contentHash: contentHashOf(record),
    hasAbstract: hasText(abstract),
    metadata: { ...metadata, sourceId: sourceIdOf(record) },
    origin,
    position,
  };
}

const hasText = (text: string | null): boolean => text !== null && text.trim() !== '';

/**
 * Sorts the better record first: one with an abstract, then by source, version, date, and hash, so that the
 * order is total and the best of a set is the same in whatever order it was put together.
 */
export function compareRecords(a: KeptRecord, b: KeptRecord): number {
  return (
    Number(b.hasAbstract) - Number(a.hasAbstract) ||
    sourcePriority(a.source) - sourcePriority(b.source) ||
    (b.metadata.arxivVersion ?? 0) - (a.metadata.arxivVersion ?? 0) ||
    compareText(b.metadata.updatedAt ?? '', a.metadata.updatedAt ?? '') ||
    compareText(a.recordHash, b.recordHash)
  );
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What a paper's row says, but for what its reading adds. */
export interface MergedPaper {
  readonly key: string;
  readonly title: string | null;
  readonly authors: readonly string[];
  readonly publishedAt: string | null;
  readonly publishedOn: string | null;
  readonly updatedAt: string | null;
  readonly updatedOn: string | null;
  readonly arxivId: string | null;
  readonly arxivVersion: number | null;
  readonly doi: string | null;
  readonly openAlexId: string | null;
  readonly s2Id: string | null;
  readonly url: string | null;
  readonly source: string;
  readonly sourceId: string;
  readonly withoutAbstract: boolean;
}

export interface MergedRecords {
  readonly paper: MergedPaper;
  /** The record whose text is read. */
  readonly best: KeptRecord;
  /** One for each id at each source, best first. */
  readonly records: readonly KeptRecord[];
}

/**
 * One paper out of all records of it: the best one's text; of everything else, the best record that says it.
 * A pure function of the two sets, so that neither the order of arrival nor the number of writers matters.
 * @param keys every key that ever led to the paper, those of `records` included
 */
export function mergeRecords(
  records: readonly KeptRecord[],
  keys: readonly string[],
): MergedRecords {
  const ranked = newestOfEach(records);
  const best = ranked[0];
  const key = bestKey(keys);
  if (!best || !key) throw new Error('a paper is made of at least one record and one key');
  const first = <T>(pick: (metadata: KeptRecord['metadata']) => T | null): T | null => {
    for (const { metadata } of ranked) {
      const value = pick(metadata);
      if (value !== null) return value;
    }
    return null;
  };
  const publishedAt = first((metadata) => metadata.publishedAt);
  const updatedAt = first((metadata) => metadata.updatedAt);
  const paper: MergedPaper = {
    key,
    // Sources exist that give abstracts apart from titles.
    title: first((metadata) => metadata.title),
    authors: first(({ authors }) => (authors.length > 0 ? authors : null)) ?? [],
    publishedAt,
    publishedOn: firstDay(publishedAt),
    updatedAt,
    updatedOn: firstDay(updatedAt),
    arxivId: idAmong(keys, 'arxiv'),
    arxivVersion: first((metadata) => metadata.arxivVersion),
    doi: idAmong(keys, 'doi'),
    openAlexId: idAmong(keys, 'openalex'),
    s2Id: idAmong(keys, 's2'),
    url: first((metadata) => metadata.url),
    source: best.source,
    sourceId: best.metadata.sourceId,
    withoutAbstract: !best.hasAbstract,
  };
  return { paper, best, records: ranked };
}

function newestOfEach(records: readonly KeptRecord[]): readonly KeptRecord[] {
  const seen = new Set<string>();
  return [...records].sort(compareRecords).filter(({ id }) => !seen.has(id) && seen.add(id));
}

/** First day that an ISO 8601 date of any precision can mean; null for what is no date. */
export function firstDay(date: string | null): string | null {
  const parts = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?!\d)/.exec(date ?? '');
  if (!parts?.[1] || parts[1] === '0000') return null;
  const day = `${parts[1]}-${parts[2] ?? '01'}-${parts[3] ?? '01'}`;
  const time = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(day) ? day : null;
}
