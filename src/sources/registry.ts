import { aclAnthology } from './adapters/acl-anthology.js';
import { arxivAbs } from './adapters/arxiv-abs.js';
import { arxivAtom } from './adapters/arxiv-atom.js';
import { arxivKaggle } from './adapters/arxiv-kaggle.js';
import { arxivMail } from './adapters/arxiv-mail.js';
import { bibtex } from './adapters/bibtex.js';
import { crossref } from './adapters/crossref.js';
import { cslJson } from './adapters/csl-json.js';
import { csv } from './adapters/csv.js';
import { grobidTei } from './adapters/grobid-tei.js';
import { huggingFace } from './adapters/hugging-face.js';
import { huggingFaceMarkdown } from './adapters/hugging-face-markdown.js';
import { jats } from './adapters/jats.js';
import { json } from './adapters/json.js';
import { oaiPmh } from './adapters/oai-pmh.js';
import { openAlex } from './adapters/openalex.js';
import { pageText } from './adapters/page-text.js';
import { papersWithCode } from './adapters/papers-with-code.js';
import { pubmed } from './adapters/pubmed.js';
import { ris } from './adapters/ris.js';
import { semanticScholar } from './adapters/semantic-scholar.js';
import type { SourceAdapter } from './source.js';

/** Every format, one line each; where two are equally sure of an input, the earlier reads it. */
export const SOURCES: readonly SourceAdapter[] = Object.freeze([
  arxivAtom,
  oaiPmh,
  arxivKaggle,
  arxivAbs,
  arxivMail,
  openAlex,
  semanticScholar,
  crossref,
  pubmed,
  jats,
  grobidTei,
  aclAnthology,
  papersWithCode,
  huggingFace,
  huggingFaceMarkdown,
  cslJson,
  bibtex,
  ris,
  csv,
  json,
  pageText,
]);
