import type { Canonical } from '../domain/index.js';
import { DATASETS, METHODS, TASKS } from '../knowledge/name-knowledge.js';
import { slugOf } from './canonical.js';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

/** Looks a name up among known ones: by exact spelling, else by slug. */
function resolver(rows: readonly Row[]): (name: string) => Canonical | null {
  const exact = new Map<string, Row>();
  const bySlug = new Map<string, Row>();
  for (const row of rows) {
    for (const form of [row.name, ...row.aliases]) {
      exact.set(form, row);
      if (!bySlug.has(slugOf(form))) bySlug.set(slugOf(form), row);
    }
  }
  return (name) => {
    const row = exact.get(name) ?? bySlug.get(slugOf(name));
    return row ? { slug: row.id, name: row.name } : null;
  };
}

export const canonicalDataset = resolver(DATASETS);
export const canonicalMethod = resolver(METHODS);
export const canonicalTask = resolver(TASKS);
