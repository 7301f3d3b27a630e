import type { Extraction } from '../domain/index.js';
import { createPaperReader } from './paper-reader.js';

/** One text for a worker: what a thread is sent has to be plain data. */
export interface PaperText {
  readonly title: string | null;
  readonly abstract: string | null;
}

const reader = createPaperReader();

/** Runs in a thread of the pool. */
export default function readBatch(texts: readonly PaperText[]): Extraction[] {
  return texts.map(({ title, abstract }) => reader.read(title, abstract));
}
