import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { ExtractResolver } from './resolvers/extract.resolver.js';
import {
  ComparedMethodResolver,
  DatasetResolver,
  MethodResolver,
  MetricResolver,
  TaskResolver,
} from './resolvers/named.resolver.js';
import { NodeResolver } from './resolvers/node.resolver.js';
import { PaperResolver } from './resolvers/paper.resolver.js';
import { QuantityResolver, ResultResolver } from './resolvers/result.resolver.js';

/** Builds the executable schema; its text is emitted to `schema/schema.graphql`. */
export function createSchema(): GraphQLSchema {
  return buildSchemaSync({
    resolvers: [
      PaperResolver,
      ResultResolver,
      QuantityResolver,
      MethodResolver,
      ComparedMethodResolver,
      DatasetResolver,
      TaskResolver,
      MetricResolver,
      NodeResolver,
      ExtractResolver,
    ],
    validate: false,
  });
}
