import type { EntityManager } from 'typeorm';
import type { Canonical, Category, Extraction } from '../../domain/index.js';

export const CANONICAL_TABLES = ['methods', 'datasets', 'tasks', 'metrics'] as const;
export type CanonicalTable = (typeof CANONICAL_TABLES)[number];

/** What knowledge says about a metric. */
export interface MetricFacts {
  readonly better: 'higher' | 'lower' | null;
  readonly scale: string | null;
  readonly category: Category | null;
}
/** Null for metrics that knowledge does not have. */
export type DescribeMetric = (slug: string) => MetricFacts | null;

export type Slugs = Readonly<Record<CanonicalTable, readonly string[]>>;
type Names = Record<CanonicalTable, Map<string, string>>;

/**
 * Writes the canonical names that extractions speak of. Where papers write one name differently, the
 * smallest spelling stays, so that the order of writing does not show.
 */
export async function writeCanonical(
  manager: EntityManager,
  extractions: readonly Extraction[],
  describe: DescribeMetric,
): Promise<void> {
  const names = namesOf(extractions);
  for (const table of ['methods', 'datasets', 'tasks'] as const) {
    const entries = [...names[table]];
    if (entries.length > 0) await upsertNames(manager, table, entries);
  }
  const metrics = [...names.metrics].map(([slug, name]) => ({ slug, name, ...describe(slug) }));
  if (metrics.length > 0) {
    await manager.query(
      `INSERT INTO metrics (slug, name, better, scale, category)
       SELECT slug, name, better, scale, category
       FROM json_to_recordset($1::json) AS row (slug text, name text, better text, scale text, category text)
       ORDER BY slug COLLATE "C"
       ON CONFLICT (slug) DO UPDATE SET name = least(metrics.name, excluded.name),
         better = excluded.better, scale = excluded.scale, category = excluded.category
       WHERE (metrics.name, metrics.better, metrics.scale, metrics.category) IS DISTINCT FROM
         (least(metrics.name, excluded.name), excluded.better, excluded.scale, excluded.category)`,
      [JSON.stringify(metrics)],
    );
  }
}

async function upsertNames(
  manager: EntityManager,
  table: Exclude<CanonicalTable, 'metrics'>,
  entries: readonly (readonly [slug: string, name: string])[],
): Promise<void> {
  await manager.query(
    `INSERT INTO ${table} (slug, name)
     SELECT slug, name FROM unnest($1::text[], $2::text[]) AS row (slug, name)
     ORDER BY slug COLLATE "C"
     ON CONFLICT (slug) DO UPDATE SET name = excluded.name WHERE ${table}.name > excluded.name`,
    [entries.map(([slug]) => slug), entries.map(([, name]) => name)],
  );
}

function namesOf(extractions: readonly Extraction[]): Names {
  const names: Names = {
    methods: new Map(),
    datasets: new Map(),
    tasks: new Map(),
    metrics: new Map(),
  };
  const add = (table: CanonicalTable, canonical: Canonical | null) => {
    if (!canonical) return;
    const { slug, name } = canonical;
    const present = names[table].get(slug);
    if (present === undefined || name < present) names[table].set(slug, name);
  };
  for (const extraction of extractions) {
    for (const { canonical } of extraction.methods) add('methods', canonical);
    for (const { canonical } of extraction.datasets) add('datasets', canonical);
    for (const { canonical } of extraction.tasks) add('tasks', canonical);
    for (const { canonical } of extraction.results) {
      add('metrics', canonical.metric);
      add('datasets', canonical.dataset);
      add('tasks', canonical.task);
      add('methods', canonical.subject);
      add('methods', canonical.baseline);
    }
  }
  return names;
}
