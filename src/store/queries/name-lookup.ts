import type { DataSource } from 'typeorm';
import type { CanonicalKind } from '../../domain/index.js';
import { NAME_TABLES } from './name-queries.js';

export interface AskedName {
  readonly kind: CanonicalKind;
  readonly slug: string;
}

/** The canonical names of the slugs that are in the store, by `kind:slug`, in one statement for all kinds. */
export async function knownNames(
  source: DataSource,
  asked: readonly AskedName[],
): Promise<Map<string, string>> {
  const kinds = [...new Set(asked.map(({ kind }) => kind))];
  const parameters: unknown[] = [];
  const parts = kinds.map((kind) => {
    parameters.push(asked.filter((name) => name.kind === kind).map(({ slug }) => slug));
    return `SELECT '${kind}' AS kind, slug, name FROM ${NAME_TABLES[kind]} WHERE slug = ANY($${parameters.length}::text[])`;
  });
  const rows: (AskedName & { readonly name: string })[] = await source.query(
    parts.join(' UNION ALL '),
    parameters,
  );
  return new Map(rows.map(({ kind, slug, name }) => [`${kind}:${slug}`, name]));
}

export interface NameCandidate {
  readonly slug: string;
  readonly name: string;
  readonly papers: number;
}

const MAX_CANDIDATES = 20;

/** What papers mean by a short form that they introduce themselves, most frequent first. */
export async function namesByAlias(
  source: DataSource,
  kind: CanonicalKind,
  alias: string,
): Promise<NameCandidate[]> {
  if (kind === 'metric') return [];
  const forms = [alias, alias.toUpperCase(), alias.toLowerCase()];
  return source.query(
    `SELECT t.slug, t.name, c.papers FROM (
       SELECT slug, count(DISTINCT paper_id)::int AS papers FROM mentions m
       WHERE m.active AND m.kind = $1 AND m.aliases <> '{}' AND m.aliases && $2::text[] GROUP BY slug) c
     JOIN ${NAME_TABLES[kind]} t USING (slug) ORDER BY c.papers DESC, t.slug LIMIT ${MAX_CANDIDATES}`,
    [kind, [...new Set(forms)]],
  );
}

const MAX_SIMILAR = 5000;

/** Names to choose the nearest from: those that begin like the one asked for, or hold it. */
export async function similarNames(
  source: DataSource,
  kind: CanonicalKind,
  slug: string,
): Promise<string[]> {
  const rows: { name: string }[] = await source.query(
    `SELECT name FROM ${NAME_TABLES[kind]} WHERE slug LIKE $1 OR strpos(slug, $2) > 0
     ORDER BY left(slug, 2) <> left($2, 2), slug LIMIT ${MAX_SIMILAR}`,
    [`${slug.slice(0, 1).replace(/[%_\\]/g, '\\$&')}%`, slug],
  );
  return rows.map(({ name }) => name);
}
