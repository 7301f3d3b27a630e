import type { CanonicalKind, NameIndex } from '../domain/index.js';
import { DATASETS, METHODS, TASKS } from '../knowledge/name-knowledge.js';
import { METRICS } from '../knowledge/quantity-knowledge.js';
import { slugOf } from './canonical.js';
import { canonicalDataset, canonicalMethod, canonicalTask } from './known-names.js';
import { metricByName } from './metric-names.js';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
}
const aliasesBySlug = (rows: readonly Row[]): Map<string, readonly string[]> =>
  new Map(rows.map((row) => [row.id, row.aliases]));

const ALIASES: Readonly<Record<CanonicalKind, Map<string, readonly string[]>>> = {
  method: aliasesBySlug(METHODS),
  dataset: aliasesBySlug(DATASETS),
  task: aliasesBySlug(TASKS),
  metric: aliasesBySlug(METRICS),
};
const KNOWN: Readonly<Record<CanonicalKind, (name: string) => string | undefined>> = {
  method: (name) => canonicalMethod(name)?.slug,
  dataset: (name) => canonicalDataset(name)?.slug,
  task: (name) => canonicalTask(name)?.slug,
  metric: (name) => metricByName(name)?.id,
};

/** Names to slugs by the same rules that stored them. */
export const nameIndex: NameIndex = {
  slugOf: (kind, name) => KNOWN[kind](name) ?? slugOf(name),
  aliasesOf: (kind, slug) => ALIASES[kind].get(slug) ?? [],
};
