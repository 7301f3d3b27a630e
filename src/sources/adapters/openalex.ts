import { parseDate } from '../dates.js';
import { firstArxivId, parseArxivId, parseDoi, parseOpenAlexId } from '../identifiers.js';
import { textOfIndex } from '../json/inverted-index.js';
import { readJsonSource } from '../json/json-source.js';
import { type JsonObject, objectAt, objectsAt, textAt } from '../json/values.js';
import { toItem } from '../record.js';
import type { SourceAdapter } from '../source.js';

/** OpenAlex works: a page of the API, one work, or the snapshot's lines. */
export const openAlex: SourceAdapter = {
  name: 'openalex',
  description: 'OpenAlex works: API pages, single works, snapshot lines',
  detect(head) {
    if (!/^\s*[[{]/.test(head)) return 0;
    if (/"abstract_inverted_index"\s*:/.test(head)) return 0.95;
    if (/"id"\s*:\s*"https:\/\/openalex\.org\/W\d/.test(head)) return 0.9;
    return /"meta"\s*:\s*\{\s*"count"[\s\S]*"results"\s*:\s*\[/.test(head) ? 0.7 : 0;
  },
  read: (text) =>
    readJsonSource(text, ['results'], (value, { position, raw }) => {
      const openAlexId = parseOpenAlexId(
        textAt(value, 'id') ?? textAt(objectAt(value, 'ids'), 'openalex'),
      );
      const doi = parseDoi(textAt(value, 'doi') ?? textAt(objectAt(value, 'ids'), 'doi'));
      const arxiv = parseArxivId(doi) ?? firstArxivId(...addressesOf(value));
      const updated = textAt(value, 'updated_date');
      return toItem(
        {
          id: openAlexId ?? textAt(value, 'id'),
          title: textAt(value, 'title', 'display_name'),
          abstract: textOfIndex(value.abstract_inverted_index) ?? textAt(value, 'abstract'),
          authors: objectsAt(value, 'authorships').flatMap(
            (authorship) =>
              textAt(objectAt(authorship, 'author'), 'display_name') ??
              textAt(authorship, 'raw_author_name') ??
              [],
          ),
          publishedAt: parseDate(textAt(value, 'publication_date', 'publication_year') ?? ''),
          updatedAt: updated === null ? null : parseDate(updated),
          arxivId: arxiv?.id ?? null,
          arxivVersion: arxiv?.version ?? null,
          doi,
          openAlexId,
          url: openAlexId === null ? null : `https://openalex.org/${openAlexId}`,
          source: openAlex.name,
        },
        position,
        raw,
      );
    }),
};

function addressesOf(value: JsonObject): (string | null)[] {
  return objectsAt(value, 'locations').flatMap((location) => [
    textAt(location, 'landing_page_url'),
    textAt(location, 'pdf_url'),
  ]);
}
