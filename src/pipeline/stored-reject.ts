import type { PaperRecord } from '../domain/index.js';

/**
 * What stands as the format of a reject whose record was read but could not be stored: its raw text is the
 * record itself, as JSON.
 */
export const PAPER_RECORD = 'paper-record';

/** The record of such a reject; null where the text is cut off. */
export function storedRecord(raw: string): PaperRecord | null {
  try {
    return JSON.parse(raw) as PaperRecord;
  } catch {
    return null;
  }
}
