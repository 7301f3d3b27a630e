import { Field, InputType } from 'type-graphql';
import type { GainFilter, ScoreFilter } from '../../store/queries/index.js';
import { Category, Direction, GainKind } from '../types/enums.js';
import { NumberFilterInput, TextFilterInput } from './comparison.input.js';

const NAMED = 'Name, alias or slug of';

@InputType({
  description:
    'A claimed gain, on one scale whatever the words: changes, ratios, shares, and levels that the text sets against another, `from 24.2 GB to 9.7 GB`.',
})
export class GainFilterInput implements GainFilter {
  @Field(() => [Category], { nullable: true, description: 'One of these: SPEED, MEMORY, …' })
  category?: Category[] | null;
  @Field(() => String, { nullable: true, description: `${NAMED} the metric.` })
  metric?: string | null;
  @Field(() => String, { nullable: true, description: `${NAMED} the data set.` })
  dataset?: string | null;
  @Field(() => String, { nullable: true, description: `${NAMED} the method that gains.` })
  method?: string | null;
  @Field(() => String, { nullable: true, description: `${NAMED} the method that it gains over.` })
  baseline?: string | null;
  @Field(() => Direction, {
    nullable: true,
    description: 'Which way the metric moves; levels have none.',
  })
  direction?: Direction | null;
  @Field(() => [GainKind], {
    nullable: true,
    description: 'What a percentage on a quality score means: one of these.',
  })
  kind?: GainKind[] | null;
  @Field(() => NumberFilterInput, {
    nullable: true,
    description:
      'The gain factor: `{gte: 2}` is at least twice as good; 63.3 % less memory is 2.72. Qualities have none.',
  })
  factor?: NumberFilterInput | null;
  @Field(() => NumberFilterInput, {
    nullable: true,
    description: 'The percentage of a change, as written: 63.3 for 63.3 % less.',
  })
  percent?: NumberFilterInput | null;
  @Field(() => NumberFilterInput, {
    nullable: true,
    description: 'The points of a change, as written: 1.7 for 1.7 points more.',
  })
  points?: NumberFilterInput | null;
}

@InputType({ description: 'A reported level on a metric.' })
export class ScoreFilterInput implements ScoreFilter {
  @Field(() => String, { nullable: true, description: `${NAMED} the metric.` })
  metric?: string | null;
  @Field(() => String, { nullable: true, description: `${NAMED} the data set.` })
  dataset?: string | null;
  @Field(() => String, { nullable: true, description: `${NAMED} the method whose level it is.` })
  method?: string | null;
  @Field(() => TextFilterInput, { nullable: true, description: 'The setting as written.' })
  setting?: TextFilterInput | null;
  @Field(() => NumberFilterInput, {
    nullable: true,
    description: "On the metric's own scale: 0.8 is 80 % accuracy.",
  })
  value?: NumberFilterInput | null;
  @Field(() => NumberFilterInput, {
    nullable: true,
    description: 'In the base unit: bytes, seconds, FLOP, count, fraction.',
  })
  baseValue?: NumberFilterInput | null;
}
