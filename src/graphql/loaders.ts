import DataLoader from 'dataloader';
import type { CanonicalKind } from '../domain/index.js';
import type { Database } from '../store/index.js';
import {
  countNestedRows,
  type LinkRow,
  linksOfPapers,
  type MentionRow,
  mentionsOfPapers,
  type NamedRow,
  type NestedList,
  nameOf,
  namesBySlug,
  type Page,
  type PageRequest,
  type PaperRow,
  papersByIds,
  type ResultRow,
  readNestedPages,
  resultsByIds,
} from '../store/queries/index.js';

/** One statement a level: every loader gathers the keys of a level before it asks. */
export interface Loaders {
  readonly paper: DataLoader<string, PaperRow | null>;
  readonly result: DataLoader<string, ResultRow | null>;
  readonly links: DataLoader<string, LinkRow[]>;
  readonly mentions: DataLoader<string, MentionRow[]>;
  named(kind: CanonicalKind): DataLoader<string, NamedRow | null>;
  /** The same page of lists of many parents. */
  page<Row>(list: NestedList, request: PageRequest, most: number): DataLoader<string, Page<Row>>;
  /** Rows of the lists of many parents. */
  count(list: NestedList): DataLoader<string, number>;
}

export function createLoaders(source: Database): Loaders {
  const cache = new Map<string, unknown>();
  const once = <V>(
    name: string,
    load: (keys: readonly string[]) => Promise<readonly (V | Error)[]>,
  ): DataLoader<string, V> => {
    const loader =
      (cache.get(name) as DataLoader<string, V> | undefined) ?? new DataLoader<string, V>(load);
    cache.set(name, loader);
    return loader;
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
    result: single('result', (ids) => resultsByIds(source, ids)),
    links: many('links', (ids) => linksOfPapers(source, ids)),
    mentions: many('mentions', (ids) => mentionsOfPapers(source, ids)),
    named: (kind) => single(`named:${kind}`, (slugs) => namesBySlug(source, kind, slugs)),
    page: (list, request, most) =>
      once(`page:${nameOf(list)}:${JSON.stringify(request)}`, (parents) =>
        readNestedPages(source, list, parents, request, most),
      ),
    count: (list) =>
      once(`count:${JSON.stringify(list.identity)}`, (parents) =>
        countNestedRows(source, list, parents),
      ),
  };
}
