import { fullName } from '../authors.js';
import { isoDate, parseDate } from '../dates.js';
import { parseArxivId, parseDoi } from '../identifiers.js';
import { readJsonSource } from '../json/json-source.js';
import { arrayAt, isObject, type JsonObject, objectAt, objectsAt, textAt } from '../json/values.js';
import { toItem } from '../record.js';
import type { SourceAdapter } from '../source.js';
import { textOfMarkup } from '../text/markup.js';

/** Crossref works: a list, one work, or the public data file; abstracts are JATS. */
export const crossref: SourceAdapter = {
  name: 'crossref',
  description: 'Crossref works: API pages, single works, the public data file',
  detect(head) {
    if (!/^\s*[[{]/.test(head)) return 0;
    if (/"message-type"\s*:\s*"work/.test(head)) return 0.95;
    if (!/"DOI"\s*:/.test(head)) return 0;
    return /"(?:is-referenced-by-count|reference-count|content-domain)"\s*:/.test(head) ? 0.9 : 0;
  },
  read: (text) =>
    readJsonSource(text, ['message.items', 'items'], (value, { position, raw }) => {
      const work = isObject(value.message) ? value.message : value;
      const doi = parseDoi(textAt(work, 'DOI', 'doi'));
      const arxiv = parseArxivId(doi);
      return toItem(
        {
          id: doi,
          title: titleOf(work),
          abstract: markup(textAt(work, 'abstract'), { headings: false }),
          authors: objectsAt(work, 'author')
            .map(
              (author) =>
                textAt(author, 'name') ??
                fullName(
                  textAt(author, 'given'),
                  textAt(author, 'family'),
                  textAt(author, 'suffix'),
                ),
            )
            .filter(Boolean),
          publishedAt: dateOf(work, 'issued') ?? dateOf(work, 'published'),
          updatedAt: null,
          arxivId: arxiv?.id ?? null,
          arxivVersion: arxiv?.version ?? null,
          doi,
          url: textAt(work, 'URL'),
          source: crossref.name,
        },
        position,
        raw,
      );
    }),
};

function titleOf(work: JsonObject): string | null {
  const listed = arrayAt(work, 'title').find(
    (title) => typeof title === 'string' && title.trim() !== '',
  );
  return markup((listed as string | undefined) ?? textAt(work, 'title'));
}

function markup(fragment: string | null, options?: { headings: boolean }): string | null {
  if (fragment === null) return null;
  return withoutLabel(textOfMarkup(fragment, options));
}

/** Some publishers begin with the word itself, as plain text. */
const withoutLabel = (text: string): string => text.replace(/^Abstract[.:]?\s+(?=\p{Lu})/u, '');

function dateOf(work: JsonObject, key: string): string | null {
  const [parts] = arrayAt(objectAt(work, key), 'date-parts');
  if (!Array.isArray(parts)) return parseDate(textAt(objectAt(work, key), 'date-time') ?? '');
  return isoDate(...(parts as [number?, number?, number?]));
}
