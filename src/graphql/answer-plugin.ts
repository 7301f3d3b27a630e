import type { ApolloServerPlugin, GraphQLRequestContext } from '@apollo/server';
import type { Context } from './context.js';

/** Seconds after which a client may ask again while the database is away. */
const RETRY_AFTER = '2';

/** Faults of the question itself; a client that asks for plain JSON is told of them with 200, as of old. */
const OF_THE_QUESTION = ['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT'];

/**
 * Gives answers of nothing but faults the status of the fault, as GraphQL over HTTP has it for each of the
 * two media types (https://graphql.github.io/graphql-over-http/draft/#sec-Status-Codes), and tells the
 * transport of errors.
 */
export function answerPlugin(): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse(requestContext) {
          setStatus(requestContext);
          requestContext.contextValue.answered(hasErrors(requestContext));
          requestContext.contextValue.release();
        },
      };
    },
  };
}

function hasErrors({ response }: GraphQLRequestContext<Context>): boolean {
  return response.body?.kind !== 'single' || response.body.singleResult.errors !== undefined;
}

function setStatus({ request, response }: GraphQLRequestContext<Context>): void {
  if (response.body?.kind !== 'single') return;
  const { data, errors } = response.body.singleResult;
  if (!errors?.length || (data !== null && data !== undefined)) return;
  const codes = new Set(errors.map(({ extensions }) => extensions?.code));
  if (codes.has('SERVICE_UNAVAILABLE')) {
    response.http.status = 503;
    response.http.headers.set('retry-after', RETRY_AFTER);
  } else if (codes.has('TIMEOUT')) {
    response.http.status = 504;
  } else if (wantsPlainJson(request.http?.headers.get('accept'))) {
    if (errors.every(({ extensions }) => OF_THE_QUESTION.includes(String(extensions?.code))))
      response.http.status = 200;
  }
}

function wantsPlainJson(accept: string | undefined): boolean {
  return !/application\/graphql-response\+json/i.test(accept ?? '');
}
