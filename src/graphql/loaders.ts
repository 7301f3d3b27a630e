import DataLoader from 'dataloader';
import type { CanonicalKind } from '../domain/index.js';
import type { Database } from '../store/index.js';
import {
  type AskedName,
  type CorrectionEventRow,
  type CorrectionRow,
  correctionsByIds,
  countNestedRows,
  eventsOfCorrections,
  type FindingRows,
  findingsOfPapers,
  knownNames,
  type NamedRow,
  type NestedList,
  nameOf,
  namesBySlug,
  type Page,
  type PageRequest,
  type PaperPart,
  papersByIds,
  type ResultPart,
  readNestedPages,
  resultsByIds,
} from '../store/queries/index.js';
import type { Selection } from './selection.js';

/** One statement a level: every loader gathers the keys of a level before it asks. */
export interface Loaders {
  readonly paper: DataLoader<string, PaperPart | null>;
  readonly result: DataLoader<string, ResultPart | null>;
  /** What papers name and link to. */
  readonly findings: DataLoader<string, FindingRows | null>;
  readonly correction: DataLoader<string, CorrectionRow | null>;
  readonly correctionEvents: DataLoader<string, readonly CorrectionEventRow[]>;
  /** Canonical names; null for what no paper names. */
  readonly known: DataLoader<AskedName, string | null, string>;
  named(kind: CanonicalKind): DataLoader<string, NamedRow | null>;
  /** The same page of lists of many parents. */
  page<Row>(list: NestedList, request: PageRequest, most: number): DataLoader<string, Page<Row>>;
  /** Rows of the lists of many parents. */
  count(list: NestedList): DataLoader<string, number>;
}

/** @param selection what the operation selects, asked for when something is read */
export function createLoaders(source: Database, selection: () => Selection): Loaders {
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
  const paper = single('paper', (ids) => papersByIds(source, ids, selection().papers));
  return {
    paper,
    result: single('result', async (ids) => {
      const { results, papers, has } = selection();
      const rows = await resultsByIds(source, ids, results, has('paper') ? papers : null);
      for (const row of rows.values()) if (row.paper) paper.prime(row.paper.id, row.paper);
      return rows;
    }),
    correction: single('correction', (ids) => correctionsByIds(source, ids)),
    correctionEvents: once('events', async (ids) => {
      const found = await eventsOfCorrections(source, ids);
      return ids.map((id) => found.get(id) ?? []);
    }),
    findings: single('findings', (ids) => findingsOfPapers(source, ids, selection().findings)),
    known: new DataLoader<AskedName, string | null, string>(
      async (asked) => {
        const names = await knownNames(source, asked);
        return asked.map((name) => names.get(keyOfName(name)) ?? null);
      },
      { cacheKeyFn: keyOfName },
    ),
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

export function keyOfName({ kind, slug }: AskedName): string {
  return `${kind}:${slug}`;
}
