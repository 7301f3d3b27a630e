import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { ClaimgraphError } from '../../domain/index.js';
import type { Context } from '../context.js';
import { fromGlobalId, type NodeKind } from '../global-id.js';
import { toCorrection } from '../map-corrections.js';
import { toNamed, toPaper, toResult } from '../map-rows.js';
import { Node } from '../types/named.type.js';

const MOST = 100;
const CANONICAL_KINDS = {
  Method: 'method',
  Dataset: 'dataset',
  Task: 'task',
  Metric: 'metric',
} as const;
/** Of what the UUID of a row may be; no two rows have the same one. */
const ROW_KINDS = ['Paper', 'Result', 'Correction'] as const;

@Resolver()
export class NodeResolver {
  @Query(() => Node, { nullable: true, description: 'Anything by its id; null where it is gone.' })
  async node(
    @Ctx() context: Context,
    @Arg('id', () => ID, { description: 'Id as this API or an export gives it.' }) id: string,
  ): Promise<Node | null> {
    return (await readNodes(context, [id]))[0] ?? null;
  }

  @Query(() => [Node], {
    nullable: 'items',
    description: 'Many things by their ids, in the same order; null for what is gone.',
  })
  async nodes(
    @Ctx() context: Context,
    @Arg('ids', () => [ID], { description: 'At most 100.' }) ids: string[],
  ): Promise<(Node | null)[]> {
    if (ids.length > MOST)
      throw new ClaimgraphError('BAD_USER_INPUT', `nodes takes ${MOST} ids at most.`);
    return readNodes(context, ids);
  }
}

/** One statement for each kind among the ids. */
async function readNodes(context: Context, ids: readonly string[]): Promise<(Node | null)[]> {
  return Promise.all(ids.map(fromGlobalId).map(({ kind, id }) => readNode(context, kind, id)));
}

async function readNode(context: Context, kind: NodeKind | null, id: string): Promise<Node | null> {
  const { loaders } = context;
  switch (kind) {
    case null: {
      const nodes = await Promise.all(ROW_KINDS.map((one) => readNode(context, one, id)));
      return nodes.find((node) => node !== null) ?? null;
    }
    case 'Paper': {
      const row = await loaders.paper.load(id);
      return row && toPaper(row);
    }
    case 'Result': {
      const row = await loaders.result.load(id);
      return row && toResult(row);
    }
    case 'Correction': {
      const row = await loaders.correction.load(id);
      return row && toCorrection(row);
    }
    default: {
      const canonical = CANONICAL_KINDS[kind];
      const row = await loaders.named(canonical).load(id);
      return row && toNamed(canonical, row.slug, row.name, row.papers);
    }
  }
}
