import {
  buildSchema,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
} from 'graphql';

/** An operation that puts a text into one argument of the schema. */
export interface StringArgument {
  /** Such as `Query.papers(filter.method.name)`. */
  readonly place: string;
  readonly query: string;
  variables(text: string): Record<string, unknown>;
}

/**
 * Every place in the arguments of queries that takes a text, with an operation that reaches it. A field of an
 * input is tried where it is met first: wherever else that input stands, it is read by the same code.
 */
export function stringArguments(sdl: string): StringArgument[] {
  const schema = buildSchema(sdl);
  const found: StringArgument[] = [];
  const seen = new Set<string>();
  const met = new Set<string>();
  const visit = (type: GraphQLObjectType, path: readonly string[]) => {
    if (seen.has(type.name)) return;
    seen.add(type.name);
    const fields = Object.values(type.getFields());
    for (const field of fields) {
      for (const arg of field.args) found.push(...ofArgument(type, field, arg, path, met));
    }
    for (const field of fields) {
      const inner = getNamedType(field.type);
      const reachable = field.args.every((arg) => !isNonNullType(arg.type));
      if (isObjectType(inner) && reachable) visit(inner, [...path, field.name]);
    }
  };
  visit(schema.getQueryType() as GraphQLObjectType, []);
  return found;
}

function ofArgument(
  type: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  arg: GraphQLArgument,
  path: readonly string[],
  met: Set<string>,
): StringArgument[] {
  const others = field.args.filter((other) => other !== arg && isNonNullType(other.type));
  const definitions = [arg, ...others].map((one) => `$${one.name}: ${one.type}`).join(', ');
  const given = [arg, ...others].map((one) => `${one.name}: $${one.name}`).join(', ');
  const selection = `${field.name}(${given})${selectionOf(field)}`;
  const wrapped = path.reduceRight((inner, name) => `${name} { ${inner} }`, selection);
  const rest = Object.fromEntries(others.map((one) => [one.name, sample(one.type, 'x')]));
  return textPlaces(arg.type, met).map(({ place, value }) => ({
    place: `${type.name}.${field.name}(${[arg.name, ...place].join('.')})`,
    query: `query (${definitions}) { ${wrapped} }`,
    variables: (text) => ({ ...rest, [arg.name]: value(text) }),
  }));
}

function selectionOf(field: GraphQLField<unknown, unknown>): string {
  const type = getNamedType(field.type);
  return isObjectType(type) || isInterfaceType(type) ? ' { __typename }' : '';
}

interface TextPlace {
  readonly place: readonly string[];
  value(text: string): unknown;
}

function textPlaces(type: GraphQLInputType, met: Set<string>): TextPlace[] {
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    return textPlaces(nullable.ofType, met).map(({ place, value }) => ({
      place,
      value: (text) => [value(text)],
    }));
  }
  if (isScalarType(nullable)) {
    const isText = ['String', 'ID'].includes(nullable.name);
    return isText ? [{ place: [], value: (text) => text }] : [];
  }
  if (!isInputObjectType(nullable) || met.has(nullable.name)) return [];
  met.add(nullable.name);
  const fields = Object.values(nullable.getFields());
  return fields.flatMap((field) => {
    const required = fields.filter((other) => other !== field && isNonNullType(other.type));
    const rest = Object.fromEntries(required.map((one) => [one.name, sample(one.type, 'x')]));
    return textPlaces(field.type, met).map(({ place, value }) => ({
      place: [field.name, ...place],
      value: (text: string) => ({ ...rest, [field.name]: value(text) }),
    }));
  });
}

/** Some value of the type. */
function sample(type: GraphQLInputType, text: string): unknown {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return [sample(nullable.ofType, text)];
  if (isEnumType(nullable)) return nullable.getValues()[0]?.name;
  if (isInputObjectType(nullable)) {
    const required = Object.values(nullable.getFields()).filter(({ type: of }) =>
      isNonNullType(of),
    );
    return Object.fromEntries(required.map((field) => [field.name, sample(field.type, text)]));
  }
  if (nullable.toString() === 'Boolean') return true;
  return ['String', 'ID'].includes(nullable.toString()) ? text : 1;
}
