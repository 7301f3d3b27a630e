import type { PaperRecord } from '../domain/index.js';
import { MAX_RAW, type Position, type SourceItem } from './source.js';

const EMPTY: PaperRecord = {
  id: null,
  title: null,
  abstract: null,
  authors: [],
  publishedAt: null,
  updatedAt: null,
  arxivId: null,
  arxivVersion: null,
  doi: null,
  openAlexId: null,
  s2Id: null,
  url: null,
  source: '',
};

/** The longest title or abstract that is read; longer ones are rejected, since no paper has them. */
export const MAX_TEXT = 2_000_000;

/** Makes an item of what an adapter read; a record without title and abstract is a reject. */
export function toItem(
  parts: Partial<PaperRecord> & { source: string },
  position: Position,
  raw: string,
): SourceItem {
  const record: PaperRecord = {
    ...EMPTY,
    ...parts,
    title: filled(parts.title),
    abstract: filled(parts.abstract),
  };
  const kept = raw.slice(0, MAX_RAW);
  if (record.title === null && record.abstract === null) {
    return rejectItem('the record has neither a title nor an abstract', position, kept);
  }
  if ((record.title?.length ?? 0) + (record.abstract?.length ?? 0) > MAX_TEXT) {
    return rejectItem(`title and abstract are longer than ${MAX_TEXT} characters`, position, kept);
  }
  return { record, position, raw: kept };
}

export function rejectItem(reason: string, position: Position, raw: string): SourceItem {
  return { reject: { reason, position, raw: raw.slice(0, MAX_RAW) } };
}

function filled(text: string | null | undefined): string | null {
  return text === undefined || text === null || text.trim() === '' ? null : text;
}
