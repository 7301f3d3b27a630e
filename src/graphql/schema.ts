import 'reflect-metadata';
import type { GraphQLFieldResolver, GraphQLSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import type { Context } from './context.js';
import { CompareResolver } from './resolvers/compare.resolver.js';
import {
  ContradictionResolver,
  HeadToHeadResolver,
  MatchResolver,
} from './resolvers/compare-methods.resolver.js';
import { CorrectionResolver } from './resolvers/correction.resolver.js';
import { ExtractResolver } from './resolvers/extract.resolver.js';
import { FacetsResolver } from './resolvers/facets.resolver.js';
import { IngestResolver, RunRejectsResolver } from './resolvers/ingest.resolver.js';
import { LeaderboardResolver } from './resolvers/leaderboard.resolver.js';
import {
  ComparedMethodResolver,
  DatasetResolver,
  MethodResolver,
  MetricResolver,
  TaskResolver,
} from './resolvers/named.resolver.js';
import { NodeResolver } from './resolvers/node.resolver.js';
import { PaperResolver } from './resolvers/paper.resolver.js';
import { ParetoResolver } from './resolvers/pareto.resolver.js';
import { QualityResolver } from './resolvers/quality.resolver.js';
import { QuantityResolver, ResultResolver } from './resolvers/result.resolver.js';
import { ResultRowsResolver } from './resolvers/result-rows.resolver.js';

/** Builds the executable schema; its text is emitted to `schema/schema.graphql`. */
export function createSchema(): GraphQLSchema {
  const schema = buildSchemaSync({
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
      ResultRowsResolver,
      FacetsResolver,
      LeaderboardResolver,
      CompareResolver,
      HeadToHeadResolver,
      MatchResolver,
      ContradictionResolver,
      ParetoResolver,
      IngestResolver,
      RunRejectsResolver,
      CorrectionResolver,
      QualityResolver,
    ],
    validate: false,
  });
  noteSelections(schema);
  return schema;
}

/** Has every query note what it selects before it reads anything. */
function noteSelections(schema: GraphQLSchema): void {
  for (const field of Object.values(schema.getQueryType()?.getFields() ?? {})) {
    const { resolve } = field as { resolve: GraphQLFieldResolver<unknown, Context> };
    field.resolve = (root, args, context: Context, info) => {
      context.selection.note(info);
      return resolve(root, args, context, info);
    };
  }
}
