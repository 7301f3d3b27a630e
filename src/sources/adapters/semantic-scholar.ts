import { parseDate } from '../dates.js';
import { firstArxivId, parseDoi } from '../identifiers.js';
import { readJsonSource } from '../json/json-source.js';
import { isObject, type JsonObject, objectAt, objectsAt, textAt } from '../json/values.js';
import { toItem } from '../record.js';
import type { SourceAdapter } from '../source.js';

/**
 * Semantic Scholar's graph API (a paper, a batch, a search, references and citations) and its data sets
 * `papers` and `abstracts`. Rows of the data sets have no `paperId`; they are one paper by their corpus id,
 * in the form that the API takes it in.
 */
export const semanticScholar: SourceAdapter = {
  name: 'semantic-scholar',
  description: 'Semantic Scholar papers: single, batch, search, references, citations; data sets',
  detect(head) {
    if (!/^\s*[[{]/.test(head)) return 0;
    if (/"(?:citedPaper|citingPaper|externalIds|corpusId|corpusid)"\s*:/.test(head)) return 0.9;
    if (/"paperId"\s*:\s*(?:"[0-9a-f]{40}"|null)/.test(head)) return 0.9;
    if (/^\s*\{\s*"(?:error|message)"\s*:/.test(head)) return 0.5;
    return /^\s*\{\s*"(?:total|offset)"\s*:[\s\S]*"data"\s*:\s*\[/.test(head) ? 0.7 : 0;
  },
  read: (text) =>
    readJsonSource(text, ['data', 'recommendedPapers'], (value, { position, raw }) => {
      const paper = paperWithin(value);
      const ids = idsOf(paper);
      const arxiv = firstArxivId(textAt(ids, 'ArXiv'), textAt(ids, 'DOI'));
      const paperId = textAt(paper, 'paperId');
      const corpusId = textAt(paper, 'corpusId', 'corpusid');
      const s2Id = paperId ?? corpusIdOf(paper);
      // A row of `abstracts` must not take the place of the row of `papers`.
      const part = isAbstractRow(paper) ? '/abstract' : '';
      return toItem(
        {
          id: paperId ?? (corpusId && `${corpusId}${part}`),
          title: textAt(paper, 'title'),
          abstract: textAt(paper, 'abstract'),
          authors: objectsAt(paper, 'authors').flatMap((author) => textAt(author, 'name') ?? []),
          publishedAt: dateOf(paper),
          arxivId: arxiv?.id ?? null,
          arxivVersion: arxiv?.version ?? null,
          doi: parseDoi(textAt(ids, 'DOI')),
          s2Id,
          url: textAt(paper, 'url'),
          source: semanticScholar.name,
        },
        position,
        raw,
      );
    }),
};

/** References and citations wrap the paper in what is said of the link. */
function paperWithin(value: JsonObject): JsonObject {
  if (isObject(value.citedPaper)) return value.citedPaper;
  if (isObject(value.citingPaper)) return value.citingPaper;
  return value;
}

const isAbstractRow = (paper: JsonObject): boolean => isObject(paper.openaccessinfo);

/** Rows of `abstracts` keep what other catalogues call the paper one level down. */
function idsOf(paper: JsonObject): JsonObject {
  if (isObject(paper.externalIds)) return paper.externalIds;
  if (isObject(paper.externalids)) return paper.externalids;
  return objectAt(paper, 'openaccessinfo', 'externalids');
}

/** Of a data set's row; what the API answers with is known by its `paperId`. */
function corpusIdOf(paper: JsonObject): string | null {
  const id = textAt(paper, 'corpusid');
  return id === null ? null : `CorpusId:${id}`;
}

function dateOf(paper: JsonObject): string | null {
  return (
    parseDate(textAt(paper, 'publicationDate', 'publicationdate') ?? '') ??
    parseDate(textAt(paper, 'year') ?? '')
  );
}
