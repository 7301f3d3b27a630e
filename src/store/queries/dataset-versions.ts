import type { DataSource } from 'typeorm';
import { IS_LEVEL } from './levels.js';
import { Parameters } from './sql.js';

/** A number at the end of a name: `1k` of `imagenet-1k`, `v1.1`, `2017`. */
const VERSION = /^v?\d[\p{L}\d.+]*$/u;
const MOST = 5;

/** The slug without the numbers that it ends in: what `imagenet`, `imagenet-1k` and `imagenet-21k` have in common. */
export function stemOf(slug: string): string {
  const parts = slug.split('-');
  while (parts.length > 1 && VERSION.test(parts.at(-1) as string)) parts.pop();
  return parts.join('-');
}

/** SQL for the names of data sets with levels that differ from another's name by such numbers alone. */
export function namedAlike(slug: string, parameters: Parameters): string {
  const stem = parameters.add(stemOf(slug), '::text');
  // The range finds the names in their index: '.' comes right after '-'.
  return `ARRAY(SELECT d.name FROM datasets d
    WHERE (d.slug = ${stem} OR d.slug >= ${stem} || '-' AND d.slug < ${stem} || '.'
      AND substr(d.slug, length(${stem}) + 2) ~ '^v?\\d[^-]*(-v?\\d[^-]*)*$')
    AND d.slug <> ${parameters.add(slug, '::text')}
    AND EXISTS (SELECT 1 FROM results r WHERE ${IS_LEVEL} AND r.dataset_slug = d.slug)
    ORDER BY d.slug LIMIT ${MOST})`;
}

/** The same for a data set without any board. */
export async function readNamedAlike(source: DataSource, slug: string): Promise<string[]> {
  const parameters = new Parameters();
  const sql = `SELECT ${namedAlike(slug, parameters)} AS names`;
  const [row]: { names: string[] }[] = await source.query(sql, parameters.values);
  return row?.names ?? [];
}
