import type { PagedService } from '../service.js';
import { arxivApi } from './arxiv-api.js';
import { huggingFaceApi } from './hugging-face.js';
import { oai } from './oai.js';
import { openAlexApi } from './openalex.js';
import { semanticScholarApi } from './semantic-scholar.js';

/** Every service whose lists are followed from page to page. */
export const SERVICES: readonly PagedService[] = Object.freeze([
  arxivApi,
  oai,
  openAlexApi,
  semanticScholarApi,
  huggingFaceApi,
]);
