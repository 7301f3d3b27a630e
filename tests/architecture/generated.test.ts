import { readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { schemaText } from '../../src/graphql/emit-schema.js';
import { createSchema } from '../../src/graphql/schema.js';
import { readOperations } from '../../src/http/operations.js';

const SCHEMA = 'schema/schema.graphql';

describe('schema/schema.graphql', () => {
  it('is what the code makes', () => {
    const text = schemaText(createSchema());
    expect(readFileSync(SCHEMA, 'utf8'), `${SCHEMA} is stale: run \`npm run schema\``).toBe(text);
  });

  it.each(readOperations())('answers $id', ({ query }) => {
    const schema = buildSchema(readFileSync(SCHEMA, 'utf8'));
    expect(validate(schema, parse(query))).toEqual([]);
  });
});
