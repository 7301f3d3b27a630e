import {
  findBreakingChanges,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql';

/**
 * Breaking changes that the changelog does not announce. A change is announced by its description, word for
 * word, under "Breaking" of the unreleased version.
 */
export function unannounced(
  released: GraphQLSchema,
  current: GraphQLSchema,
  changelog: string,
): string[] {
  const unreleased = /^## Unreleased\n([\s\S]*?)(?=^## |(?![\s\S]))/m.exec(changelog)?.[1] ?? '';
  const breaking = /^### Breaking\n([\s\S]*?)(?=^### |(?![\s\S]))/m.exec(unreleased)?.[1] ?? '';
  const lines = breaking.replaceAll(/\s+/g, ' ').replaceAll('`', '');
  return findBreakingChanges(released, current)
    .map(({ description }) => description)
    .filter((description) => !lines.includes(description));
}

const DATED = /\b\d{4}-\d{2}-\d{2}\b/;

/** Deprecated places whose reason does not say from which day on they may go. */
export function undatedDeprecations(schema: GraphQLSchema): string[] {
  return deprecations(schema)
    .filter(({ reason }) => !DATED.test(reason) || reason.replace(DATED, '').trim().length < 10)
    .map(({ place }) => place);
}

function deprecations(schema: GraphQLSchema): { place: string; reason: string }[] {
  const found: { place: string; reason: string | null | undefined }[] = [];
  for (const type of Object.values(schema.getTypeMap())) {
    if (isEnumType(type)) {
      for (const value of type.getValues())
        found.push({ place: `${type.name}.${value.name}`, reason: value.deprecationReason });
    } else if (isInputObjectType(type)) {
      for (const field of Object.values(type.getFields()))
        found.push({ place: `${type.name}.${field.name}`, reason: field.deprecationReason });
    } else if (isObjectType(type) || isInterfaceType(type)) {
      for (const field of Object.values(type.getFields())) {
        const place = `${type.name}.${field.name}`;
        found.push({ place, reason: field.deprecationReason });
        for (const arg of field.args)
          found.push({ place: `${place}(${arg.name})`, reason: arg.deprecationReason });
      }
    }
  }
  return found.filter((one): one is { place: string; reason: string } => one.reason != null);
}
