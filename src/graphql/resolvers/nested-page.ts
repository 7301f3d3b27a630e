import type { ResultRow } from '../../store/queries/index.js';
import { decodeCursor, encodeCursor } from '../../store/queries/keyset.js';
import { checked, DEFAULT_PAGE } from '../../store/queries/page.js';
import type { Context } from '../context.js';
import type { ConnectionValue } from '../types/connection.js';

/** Lists inside a paper share one name: their cursor is the place in reading order. */
const LIST = 'paper-results';

/** How many rows a list inside a paper gives, and after which place. */
export function nestedLimit(
  first: number | null | undefined,
  after: string | null | undefined,
  most: number,
): { limit: number; afterOrdinal: number } {
  const { size } = checked({ first: first ?? Math.min(DEFAULT_PAGE, most) }, most);
  const afterOrdinal = after ? Number(decodeCursor(after, LIST, 1)[0]) : -1;
  return { limit: size, afterOrdinal };
}

/** @param rows one more than the limit where more follow */
export function nestedConnection<Node>(
  rows: readonly ResultRow[],
  limit: number,
  afterOrdinal: number,
  toNode: (row: ResultRow) => Node,
  context: Context,
  paperId: string,
): ConnectionValue<Node> {
  const page = rows.slice(0, limit);
  const cursors = page.map((row) => encodeCursor([row.ordinal], LIST));
  const nodes = page.map(toNode);
  return {
    nodes,
    edges: nodes.map((node, at) => ({ node, cursor: cursors[at] as string })),
    pageInfo: {
      hasNextPage: rows.length > limit,
      hasPreviousPage: afterOrdinal >= 0,
      startCursor: cursors[0] ?? null,
      endCursor: cursors.at(-1) ?? null,
    },
    count: () => context.loaders.resultCount.load(paperId),
  };
}
