import {
  type DocumentNode,
  type GraphQLSchema,
  getNamedType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/** Fields that take a statement of their own beside the lists. */
const COUNTED = /^(?:totalCount|facets|paperFacets|stats|paperStats|tally|bestSoFar)$/;

/** How many lists an operation asks for, totals, facets and statistics over time included. */
export function levelsOf(schema: GraphQLSchema, document: DocumentNode): number {
  const info = new TypeInfo(schema);
  let levels = 0;
  visit(
    document,
    visitWithTypeInfo(info, {
      Field({ name }) {
        const type = getNamedType(info.getType());
        if (/Connection$/.test(type?.name ?? '') || COUNTED.test(name.value)) levels++;
      },
    }),
  );
  return levels;
}
