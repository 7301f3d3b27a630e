import { Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { ExtractionQuality } from '../types/quality.type.js';

@Resolver()
export class QualityResolver {
  @Query(() => ExtractionQuality, {
    description:
      'Measured precision and recall of the extractor that runs, with the sets, their sizes and the intervals.',
  })
  extractionQuality(@Ctx() { reader, quality }: Context): ExtractionQuality {
    const { extractorVersion } = reader;
    const sets = quality.extractorVersion === extractorVersion ? quality.sets : [];
    const note =
      sets.length > 0
        ? 'Precision, recall and F1 against annotation by people, with 95 % intervals of F1.'
        : `Version ${extractorVersion} has not been measured${quality.sets.length > 0 ? `; the last that was is ${quality.extractorVersion}` : ''}.`;
    return { extractorVersion, sets, note };
  }
}
