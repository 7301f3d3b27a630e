import { graphql } from 'graphql';
import { createContext, type Services } from '../../src/graphql/context.js';
import { createSchema } from '../../src/graphql/schema.js';
import { nameIndex, normaliseNumber } from '../../src/normalisation/index.js';
import { createPaperReader } from '../../src/pipeline/index.js';
import type { Database, Store } from '../../src/store/index.js';

export interface Statement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

export interface Answer {
  // biome-ignore lint/suspicious/noExplicitAny: answers have the shape of their query.
  readonly data: any;
  readonly errors: readonly { message: string; extensions: Record<string, unknown> }[];
  /** What was asked of the store for it. */
  readonly statements: readonly Statement[];
}

export type Ask = (query: string, variables?: Record<string, unknown>) => Promise<Answer>;

/** The API on a store, without its transport. */
export function createAsk(store: Store, services: Partial<Services> = {}): Ask {
  const schema = createSchema();
  const reader = createPaperReader();
  return async (query, variables = {}) => {
    const statements: Statement[] = [];
    const context = createContext({
      source: recording(store.dataSource, statements),
      ...{ reader, names: nameIndex, maxPage: 100, renormalise: normaliseNumber },
      ...{ authority: 'off', quality: { extractorVersion: '', sets: [] } },
      charge: async () => undefined,
      throttleStatus: () => null,
      answered: () => undefined,
      ...services,
    });
    const { data, errors } = await graphql({
      ...{ schema, source: query, contextValue: context, variableValues: variables },
    });
    const shown = (errors ?? []).map(({ message, extensions, originalError }) => ({
      message,
      extensions: {
        ...extensions,
        ...(originalError as { detail?: object })?.detail,
        code: codeOf(originalError),
      },
    }));
    return { data: structuredClone(data), errors: shown, statements };
  };
}

const codeOf = (error: unknown): unknown => (error as { code?: unknown } | undefined)?.code;

/** A view of a database that takes note of its statements. */
function recording(source: Database, statements: Statement[]): Database {
  return Object.create(source, {
    query: {
      value: (sql: string, parameters: readonly unknown[] = []) => {
        statements.push({ sql, parameters });
        return source.query(sql, [...parameters]);
      },
    },
  }) as Database;
}
