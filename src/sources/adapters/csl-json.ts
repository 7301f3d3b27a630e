import { fullName } from '../authors.js';
import { isoDate, parseAnyDate } from '../dates.js';
import { findArxivId, firstArxivId, parseDoi, parseUrl } from '../identifiers.js';
import { readJsonSource } from '../json/json-source.js';
import { arrayAt, type JsonObject, objectAt, objectsAt, textAt } from '../json/values.js';
import { toItem } from '../record.js';
import type { SourceAdapter } from '../source.js';
import { textOfMarkup } from '../text/markup.js';

/** CSL-JSON, as Zotero, Pandoc and Manubot write it. */
export const cslJson: SourceAdapter = {
  name: 'csl-json',
  description: 'CSL-JSON, as Zotero and Pandoc write it',
  detect(head) {
    if (!/^\s*[[{]/.test(head)) return 0;
    if (
      !/"type"\s*:\s*"(?:article|report|book|chapter|paper|post|manuscript|thesis|webpage|dataset)/.test(
        head,
      )
    )
      return 0;
    if (/"issued"\s*:\s*\{|"container-title"\s*:\s*"/.test(head)) return 0.85;
    return /"(?:citation-key|citation-label)"\s*:/.test(head) ? 0.8 : 0;
  },
  read: (text) =>
    readJsonSource(text, ['items', 'references'], (value, { position, raw }) => {
      const url = parseUrl(textAt(value, 'URL'));
      const doi = parseDoi(textAt(value, 'DOI'));
      const arxiv =
        firstArxivId(url, doi, textAt(value, 'number'), textAt(value, 'arxiv')) ??
        findArxivId(textAt(value, 'note'));
      return toItem(
        {
          id: textAt(value, 'id'),
          title: markup(textAt(value, 'title')),
          abstract: markup(textAt(value, 'abstract')),
          authors: objectsAt(value, 'author').map(nameOf).filter(Boolean),
          publishedAt: dateOf(objectAt(value, 'issued')),
          arxivId: arxiv?.id ?? null,
          arxivVersion: arxiv?.version ?? null,
          doi,
          url,
          source: cslJson.name,
        },
        position,
        raw,
      );
    }),
};

/** CSL allows HTML's inline tags and JATS left over from Crossref; other text stays as it is. */
function markup(text: string | null): string | null {
  if (text === null || !/<\/?[a-z][\w:-]*[^<>]*>/i.test(text)) return text;
  return textOfMarkup(text, { headings: false });
}

function nameOf(author: JsonObject): string {
  return (
    textAt(author, 'literal') ??
    fullName(
      textAt(author, 'given'),
      textAt(author, 'non-dropping-particle', 'dropping-particle'),
      textAt(author, 'family'),
      textAt(author, 'suffix'),
    )
  );
}

function dateOf(issued: JsonObject): string | null {
  const [parts] = arrayAt(issued, 'date-parts');
  if (Array.isArray(parts)) return isoDate(...(parts as [number?, number?, number?]));
  return parseAnyDate(textAt(issued, 'raw', 'literal') ?? '');
}
