import { toDocument } from '../documents/index.js';
import type { PaperReader } from '../domain/index.js';
import { EXTRACTOR_VERSION, extract } from '../extraction/index.js';
import { normalise } from '../normalisation/index.js';

/** The stages from text to Extraction in one: documents, extraction, normalisation. */
export function createPaperReader(): PaperReader {
  return {
    extractorVersion: EXTRACTOR_VERSION,
    read: (title, abstract) => normalise(extract(toDocument(title, abstract)), EXTRACTOR_VERSION),
  };
}
