import type { ApolloServerPlugin, GraphQLRequestContext } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { ClaimgraphError, type ErrorCode } from '../../domain/index.js';
import type { Context } from '../context.js';
import { checkDocument, type DocumentLimits } from './document-limits.js';
import { KnownCosts } from './known-costs.js';
import { fittingSize, queryCost } from './query-cost.js';
import { checkVariables, type VariableLimits } from './variable-limits.js';

export interface QueryLimits extends DocumentLimits, VariableLimits {
  /** Most cost points of one query. */
  readonly maxCost: number;
  /** Largest page. */
  readonly maxPage: number;
}

/**
 * Checks every operation after validation and before anything runs, charges its cost to the client, and
 * says in `extensions.cost` what it was. Tokens are capped by the parser, bytes by the transport.
 */
export function limitsPlugin(limits: QueryLimits): ApolloServerPlugin<Context> {
  const known = new KnownCosts();
  return {
    async requestDidStart() {
      let cost: number | null = null;
      return {
        async didResolveOperation({ schema, document, operation, request, contextValue }) {
          // Which operation is meant is unclear; that is answered where it would run.
          if (!operation) return;
          await refusing(async () => {
            checkVariables(request.variables, limits);
            const variables = request.variables ?? {};
            const costWith = (most?: number) =>
              queryCost(schema, document, operation, variables, most);
            cost = known.of(operation, variables, () => {
              checkDocument(document, operation, limits);
              return costWith();
            });
            if (cost > limits.maxCost) throw tooCostly(cost, costWith, limits);
            await contextValue.charge(cost);
          });
        },
        async willSendResponse(requestContext) {
          if (cost !== null) tellCost(requestContext, cost, limits.maxCost);
        },
      };
    },
  };
}

function tooCostly(
  cost: number,
  costWith: (most: number) => number,
  { maxCost, maxPage }: QueryLimits,
): ClaimgraphError {
  const fitting = fittingSize(costWith, maxCost, maxPage);
  const way = fitting === null ? 'Nest less' : `With first: ${fitting} in every list it fits`;
  return new ClaimgraphError(
    'COST_LIMIT_EXCEEDED',
    `The query costs ${cost} points; ${maxCost} is the most. ${way}.`,
    { detail: { requestedQueryCost: cost, maximumAvailable: maxCost, fittingFirst: fitting } },
  );
}

/** Status of a refusal before anything ran; all others are 400. */
const REFUSED: Partial<Record<ErrorCode, number>> = { RATE_LIMITED: 429, SERVICE_UNAVAILABLE: 503 };

async function refusing(check: () => Promise<void>): Promise<void> {
  try {
    await check();
  } catch (error) {
    if (!(error instanceof ClaimgraphError || error instanceof GraphQLError)) throw error;
    const refusal = error instanceof ClaimgraphError ? error : null;
    const status = (refusal && REFUSED[refusal.code]) ?? 400;
    throw new GraphQLError(error.message, {
      originalError: error,
      extensions: { code: refusal?.code ?? 'BAD_USER_INPUT', http: { status } },
    });
  }
}

function tellCost(
  { response, contextValue }: GraphQLRequestContext<Context>,
  requestedQueryCost: number,
  maximumAvailable: number,
): void {
  if (response.body?.kind !== 'single') return;
  const result = response.body.singleResult;
  const throttleStatus = contextValue.throttleStatus();
  const cost = { requestedQueryCost, maximumAvailable, ...(throttleStatus && { throttleStatus }) };
  result.extensions = { ...result.extensions, cost };
}
