import { Field, Float, Int, ObjectType } from 'type-graphql';
import { described } from './enums.js';

export enum Interval {
  MONTH = 'MONTH',
  QUARTER = 'QUARTER',
  YEAR = 'YEAR',
}
described(Interval, 'Interval', 'Length of a period.', {
  MONTH: 'Calendar months.',
  QUARTER: 'Calendar quarters.',
  YEAR: 'Calendar years.',
});

@ObjectType({ simpleResolvers: true })
abstract class PeriodFields {
  @Field(() => String, { description: '`2024-05`, `2024-Q2` or `2024`.' })
  period!: string;
  @Field(() => String, { description: 'Its first day, ISO 8601: the time column of a chart.' })
  start!: string;
  @Field(() => Int, { description: 'Papers first dated in it, each once.' })
  papers!: number;
}

const ONE_METRIC = 'null unless the filter asks for one metric';

@ObjectType({ simpleResolvers: true, description: 'Results of papers first dated in one period.' })
export class ResultPeriod extends PeriodFields {
  @Field(() => Int, { description: 'Results that those papers report.' })
  results!: number;
  @Field(() => Float, {
    nullable: true,
    description: 'Median gain factor; null where no result has one.',
  })
  medianGain!: number | null;
  @Field(() => Float, {
    nullable: true,
    description: 'Largest gain factor; null where no result has one.',
  })
  bestGain!: number | null;
  @Field(() => Float, {
    nullable: true,
    description: `Median level on the metric's own scale; ${ONE_METRIC}.`,
  })
  medianValue!: number | null;
  @Field(() => Float, { nullable: true, description: `Lowest level; ${ONE_METRIC}.` })
  lowestValue!: number | null;
  @Field(() => Float, { nullable: true, description: `Highest level; ${ONE_METRIC}.` })
  highestValue!: number | null;
  @Field(() => Float, { description: 'Median confidence, 0 to 1.' })
  medianConfidence!: number;
}

@ObjectType({ simpleResolvers: true, description: 'Papers first dated in one period.' })
export class PaperPeriod extends PeriodFields {
  @Field(() => Int, { description: 'Of these, papers that name a code repository.' })
  withCode!: number;
  @Field(() => Int, { description: 'Of these, papers whose source gives no abstract.' })
  withoutAbstract!: number;
}
