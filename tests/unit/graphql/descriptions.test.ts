import { isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createSchema } from '../../../src/graphql/schema.js';

interface Part {
  readonly name: string;
  readonly description?: string | null | undefined;
}

/** Every part of the schema that is ours, by its path. */
function partsOf(schema = createSchema()): Map<string, Part> {
  const parts = new Map<string, Part>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    parts.set(type.name, type);
    if (isEnumType(type)) {
      for (const value of type.getValues()) parts.set(`${type.name}.${value.name}`, value);
    } else if (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)) {
      for (const field of Object.values(type.getFields())) {
        parts.set(`${type.name}.${field.name}`, field);
        for (const arg of 'args' in field ? field.args : [])
          parts.set(`${type.name}.${field.name}(${arg.name})`, arg);
      }
    }
  }
  return parts;
}

/** The types that hold the operations are described by them. */
const ROOTS = ['Query', 'Mutation'];

describe('the schema', () => {
  const parts = partsOf();

  it('says of every type, field, argument and value what it is', () => {
    const silent = [...parts].filter(
      ([path, { description }]) => !ROOTS.includes(path) && !description?.trim(),
    );
    expect(silent.map(([path]) => path)).toEqual([]);
  });

  it('writes the values of enums in capitals', () => {
    const enums = Object.values(createSchema().getTypeMap()).filter(isEnumType);
    const values = enums
      .filter(({ name }) => !name.startsWith('__'))
      .flatMap((type) => type.getValues().map(({ name }) => name));
    expect(values.filter((name) => !/^[A-Z][A-Z0-9_]*$/.test(name))).toEqual([]);
  });
});
