import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { InMemoryLRUCache } from '@apollo/utils.keyvaluecache';
import type { GraphQLSchema } from 'graphql';
import { answerPlugin } from './answer-plugin.js';
import type { Context } from './context.js';
import { formatError, type LogFault } from './format-error.js';
import { limitsPlugin, type QueryLimits } from './limits/limits-plugin.js';

export interface ApiOptions extends QueryLimits {
  readonly schema: GraphQLSchema;
  /** Longest query, in tokens: what bounds the work of validating it. */
  readonly maxTokens: number;
  /** Memory for persisted queries; the least used leave first. */
  readonly maxPersistedBytes: number;
  readonly logFault: LogFault;
}

/** More errors of one query than a person reads are no help, and are work. */
const MAX_VALIDATION_ERRORS = 5;

/**
 * The API without its transport. Introspection is on and names are suggested ("Did you mean …"): the data is
 * public and the schema is its documentation. Apollo's own check for preflights is off: there are no cookies
 * to ride on, mutations ask for a key in a header and are refused over GET, and bodies other than JSON are
 * refused by the transport.
 */
export function createApi(options: ApiOptions): ApolloServer<Context> {
  return new ApolloServer<Context>({
    schema: options.schema,
    plugins: [
      limitsPlugin(options),
      answerPlugin(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginCacheControlDisabled(),
    ],
    csrfPrevention: false,
    introspection: true,
    allowBatchedHttpRequests: false,
    parseOptions: { maxTokens: options.maxTokens },
    validationOptions: { maxErrors: MAX_VALIDATION_ERRORS },
    persistedQueries: {
      cache: new InMemoryLRUCache({ maxSize: Math.max(1, options.maxPersistedBytes) }),
    },
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    formatError: (formatted, thrown) => formatError(formatted, thrown, options.logFault),
  });
}
