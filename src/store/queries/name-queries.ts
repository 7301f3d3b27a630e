import type { DataSource } from 'typeorm';
import type { CanonicalKind } from '../../domain/index.js';
import type { PageRequest, SortKey } from './keyset.js';
import { type Page, readPage } from './page.js';
import type { NamedRow } from './rows.js';
import { allOf, type Condition, type Parameters } from './sql.js';

const TABLES: Readonly<Record<CanonicalKind, string>> = {
  method: 'methods',
  dataset: 'datasets',
  task: 'tasks',
  metric: 'metrics',
};

export type NameOrder = 'PAPERS' | 'NAME';

/** Counts the papers of each: those that mention it, for a metric those that report a number on it. */
function counted(kind: CanonicalKind): string {
  const papers =
    kind === 'metric'
      ? 'SELECT count(DISTINCT r.paper_id) FROM results r WHERE r.metric_slug = t.slug AND r.active'
      : `SELECT count(*) FROM mentions m WHERE m.kind = '${kind}' AND m.slug = t.slug AND m.active`;
  return `(SELECT t.*, (${papers})::int AS papers FROM ${TABLES[kind]} t) n`;
}

const BY_NAME: SortKey = { column: 'n.slug', cast: 'text', descending: false, nullsFirst: false };
const BY_PAPERS: SortKey = {
  column: 'n.papers',
  cast: 'bigint',
  descending: true,
  nullsFirst: false,
};

/** All canonical things of a kind that some paper names. */
export function readNames(
  source: DataSource,
  kind: CanonicalKind,
  filter: { readonly search?: string | null },
  order: NameOrder,
  request: PageRequest,
  most: number,
): Promise<Page<NamedRow>> {
  return readPage(
    source,
    {
      select: 'n.*',
      from: counted(kind),
      where: (parameters) => allOf(['n.papers > 0', containing(filter.search, parameters)]),
      keys: order === 'PAPERS' ? [BY_PAPERS, BY_NAME] : [BY_NAME],
      identity: ['names', kind, filter],
    },
    request,
    most,
  );
}

function containing(search: string | null | undefined, parameters: Parameters): Condition | null {
  if (!search) return null;
  return `strpos(lower(n.name), lower(${parameters.add(search, '::text')})) > 0`;
}

export async function namesBySlug(
  source: DataSource,
  kind: CanonicalKind,
  slugs: readonly string[],
): Promise<Map<string, NamedRow>> {
  const rows: NamedRow[] = await source.query(
    `SELECT n.* FROM ${counted(kind)} WHERE n.slug = ANY($1::text[])`,
    [slugs],
  );
  return new Map(rows.map((row) => [row.slug, row]));
}

export interface AskedName {
  readonly kind: CanonicalKind;
  readonly slug: string;
}

/** Which of the slugs asked for are in the store, in one statement for all kinds. */
export async function knownSlugs(
  source: DataSource,
  asked: readonly AskedName[],
): Promise<Set<string>> {
  const kinds = [...new Set(asked.map(({ kind }) => kind))];
  const parameters: unknown[] = [];
  const parts = kinds.map((kind) => {
    parameters.push(asked.filter((name) => name.kind === kind).map(({ slug }) => slug));
    return `SELECT '${kind}' AS kind, slug FROM ${TABLES[kind]} WHERE slug = ANY($${parameters.length}::text[])`;
  });
  if (parts.length === 0) return new Set();
  const rows: AskedName[] = await source.query(parts.join(' UNION ALL '), parameters);
  return new Set(rows.map(({ kind, slug }) => `${kind}:${slug}`));
}

const MAX_CANDIDATES = 5000;

/** Names to choose the nearest from: those that share a beginning with the one asked for. */
export async function similarNames(
  source: DataSource,
  kind: CanonicalKind,
  slug: string,
): Promise<string[]> {
  const rows: { name: string }[] = await source.query(
    `SELECT name FROM ${TABLES[kind]} WHERE slug LIKE $1 OR strpos(slug, $2) > 0 LIMIT ${MAX_CANDIDATES}`,
    [`${slug.slice(0, 1).replace(/[%_\\]/g, '\\$&')}%`, slug],
  );
  return rows.map(({ name }) => name);
}
