import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { EXPLANATIONS } from '../compare/verdict.js';
import { described } from './enums.js';
import { Dataset, Metric } from './named.type.js';
import { Result } from './result.type.js';

export enum VerdictValue {
  COMPARABLE = 'COMPARABLE',
  UNKNOWN = 'UNKNOWN',
  NOT_COMPARABLE = 'NOT_COMPARABLE',
}
export enum VerdictReason {
  SAME_MEASURE = 'SAME_MEASURE',
  SAME_GAIN = 'SAME_GAIN',
  OTHER_METRIC = 'OTHER_METRIC',
  NO_METRIC = 'NO_METRIC',
  OTHER_DATASET = 'OTHER_DATASET',
  NO_DATASET = 'NO_DATASET',
  CHANGE_AGAINST_LEVEL = 'CHANGE_AGAINST_LEVEL',
  OTHER_FORM = 'OTHER_FORM',
  OTHER_SETTING = 'OTHER_SETTING',
  SETTING_UNSTATED = 'SETTING_UNSTATED',
  OTHER_UNIT = 'OTHER_UNIT',
  NO_SCALE = 'NO_SCALE',
  OTHER_BASELINE = 'OTHER_BASELINE',
  NO_BASELINE = 'NO_BASELINE',
  NOT_REPORTED = 'NOT_REPORTED',
}
export enum Winner {
  A = 'A',
  B = 'B',
  TIE = 'TIE',
}

described(VerdictValue, 'Verdict', 'Whether two numbers can be compared.', {
  COMPARABLE: 'They measure the same thing in the same way.',
  UNKNOWN: 'The texts leave out what would tell.',
  NOT_COMPARABLE: 'They measure different things.',
});
described(
  VerdictReason,
  'VerdictReason',
  'Why two numbers can or cannot be compared.',
  EXPLANATIONS,
);
described(Winner, 'Winner', 'Which of two is better.', {
  A: 'The first.',
  B: 'The second.',
  TIE: 'Neither: the values are equal.',
});

@ObjectType({ simpleResolvers: true, description: 'A paper or a method that is compared.' })
export class ComparedItem {
  @Field(() => ID, { description: 'Id of the paper or the method.' })
  id!: string;
  @Field(() => String, { description: 'Title of the paper, or name of the method.' })
  name!: string;
}

@ObjectType({ simpleResolvers: true, description: 'What one item reports on one measure.' })
export class ComparisonCell {
  @Field(() => ComparedItem, { description: 'The paper or method.' })
  item!: ComparedItem;
  @Field(() => [Result], { description: 'Its numbers; empty where it reports none.' })
  results!: Result[];
}

@ObjectType({
  simpleResolvers: true,
  description: 'One row of the matrix: a metric on a data set.',
})
export class ComparisonMeasure {
  @Field(() => Dataset, { nullable: true, description: 'Null where the numbers name none.' })
  dataset!: Dataset | null;
  @Field(() => Metric, { nullable: true, description: 'Null where the numbers name none.' })
  metric!: Metric | null;
  @Field(() => [ComparisonCell], { description: 'One for each item, in their order.' })
  cells!: ComparisonCell[];
}

@ObjectType({
  simpleResolvers: true,
  description:
    'Two items on one measure, flat, by the two of their numbers that can best be compared.',
})
export class ComparisonPair {
  @Field(() => String, { nullable: true, description: 'Slug of the data set; null for none.' })
  dataset!: string | null;
  @Field(() => String, { nullable: true, description: 'Slug of the metric; null for none.' })
  metric!: string | null;
  @Field(() => ID, { description: 'Id of the first paper or method.' })
  aId!: string;
  @Field(() => String, { description: 'Title or name of the first.' })
  aName!: string;
  @Field(() => ID, { description: 'Id of the second paper or method.' })
  bId!: string;
  @Field(() => String, { description: 'Title or name of the second.' })
  bName!: string;
  @Field(() => VerdictValue, { description: 'Whether their numbers can be compared.' })
  verdict!: VerdictValue;
  @Field(() => VerdictReason, { description: 'Why, or why not.' })
  reason!: VerdictReason;
  @Field(() => String, { description: 'The reason as a sentence.' })
  explanation!: string;
  @Field(() => Winner, {
    nullable: true,
    description: 'Who is better; null unless comparable and the metric has a better direction.',
  })
  winner!: Winner | null;
  @Field(() => Float, {
    nullable: true,
    description:
      "The first's level on the metric's scale, or its gain factor; null where it has none.",
  })
  aValue!: number | null;
  @Field(() => Float, { nullable: true, description: "The second's, likewise." })
  bValue!: number | null;
  @Field(() => Float, {
    nullable: true,
    description: '`aValue` less `bValue`; null unless comparable.',
  })
  difference!: number | null;
  @Field(() => String, { nullable: true, description: "Setting of the first's number." })
  aSetting!: string | null;
  @Field(() => String, { nullable: true, description: "Setting of the second's number." })
  bSetting!: string | null;
  @Field(() => Result, {
    nullable: true,
    description: "The first's number with its evidence; null where it reports none.",
  })
  a!: Result | null;
  @Field(() => Result, {
    nullable: true,
    description: "The second's number with its evidence; null where it reports none.",
  })
  b!: Result | null;
}

@ObjectType({
  simpleResolvers: true,
  description: 'Papers or methods against data sets and metrics.',
})
export class Comparison {
  @Field(() => [ComparedItem], { description: 'What is compared: the columns.' })
  items!: ComparedItem[];
  @Field(() => [ComparisonMeasure], {
    description: 'The matrix, measures that most items share first.',
  })
  matrix!: ComparisonMeasure[];
  @Field(() => [ComparisonPair], {
    description: 'Every two items on every measure, with the verdict: flat rows.',
  })
  pairs!: ComparisonPair[];
  @Field(() => Boolean, {
    description:
      'There was more than is shown: 300 numbers an item or 100 measures; name data sets and metrics to see the rest.',
  })
  truncated!: boolean;
  @Field(() => Int, { description: 'Pairs whose numbers can be compared.' })
  comparableCount!: number;
}
