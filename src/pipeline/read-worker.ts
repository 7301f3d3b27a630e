import type { Extraction } from '../domain/index.js';
import { createPaperReader } from './paper-reader.js';

/** One text for a worker: what a thread is sent has to be plain data. */
export interface PaperText {
  readonly title: string | null;
  readonly abstract: string | null;
}

const reader = createPaperReader();

/** Reads texts in the calling thread. */
export const readTexts = (texts: readonly PaperText[]): Extraction[] =>
  texts.map(({ title, abstract }) => reader.read(title, abstract));

/** Runs in a thread of the pool: JSON texts are sent and kept at less cost than the objects. */
export default function readBatch(texts: readonly PaperText[]): string[] {
  return readTexts(texts).map((extraction) => JSON.stringify(extraction));
}
