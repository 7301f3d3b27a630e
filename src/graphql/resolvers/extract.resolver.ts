import type { ComplexityEstimatorArgs } from 'graphql-query-complexity';
import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { ClaimgraphError } from '../../domain/index.js';
import type { Context } from '../context.js';
import { toExtraction } from '../map-extraction.js';
import { ExtractionResult } from '../types/paper.type.js';

/** Longest text that is read on request: some ten abstracts. */
const MAX_TEXT = 20_000;

/** Cost points of reading a text: it takes the processor as long as pages of so many rows take. */
function readingCost({ args, childComplexity }: ComplexityEstimatorArgs): number {
  const characters = String(args.abstract ?? '').length + String(args.title ?? '').length;
  return childComplexity + Math.max(100, Math.ceil(0.4 * Math.min(characters, MAX_TEXT)));
}

@Resolver()
export class ExtractResolver {
  @Query(() => ExtractionResult, {
    description: 'Reads posted text by the same rules as stored papers; nothing is kept.',
    complexity: readingCost,
  })
  extract(
    @Ctx() { reader }: Context,
    @Arg('abstract', () => String, { description: `At most ${MAX_TEXT} characters.` })
    abstract: string,
    @Arg('title', () => String, {
      nullable: true,
      description: 'Helps to tell the paper’s own method.',
    })
    title?: string,
  ): ExtractionResult {
    if (abstract.length + (title?.length ?? 0) > MAX_TEXT) {
      throw new ClaimgraphError(
        'BAD_USER_INPUT',
        `Title and abstract together may have ${MAX_TEXT} characters; claimgraph extract reads files of any size.`,
      );
    }
    return toExtraction(reader.read(title ?? null, abstract));
  }
}
