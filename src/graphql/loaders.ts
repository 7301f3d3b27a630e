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
  return new RequestLoaders(source, selection);
}

/**
 * Makes each loader when it is first asked for. A class, as an object with getters of its own, made for every
 * request, has a shape of its own, which holds on to it until the next full collection of garbage.
 */
class RequestLoaders implements Loaders {
  readonly #source: Database;
  readonly #selection: Selection;
  readonly #made = new Map<string, DataLoader<unknown, unknown>>();

  constructor(source: Database, selection: Selection) {
    this.#source = source;
    this.#selection = selection;
  }

  get paper() {
    return this.#single('paper', (ids) => papersByIds(this.#source, ids, this.#selection.papers));
  }

  get result() {
    return this.#single('result', async (ids) => {
      const { results, papers } = this.#selection;
      const withPapers = this.#selection.has('paper') ? papers : null;
      const rows = await resultsByIds(this.#source, ids, results, withPapers);
      for (const row of rows.values()) if (row.paper) this.paper.prime(row.paper.id, row.paper);
      return rows;
    });
  }

  get correction() {
    return this.#single('correction', (ids) => correctionsByIds(this.#source, ids));
  }

  get correctionEvents() {
    return this.#once<readonly CorrectionEventRow[]>('events', async (ids) => {
      const found = await eventsOfCorrections(this.#source, ids);
      return ids.map((id) => found.get(id) ?? []);
    });
  }

  get findings() {
    return this.#single('findings', (ids) =>
      findingsOfPapers(this.#source, ids, this.#selection.findings),
    );
  }

  get known() {
    const load = async (asked: readonly AskedName[]) => {
      const names = await knownNames(this.#source, asked);
      return asked.map((name) => names.get(keyOfName(name)) ?? null);
    };
    return this.#once<string | null, AskedName>('known', load, keyOfName);
  }

  named(kind: CanonicalKind) {
    return this.#single(`named:${kind}`, (slugs) => namesBySlug(this.#source, kind, slugs));
  }

  page<Row>(list: NestedList, request: PageRequest, most: number) {
    return this.#once<Page<Row>>(`page:${nameOf(list)}:${JSON.stringify(request)}`, (parents) =>
      readNestedPages(this.#source, list, parents, request, most),
    );
  }

  count(list: NestedList) {
    return this.#once<number>(`count:${JSON.stringify(list.identity)}`, (parents) =>
      countNestedRows(this.#source, list, parents),
    );
  }

  clear(): void {
    this.#made.clear();
  }

  #single<V>(name: string, load: (keys: readonly string[]) => Promise<Map<string, V>>) {
    return this.#once<V | null>(name, async (keys) => {
      const found = await load(keys);
      return keys.map((key) => found.get(key) ?? null);
    });
  }

  #once<V, K = string>(
    name: string,
    load: (keys: readonly K[]) => Promise<readonly (V | Error)[]>,
    cacheKeyFn?: (key: K) => string,
  ): DataLoader<K, V, string> {
    const before = this.#made.get(name) as DataLoader<K, V, string> | undefined;
    if (before) return before;
    const loader = new DataLoader<K, V, string>(load, { ...(cacheKeyFn && { cacheKeyFn }) });
    this.#made.set(name, loader as DataLoader<unknown, unknown>);
    return loader;
  }
}

export function keyOfName({ kind, slug }: AskedName): string {
  return `${kind}:${slug}`;
}
