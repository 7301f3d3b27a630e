import { Field, InputType } from 'type-graphql';
import { Bound, Category, Check, Direction, Form, GainKind } from '../types/enums.js';
import { DateFilterInput, NumberFilterInput, TextFilterInput } from './comparison.input.js';
import { PaperFilterInput } from './paper-filter.input.js';

@InputType({
  description: 'A claimed gain, on one scale whatever the words: changes, ratios and shares.',
})
export class GainFilterInput {
  @Field(() => [Category], { nullable: true, description: 'One of these: speed, memory, …' })
  category?: Category[] | null;
  @Field(() => String, { nullable: true, description: 'Name or slug of the metric.' })
  metric?: string | null;
  @Field(() => String, { nullable: true, description: 'Name or slug of the data set.' })
  dataset?: string | null;
  @Field(() => String, { nullable: true, description: 'Name or slug of the method that gains.' })
  method?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Name or slug of the method that it gains over.',
  })
  baseline?: string | null;
  @Field(() => Direction, { nullable: true, description: 'Which way the metric moves.' })
  direction?: Direction | null;
  @Field(() => [GainKind], {
    nullable: true,
    description: 'For qualities: points, relative or ambiguous.',
  })
  kind?: GainKind[] | null;
  @Field(() => NumberFilterInput, {
    nullable: true,
    description:
      'The gain factor: `{gte: 2}` is at least twice as good; 63.3 % less memory is 2.72.',
  })
  factor?: NumberFilterInput | null;
  @Field(() => NumberFilterInput, {
    nullable: true,
    description: 'The percentage of a change, as written.',
  })
  percent?: NumberFilterInput | null;
}

@InputType({ description: 'A reported level on a metric.' })
export class ScoreFilterInput {
  @Field(() => String, { nullable: true, description: 'Name or slug of the metric.' })
  metric?: string | null;
  @Field(() => String, { nullable: true, description: 'Name or slug of the data set.' })
  dataset?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Name or slug of the method whose level it is.',
  })
  method?: string | null;
  @Field(() => NumberFilterInput, {
    nullable: true,
    description: "On the metric's own scale: 0.8 is 80 % accuracy.",
  })
  value?: NumberFilterInput | null;
}

@InputType({ description: 'Conditions on results; all that are given have to hold.' })
export class ResultFilterInput {
  @Field(() => [ResultFilterInput], { nullable: true, description: 'All of these.' })
  and?: ResultFilterInput[] | null;
  @Field(() => [ResultFilterInput], { nullable: true, description: 'At least one of these.' })
  or?: ResultFilterInput[] | null;
  @Field(() => ResultFilterInput, { nullable: true, description: 'Not this.' })
  not?: ResultFilterInput | null;
  @Field(() => String, {
    nullable: true,
    description: 'Name or slug of the method whose number it is.',
  })
  method?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Name or slug of what it is compared against.',
  })
  baseline?: string | null;
  @Field(() => String, { nullable: true, description: 'Name or slug of the data set.' })
  dataset?: string | null;
  @Field(() => String, { nullable: true, description: 'Name or slug of the task.' })
  task?: string | null;
  @Field(() => String, { nullable: true, description: 'Name or slug of the metric.' })
  metric?: string | null;
  @Field(() => [Category], { nullable: true, description: 'One of these.' })
  category?: Category[] | null;
  @Field(() => [Form], { nullable: true, description: 'One of these.' })
  form?: Form[] | null;
  @Field(() => [Direction], { nullable: true, description: 'One of these.' })
  direction?: Direction[] | null;
  @Field(() => [Bound], { nullable: true, description: 'One of these.' })
  bound?: Bound[] | null;
  @Field(() => [Check], { nullable: true, description: 'One of these.' })
  check?: Check[] | null;
  @Field(() => Boolean, { nullable: true, description: 'Presented as a gain, or as a loss.' })
  better?: boolean | null;
  @Field(() => TextFilterInput, { nullable: true, description: 'The setting as written.' })
  setting?: TextFilterInput | null;
  @Field(() => TextFilterInput, { nullable: true, description: 'The unit in short form.' })
  unit?: TextFilterInput | null;
  @Field(() => NumberFilterInput, { nullable: true, description: 'The value as written.' })
  value?: NumberFilterInput | null;
  @Field(() => NumberFilterInput, {
    nullable: true,
    description: 'The value in base units: bytes, seconds, FLOP.',
  })
  baseValue?: NumberFilterInput | null;
  @Field(() => NumberFilterInput, {
    nullable: true,
    description: "The level on the metric's own scale.",
  })
  comparableValue?: NumberFilterInput | null;
  @Field(() => NumberFilterInput, { nullable: true, description: '0 to 1.' })
  confidence?: NumberFilterInput | null;
  @Field(() => GainFilterInput, { nullable: true, description: 'A claimed gain.' })
  gain?: GainFilterInput | null;
  @Field(() => DateFilterInput, { nullable: true, description: "The paper's first date." })
  publishedAt?: DateFilterInput | null;
  @Field(() => PaperFilterInput, { nullable: true, description: 'Of papers that fit this.' })
  paper?: PaperFilterInput | null;
}
