import { json } from './adapters/json.js';
import { pageText } from './adapters/page-text.js';
import type { SourceAdapter } from './source.js';

/** Every format, one line each; where two are equally sure of an input, the earlier reads it. */
export const SOURCES: readonly SourceAdapter[] = Object.freeze([json, pageText]);
