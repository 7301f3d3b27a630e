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
  /** Forgets what was loaded. */
  clear(): void;
}

export function createLoaders(source: Database, selection: Selection): Loaders {
  const cache = new Map<string, DataLoader<unknown, unknown>>();
  const once = <V, K = string>(
    name: string,
    load: (keys: readonly K[]) => Promise<readonly (V | Error)[]>,
    cacheKeyFn?: (key: K) => string,
  ): DataLoader<K, V, string> => {
    const before = cache.get(name) as DataLoader<K, V, string> | undefined;
    const loader =
      before ?? new DataLoader<K, V, string>(load, { ...(cacheKeyFn && { cacheKeyFn }) });
    cache.set(name, loader as DataLoader<unknown, unknown>);
    return loader;
  };
  const single = <V>(name: string, load: (keys: readonly string[]) => Promise<Map<string, V>>) =>
    once<V | null>(name, async (keys) => {
      const found = await load(keys);
      return keys.map((key) => found.get(key) ?? null);
    });
  return {
    get paper() {
      return single('paper', (ids) => papersByIds(source, ids, selection.papers));
    },
    get result() {
      return single('result', async (ids) => {
        const papers = selection.has('paper') ? selection.papers : null;
        const rows = await resultsByIds(source, ids, selection.results, papers);
        for (const row of rows.values()) if (row.paper) this.paper.prime(row.paper.id, row.paper);
        return rows;
      });
    },
    get correction() {
      return single('correction', (ids) => correctionsByIds(source, ids));
    },
    get correctionEvents() {
      return once<readonly CorrectionEventRow[]>('events', async (ids) => {
        const found = await eventsOfCorrections(source, ids);
        return ids.map((id) => found.get(id) ?? []);
      });
    },
    get findings() {
      return single('findings', (ids) => findingsOfPapers(source, ids, selection.findings));
    },
    get known() {
      const load = async (asked: readonly AskedName[]) => {
        const names = await knownNames(source, asked);
        return asked.map((name) => names.get(keyOfName(name)) ?? null);
      };
      return once<string | null, AskedName>('known', load, keyOfName);
    },
    named: (kind) => single(`named:${kind}`, (slugs) => namesBySlug(source, kind, slugs)),
    page: (list, request, most) =>
      once(`page:${nameOf(list)}:${JSON.stringify(request)}`, (parents) =>
        readNestedPages(source, list, parents, request, most),
      ),
    count: (list) =>
      once(`count:${JSON.stringify(list.identity)}`, (parents) =>
        countNestedRows(source, list, parents),
      ),
    clear: () => cache.clear(),
  };
}

export function keyOfName({ kind, slug }: AskedName): string {
  return `${kind}:${slug}`;
}
