import { type ClassType, Field, Int, ObjectType } from 'type-graphql';
import type { Page } from '../../store/queries/index.js';

@ObjectType({ simpleResolvers: true, description: 'Where a page stands in its list.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'More rows follow after endCursor.' })
  hasNextPage!: boolean;
  @Field(() => Boolean, { description: 'Rows stand before startCursor.' })
  hasPreviousPage!: boolean;
  @Field(() => String, {
    nullable: true,
    description: 'Cursor of the first row; null on an empty page.',
  })
  startCursor!: string | null;
  @Field(() => String, {
    nullable: true,
    description:
      'Cursor of the last row: give it as `after` for the next page; null on an empty page.',
  })
  endCursor!: string | null;
}

/** A page of nodes as a connection holds it; what may be left out is made only when it is asked for. */
export interface ConnectionValue<Node> {
  edges(): readonly { readonly cursor: string; readonly node: Node }[];
  readonly nodes: readonly Node[];
  pageInfo(): PageInfo;
  totalCount(): Promise<number>;
}

export function toConnection<Row, Node>(
  page: Page<Row>,
  toNode: (row: Row) => Node,
  totalCount: () => Promise<number>,
): ConnectionValue<Node> {
  const nodes = page.rows.map(toNode);
  return {
    nodes,
    edges: () => nodes.map((node, at) => ({ node, cursor: page.cursor(at) })),
    pageInfo: () => ({
      hasNextPage: page.hasNextPage,
      hasPreviousPage: page.hasPreviousPage,
      startCursor: nodes.length > 0 ? page.cursor(0) : null,
      endCursor: nodes.length > 0 ? page.cursor(nodes.length - 1) : null,
    }),
    totalCount,
  };
}

/** Makes the two classes of a Relay connection for a node type. */
export function connectionOf<Node extends object>(NodeType: ClassType<Node>, name: string) {
  @ObjectType(`${name}Edge`, {
    simpleResolvers: true,
    description: `A ${name} in a list, with its cursor.`,
  })
  class Edge {
    @Field(() => String, { description: 'Opaque; good for this list alone.' })
    cursor!: string;
    @Field(() => NodeType, { description: `The ${name}.` })
    node!: Node;
  }
  @ObjectType(`${name}Connection`, {
    simpleResolvers: true,
    description: `A page of a list of ${name}.`,
  })
  class Connection {
    @Field(() => [Edge], { description: 'The rows with their cursors.' })
    edges!: Edge[];
    @Field(() => [NodeType], { description: 'The rows alone.' })
    nodes!: Node[];
    @Field(() => PageInfo, { description: 'Where the page stands.' })
    pageInfo!: PageInfo;
    @Field(() => Int, { description: 'Rows of the whole list, exact; counted only when selected.' })
    totalCount!: number;
  }
  return Connection;
}
