import { authorList, fullName } from '../authors.js';
import { parseAnyDate, parseDate, parseMailDate } from '../dates.js';
import { parseArxivId, parseDoi } from '../identifiers.js';
import { readJsonSource } from '../json/json-source.js';
import { arrayAt, type JsonObject, objectsAt, textAt } from '../json/values.js';
import { toItem } from '../record.js';
import type { SourceAdapter } from '../source.js';
import { oneLine } from '../text/white-space.js';

/** arXiv's snapshot as Kaggle hands it out: one object a line, with all versions and split names. */
export const arxivKaggle: SourceAdapter = {
  name: 'arxiv-kaggle',
  description: "arXiv's metadata snapshot from Kaggle, JSON lines",
  detect(head) {
    if (!/^\s*[[{]/.test(head)) return 0;
    if (/"authors_parsed"\s*:/.test(head)) return 0.95;
    return /"submitter"\s*:/.test(head) && /"update_date"\s*:|"versions"\s*:/.test(head) ? 0.9 : 0;
  },
  read: (text) =>
    readJsonSource(text, [], (value, { position, raw }) => {
      const versions = objectsAt(value, 'versions');
      const first = textAt(versions[0] ?? {}, 'created');
      const last = textAt(versions.at(-1) ?? {}, 'version');
      const arxiv = parseArxivId(textAt(value, 'id'));
      const updated = textAt(value, 'update_date');
      return toItem(
        {
          id: textAt(value, 'id'),
          title: unfolded(textAt(value, 'title')),
          abstract: unfolded(textAt(value, 'abstract')),
          authors: authorsOf(value),
          publishedAt: first === null ? null : (parseMailDate(first) ?? parseAnyDate(first)),
          updatedAt: updated === null ? null : parseDate(updated),
          arxivId: arxiv?.id ?? null,
          arxivVersion: arxiv?.version ?? versionNumber(last),
          doi: parseDoi(textAt(value, 'doi')),
          url: arxiv ? `https://arxiv.org/abs/${arxiv.id}` : null,
          source: arxivKaggle.name,
        },
        position,
        raw,
      );
    }),
};

/** arXiv folds long lines of titles and abstracts; the breaks mean nothing. */
const unfolded = (text: string | null): string | null => (text === null ? null : oneLine(text));

function versionNumber(version: string | null): number | null {
  const digits = /^v?(\d{1,3})$/.exec(version ?? '')?.[1];
  return digits === undefined ? null : Number(digits);
}

function authorsOf(value: JsonObject): string[] {
  const parsed = arrayAt(value, 'authors_parsed').flatMap((parts) => {
    if (!Array.isArray(parts)) return [];
    const [last, first, suffix] = parts as (string | undefined)[];
    return [fullName(first, last, suffix)].filter(Boolean);
  });
  return parsed.length > 0 ? parsed : authorList(textAt(value, 'authors') ?? '');
}
