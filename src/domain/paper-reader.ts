import type { Extraction } from './extraction.js';

/**
 * Reads one text. Total: any two strings in, an Extraction out, never an exception. The same text gives
 * the same Extraction, whatever was read before.
 */
export interface PaperReader {
  readonly extractorVersion: string;
  read(title: string | null, abstract: string | null): Extraction;
}
