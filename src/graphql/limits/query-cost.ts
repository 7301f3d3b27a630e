import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import {
  type ComplexityEstimator,
  type ComplexityEstimatorArgs,
  fieldExtensionsEstimator,
  getComplexity,
} from 'graphql-query-complexity';
import { ClaimgraphError } from '../../domain/index.js';
import { DEFAULT_PAGE } from '../../store/queries/index.js';

/** Rows reckoned for a list whose length the query does not say. */
const UNSIZED_LIST = 10;
/** Selections that the reckoning itself may walk through, fragments each time they are spread. */
const MAX_NODES = 20_000;

/**
 * Cost points of a query, reckoned before anything runs: a scalar is 0, an object 1, a list its length times
 * what each row costs. The length is `first` or `last` (25 where neither is given), for lists of ids their
 * number, else 10. A field whose work is of another size says its own points (`complexity`).
 * @param most rows that any page is reckoned with, to see what smaller ones would cost
 * @throws GraphQLError for variables that do not fit; ClaimgraphError COST_LIMIT_EXCEEDED for queries too
 * large to reckon
 */
export function queryCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
  most = Number.POSITIVE_INFINITY,
): number {
  const definitions = document.definitions.filter(
    (one) => one === operation || one.kind === Kind.FRAGMENT_DEFINITION,
  );
  try {
    return getComplexity({
      schema,
      query: { ...document, definitions },
      variables,
      estimators: [introspection, fieldExtensionsEstimator(), rowsUpTo(most)],
      maxQueryNodes: MAX_NODES,
    });
  } catch (error) {
    // What has no place in the query is said of all of it: it has too many selections.
    if (!(error instanceof GraphQLError) || error.nodes?.length) throw error;
    throw new ClaimgraphError(
      'COST_LIMIT_EXCEEDED',
      `The query has more than ${MAX_NODES} selections once its fragments are written out.`,
    );
  }
}

/** The schema describes itself from memory. */
const introspection: ComplexityEstimator = ({ type, field }) => {
  if (field.name === '__schema' || field.name === '__type') return 1;
  return type.name.startsWith('__') || field.name === '__typename' ? 0 : undefined;
};

/**
 * The largest page size with which a query that costs too much would fit; null where none does.
 * @param largest page there is
 */
export function fittingSize(
  costWith: (most: number) => number,
  maxCost: number,
  largest: number,
): number | null {
  let [fits, tooLarge] = [0, largest + 1];
  while (tooLarge - fits > 1) {
    const size = Math.floor((fits + tooLarge) / 2);
    if (costWith(size) <= maxCost) fits = size;
    else tooLarge = size;
  }
  return fits === 0 ? null : fits;
}

const rowsUpTo =
  (most: number): ComplexityEstimator =>
  ({ type, field, args, childComplexity }) => {
    const length = lengthOf(field, args, most);
    if (length !== null) return 1 + length * Math.max(childComplexity, 1);
    // The rows of a page are sized where the page is asked for; its total is a statement of its own.
    if (/Connection$/.test(type.name)) {
      if (field.name === 'totalCount') return 1;
      return field.name === 'nodes' ? 1 + childComplexity : childComplexity;
    }
    if (!isCompositeType(getNamedType(field.type))) return 0;
    return 1 + (isListType(getNullableType(field.type)) ? UNSIZED_LIST : 1) * childComplexity;
  };

/** Null where the field takes neither a page's size nor a list of ids. */
function lengthOf(
  field: ComplexityEstimatorArgs['field'],
  args: ComplexityEstimatorArgs['args'],
  most: number,
): number | null {
  const takes = (name: string) => field.args.some((arg) => arg.name === name);
  if (takes('first') || takes('last')) {
    const asked = args.first ?? args.last ?? DEFAULT_PAGE;
    return Math.max(0, Math.min(Number(asked), most));
  }
  return Array.isArray(args.ids) ? args.ids.length : null;
}
