import DataLoader from 'dataloader';
import type { CanonicalKind } from '../domain/index.js';
import type { Database } from '../store/index.js';
import {
  type LinkRow,
  linksOfPapers,
  type MentionRow,
  mentionsOfPapers,
  type NamedRow,
  namesBySlug,
  type PaperRow,
  papersByIds,
  type QuantityRow,
  quantitiesOfPapers,
  type ResultRow,
  resultCounts,
  resultsOfPapers,
} from '../store/queries/index.js';

/** One statement a level: every loader gathers the keys of a level before it asks. */
export interface Loaders {
  readonly paper: DataLoader<string, PaperRow | null>;
  readonly links: DataLoader<string, LinkRow[]>;
  mentions(kind: MentionRow['kind']): DataLoader<string, MentionRow[]>;
  named(kind: CanonicalKind): DataLoader<string, NamedRow | null>;
  results(after: number, limit: number): DataLoader<string, ResultRow[]>;
  /** Number of active results of a paper. */
  readonly resultCount: DataLoader<string, number>;
  quantities(limit: number): DataLoader<string, QuantityRow[]>;
}

export function createLoaders(source: Database): Loaders {
  const cache = new Map<string, DataLoader<string, never>>();
  const once = <V>(
    name: string,
    load: (keys: readonly string[]) => Promise<V[]>,
  ): DataLoader<string, V> => {
    const loader = cache.get(name) ?? (new DataLoader<string, V>(load) as never);
    cache.set(name, loader as never);
    return loader as unknown as DataLoader<string, V>;
  };
  const single = <V>(name: string, load: (keys: readonly string[]) => Promise<Map<string, V>>) =>
    once<V | null>(name, async (keys) => {
      const found = await load(keys);
      return keys.map((key) => found.get(key) ?? null);
    });
  const many = <V>(name: string, load: (keys: readonly string[]) => Promise<Map<string, V[]>>) =>
    once<V[]>(name, async (keys) => {
      const found = await load(keys);
      return keys.map((key) => found.get(key) ?? []);
    });
  return {
    paper: single('paper', (ids) => papersByIds(source, ids)),
    resultCount: once<number>('result-count', async (ids) => {
      const counts = await resultCounts(source, ids);
      return ids.map((id) => counts.get(id) ?? 0);
    }),
    links: many('links', (ids) => linksOfPapers(source, ids)),
    mentions: (kind) => many(`mentions:${kind}`, (ids) => mentionsOfPapers(source, kind, ids)),
    named: (kind) => single(`named:${kind}`, (slugs) => namesBySlug(source, kind, slugs)),
    results: (after, limit) =>
      many(`results:${after}:${limit}`, (ids) => resultsOfPapers(source, ids, after, limit)),
    quantities: (limit) =>
      many(`quantities:${limit}`, (ids) => quantitiesOfPapers(source, ids, limit)),
  };
}
