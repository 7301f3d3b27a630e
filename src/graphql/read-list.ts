import type { GraphQLResolveInfo } from 'graphql';
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

/**
 * One page of the list of a parent, read with those of its siblings.
 * @param build makes the list; called once for all parents at the field's place in the query
 */
export async function readNestedConnection<Row, Node>(
  { loaders, maxPage, once }: Context,
  { fieldNodes }: GraphQLResolveInfo,
  build: () => Promise<NestedList>,
  parent: string,
  { first, after, last, before }: PageRequest,
  toNode: (row: Row) => Node,
): Promise<ConnectionValue<Node>> {
  const { list, pages } = await once(fieldNodes, async () => {
    const built = await build();
    return {
      list: built,
      pages: loaders.page<Row>(built, { first, after, last, before }, maxPage),
    };
  });
  return toConnection(await pages.load(parent), toNode, () => loaders.count(list).load(parent));
}
