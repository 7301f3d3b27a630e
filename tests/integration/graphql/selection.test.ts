import {
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  isLeafType,
  isObjectType,
} from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { createSchema } from '../../../src/graphql/schema.js';
import { createAsk } from '../../support/api.js';
import { withStore } from '../../support/database.js';
import { MODEL_PAPERS } from '../../support/model-papers.js';
import { storePapers } from '../../support/stored-papers.js';

/** Lists by the type of their rows: only the columns of what is selected are read. */
const LISTS = {
  Result: 'results',
  ResultRow: 'resultRows',
  Paper: 'papers',
  Quantity: 'quantities',
} as const;

/** A field with everything below it that takes no further object; null for connections. */
function selectionOf({ name, type, args }: GraphQLField<unknown, unknown>): string | null {
  const named = getNamedType(type);
  if (isLeafType(named)) return name;
  if (args.length > 0 || !isObjectType(named)) return null;
  const leaves = Object.values(named.getFields()).filter((field) =>
    isLeafType(getNamedType(field.type)),
  );
  return `${name} { ${leaves.map((leaf) => leaf.name).join(' ')} }`;
}

describe('a field selected alone', async () => {
  const store = await withStore();
  const ask = createAsk(store);
  beforeAll(() => storePapers(store, MODEL_PAPERS));
  const schema = await createSchema();

  it.each(Object.entries(LISTS))('of a %s is what it is beside all others', async (type, list) => {
    const fields = Object.values((schema.getType(type) as GraphQLObjectType).getFields());
    const selections = fields.map(selectionOf).filter((selection) => selection !== null);
    expect(selections.length).toBeGreaterThan(5);
    const nodesOf = async (selection: string) => {
      const { data, errors } = await ask(`{ ${list}(first: 50) { nodes { ${selection} } } }`);
      expect(errors, selection).toEqual([]);
      return data[list].nodes as Record<string, unknown>[];
    };
    const full = await nodesOf(selections.join(' '));
    expect(full.length).toBeGreaterThan(0);
    for (const selection of selections) {
      const name = selection.split(' ')[0] as string;
      const expected = full.map((node) => ({ [name]: node[name] }));
      expect(await nodesOf(selection)).toEqual(expected);
    }
  });
});
