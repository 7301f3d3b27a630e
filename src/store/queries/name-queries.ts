import type { DataSource } from 'typeorm';
import type { CanonicalKind } from '../../domain/index.js';
import { numberCondition, textCondition } from './comparisons.js';
import type { NamedFilter } from './filter-inputs.js';
import type { ListQuery } from './page.js';
import type { NamedRow } from './rows.js';
import { type Order, type SortColumn, sortKeys } from './sort.js';
import { allOf } from './sql.js';

export const NAME_TABLES: Readonly<Record<CanonicalKind, string>> = {
  method: 'methods',
  dataset: 'datasets',
  task: 'tasks',
  metric: 'metrics',
};

export type NameOrderField = 'PAPERS' | 'NAME';

const COLUMNS: Readonly<Record<NameOrderField, SortColumn>> = {
  PAPERS: { column: 'n.papers', type: 'bigint', nullable: false },
  NAME: { column: 'n.name', type: 'text', nullable: false },
};

/** Canonical things of a kind that some paper names; a metric, that some paper reports a number on. */
export function nameList(
  kind: CanonicalKind,
  filter: NamedFilter | null,
  orders: readonly Order<NameOrderField>[],
): ListQuery {
  return {
    select: 'n.*',
    from: () =>
      `(SELECT t.*, c.papers FROM ${NAME_TABLES[kind]} t JOIN name_counts c ON c.kind = '${kind}' AND c.slug = t.slug) n`,
    where: (parameters) =>
      allOf([
        textCondition('n.name', filter?.name, parameters),
        textCondition('n.slug', filter?.slug, parameters),
        numberCondition('n.papers', filter?.paperCount, parameters),
      ]),
    keys: () => sortKeys(orders, COLUMNS, { column: 'n.slug', type: 'text', nullable: false }),
    identity: ['names', kind, filter],
  };
}

/** Canonical things with their counts, 0 for one that only results name. */
export async function namesBySlug(
  source: DataSource,
  kind: CanonicalKind,
  slugs: readonly string[],
): Promise<Map<string, NamedRow>> {
  const rows: NamedRow[] = await source.query(
    `SELECT t.*, coalesce(c.papers, 0) AS papers FROM ${NAME_TABLES[kind]} t
      LEFT JOIN name_counts c ON c.kind = '${kind}' AND c.slug = t.slug WHERE t.slug = ANY($1::text[])`,
    [slugs],
  );
  return new Map(rows.map((row) => [row.slug, row]));
}
