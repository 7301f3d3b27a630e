import { Field, Int, ObjectType } from 'type-graphql';
import { described } from './enums.js';

export enum ResultFacetField {
  CATEGORY = 'CATEGORY',
  METRIC = 'METRIC',
  DATASET = 'DATASET',
  TASK = 'TASK',
  METHOD = 'METHOD',
  BASELINE = 'BASELINE',
  FORM = 'FORM',
  DIRECTION = 'DIRECTION',
  BOUND = 'BOUND',
  CHECK = 'CHECK',
  GAIN_KIND = 'GAIN_KIND',
  UNIT = 'UNIT',
  SETTING = 'SETTING',
  RULE = 'RULE',
  YEAR = 'YEAR',
  MONTH = 'MONTH',
  SOURCE = 'SOURCE',
}
export enum PaperFacetField {
  METHOD = 'METHOD',
  DATASET = 'DATASET',
  TASK = 'TASK',
  METRIC = 'METRIC',
  CATEGORY = 'CATEGORY',
  YEAR = 'YEAR',
  MONTH = 'MONTH',
  SOURCE = 'SOURCE',
  HAS_CODE = 'HAS_CODE',
}

described(ResultFacetField, 'ResultFacetField', 'What results are grouped by.', {
  CATEGORY: 'What they are about.',
  METRIC: 'Canonical metric.',
  DATASET: 'Canonical data set.',
  TASK: 'Canonical task.',
  METHOD: 'Canonical method whose number it is.',
  BASELINE: 'Canonical method that it is compared against.',
  FORM: 'Level, change, ratio or share.',
  DIRECTION: 'Which way the metric moves.',
  BOUND: 'Exact, up to, at least, about.',
  CHECK: 'Whether stated sums agree.',
  GAIN_KIND: 'What a percentage on a quality means.',
  UNIT: 'Unit as written.',
  SETTING: 'Setting, case and the word "set" left out.',
  RULE: 'Rule that read it.',
  YEAR: "Year of the paper's first date.",
  MONTH: "Month of the paper's first date.",
  SOURCE: "Name of the paper's source.",
});
described(PaperFacetField, 'PaperFacetField', 'What papers are grouped by.', {
  METHOD: 'Canonical methods that they name.',
  DATASET: 'Canonical data sets that they name.',
  TASK: 'Canonical tasks that they address.',
  METRIC: 'Canonical metrics that they report on.',
  CATEGORY: 'Categories that they report on.',
  YEAR: 'Year of the first date.',
  MONTH: 'Month of the first date.',
  SOURCE: 'Name of the source.',
  HAS_CODE: 'Whether they name a code repository.',
});

@ObjectType({ simpleResolvers: true, description: 'One group.' })
export class FacetBucket {
  @Field(() => String, { description: 'What its rows share: a slug, a value, `2024-05`.' })
  key!: string;
  @Field(() => String, { description: 'The canonical name where the key is a slug; else the key.' })
  title!: string;
  @Field(() => Int, { description: 'Rows in it.' })
  count!: number;
}

@ObjectType({
  simpleResolvers: true,
  description: 'Rows grouped by a field, the largest group first.',
})
export class Facets {
  @Field(() => [FacetBucket], { description: 'The largest groups.' })
  buckets!: readonly FacetBucket[];
  @Field(() => Int, { description: 'Rows in all other groups together.' })
  otherCount!: number;
  @Field(() => Int, { description: 'Groups there are, listed or not.' })
  groupsCount!: number;
  @Field(() => Int, { description: 'Rows that have no value to group by.' })
  missingCount!: number;
}
