import type { NameIndex, PaperReader } from '../domain/index.js';
import type { Database } from '../store/index.js';
import type { Authority } from './authorise.js';
import type { Renormalise } from './correct-result.js';
import { createLoaders, type Loaders } from './loaders.js';
import { RequestSelection } from './selection.js';
import type { SetQuality } from './types/quality.type.js';

/** What the resolvers of one request share. */
export interface Context {
  readonly source: Database;
  readonly reader: PaperReader;
  readonly names: NameIndex;
  readonly loaders: Loaders;
  readonly selection: RequestSelection;
  /** Figures of the extractor version that was measured last. */
  readonly quality: MeasuredQuality;
  /** Whether the client may change something. */
  readonly authority: Authority;
  readonly renormalise: Renormalise;
  /** Largest page. */
  readonly maxPage: number;
  /** The outcome of work that is done once in a request, by what tells it: a text, or a field's place in the query. */
  once<T>(key: string | object, work: () => Promise<T>): Promise<T>;
  /**
   * Lets go of all that was read, once the answer is there: graphql-js remembers every execution, with its
   * context, in a WeakMap that only the full collection of garbage clears.
   */
  release(): void;
  /**
   * Takes cost points from what the client may use.
   * @throws ClaimgraphError RATE_LIMITED, with `retryAfter` in seconds, when they are not there
   */
  charge(cost: number): Promise<void>;
  /** What the client has left; null where clients are not limited. */
  throttleStatus(): ThrottleStatus | null;
  /** Tells the transport, before the answer leaves, whether it holds errors. */
  answered(hasErrors: boolean): void;
}

/** A client's cost points in the current minute, on this replica. */
export interface ThrottleStatus {
  readonly maximumAvailable: number;
  readonly currentlyAvailable: number;
  /** Seconds until all of them are there again. */
  readonly resetIn: number;
}

export interface MeasuredQuality {
  readonly extractorVersion: string;
  readonly sets: readonly SetQuality[];
}

export type Services = Omit<Context, 'loaders' | 'selection' | 'once' | 'release'>;

/** A context of its own for every request: nothing read for one is seen by another. */
export function createContext(services: Services): Context {
  const done = new Map<string | object, Promise<unknown>>();
  const selection = new RequestSelection();
  const loaders = createLoaders(services.source, selection);
  // Own fields first: an object that begins with a spread one has a shape of its own, which only the full
  // collection of garbage frees, with all that the object leads to.
  return {
    selection,
    loaders,
    once<T>(key: string | object, work: () => Promise<T>) {
      const started = (done.get(key) as Promise<T> | undefined) ?? work();
      done.set(key, started);
      return started;
    },
    release() {
      done.clear();
      loaders.clear();
    },
    ...services,
  };
}
