import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { type CanonicalKind, ClaimgraphError } from '../../domain/index.js';
import { namesBySlug, papersByIds, resultsByIds } from '../../store/queries/index.js';
import type { Context } from '../context.js';
import { fromGlobalId, type NodeKind } from '../global-id.js';
import { NODE_KIND, toNamed, toPaper, toResult } from '../map-rows.js';
import { Node } from '../types/named.type.js';

const MOST = 100;
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

@Resolver()
export class NodeResolver {
  @Query(() => Node, { nullable: true, description: 'Anything by its id; null where it is gone.' })
  async node(
    @Ctx() context: Context,
    @Arg('id', () => ID, { description: 'Id as this API gives it.' }) id: string,
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
  const asked = ids.map(fromGlobalId);
  const found = new Map<string, Node>();
  for (const kind of new Set(asked.map((one) => one.kind))) {
    const rowIds = asked.filter((one) => one.kind === kind).map((one) => one.id);
    for (const [rowId, node] of await readKind(context, kind, rowIds))
      found.set(`${kind}:${rowId}`, node);
  }
  return asked.map(({ kind, id }) => found.get(`${kind}:${id}`) ?? null);
}

async function readKind(
  { source }: Context,
  kind: NodeKind,
  ids: readonly string[],
): Promise<[string, Node][]> {
  const uuids = ids.filter((id) => UUID.test(id));
  if (kind === 'Paper')
    return [...(await papersByIds(source, uuids))].map(([id, row]) => [id, toPaper(row)]);
  if (kind === 'Result')
    return [...(await resultsByIds(source, uuids))].map(([id, row]) => [id, toResult(row)]);
  const canonical = (Object.keys(NODE_KIND) as CanonicalKind[]).find(
    (name) => NODE_KIND[name] === kind,
  ) as CanonicalKind;
  return [...(await namesBySlug(source, canonical, ids))].map(([slug, row]) => [
    slug,
    toNamed(canonical, slug, row.name, row),
  ]);
}
