import { Field, Float, Int, ObjectType } from 'type-graphql';

@ObjectType({
  simpleResolvers: true,
  description: 'How well one field of the reading agrees with annotation by people.',
})
export class FieldQuality {
  @Field(() => String, { description: '`results: number`, `methods`, …: what is compared.' })
  field!: string;
  @Field(() => Float, { description: 'Part of what was read that is annotated, 0 to 1.' })
  precision!: number;
  @Field(() => Float, { description: 'Part of what is annotated that was read, 0 to 1.' })
  recall!: number;
  @Field(() => Float, { description: 'Harmonic mean of the two.' })
  f1!: number;
  @Field(() => Float, { description: 'Lower end of the 95 % interval of F1.' })
  low!: number;
  @Field(() => Float, { description: 'Upper end of the 95 % interval of F1.' })
  high!: number;
  @Field(() => Int, { description: 'Read and annotated.' })
  hits!: number;
  @Field(() => Int, { description: 'Read.' })
  system!: number;
  @Field(() => Int, { description: 'Annotated.' })
  gold!: number;
}

@ObjectType({ simpleResolvers: true, description: 'Measured on one annotated set.' })
export class SetQuality {
  @Field(() => String, { description: 'Name of the set.' })
  name!: string;
  @Field(() => String, { description: 'What it holds, and whether the rules were tuned on it.' })
  description!: string;
  @Field(() => Int, { description: 'Annotated texts.' })
  papers!: number;
  @Field(() => Int, { description: 'Annotated results.' })
  results!: number;
  @Field(() => [FieldQuality], { description: 'Field by field.' })
  fields!: readonly FieldQuality[];
}

@ObjectType({
  simpleResolvers: true,
  description: 'How good the reading of the running extractor is.',
})
export class ExtractionQuality {
  @Field(() => String, { description: 'Version of the rules that run.' })
  extractorVersion!: string;
  @Field(() => [SetQuality], {
    description: 'Sets that this version was measured on; may be none.',
  })
  sets!: readonly SetQuality[];
  @Field(() => String, { description: 'What the figures are, or why there are none.' })
  note!: string;
}
