import {
  countRows,
  type ListQuery,
  type NestedList,
  type PageRequest,
  readPage,
} from '../store/queries/index.js';
import type { Context } from './context.js';
import { type ConnectionValue, toConnection } from './types/connection.js';

/** One page of a list that stands alone. */
export async function readConnection<Row, Node>(
  { source, maxPage }: Context,
  list: ListQuery,
  page: PageRequest,
  toNode: (row: Row) => Node,
): Promise<ConnectionValue<Node>> {
  return toConnection(await readPage<Row>(source, list, page, maxPage), toNode, () =>
    countRows(source, list),
  );
}

/** One page of the list of a parent, read with those of its siblings. */
export async function readNestedConnection<Row, Node>(
  { loaders, maxPage }: Context,
  list: NestedList,
  parent: string,
  page: PageRequest,
  toNode: (row: Row) => Node,
): Promise<ConnectionValue<Node>> {
  const { first, after, last, before } = page;
  const request = { first, after, last, before };
  return toConnection(await loaders.page<Row>(list, request, maxPage).load(parent), toNode, () =>
    loaders.count(list).load(parent),
  );
}
