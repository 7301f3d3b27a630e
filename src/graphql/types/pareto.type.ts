import { Field, Float, Int, ObjectType } from 'type-graphql';
import { Better } from './enums.js';
import { Method, Metric } from './named.type.js';

@ObjectType({
  simpleResolvers: true,
  description: 'A method in a paper that gives both of its levels.',
})
export class ParetoPoint {
  paperId!: string;
  xResultId!: string;
  yResultId!: string;
  @Field(() => Method, { description: 'The method.' })
  method!: Method;
  @Field(() => Float, { description: 'Its best level on the first axis.' })
  x!: number;
  @Field(() => Float, { description: 'Its best level on the second axis.' })
  y!: number;
  @Field(() => Boolean, {
    description: 'No other point is better on one axis and no worse on the other.',
  })
  onFront!: boolean;
}

@ObjectType({ simpleResolvers: true, description: 'What an axis shows.' })
export class ParetoAxis {
  @Field(() => Metric, { description: 'The metric.' })
  metric!: Metric;
  @Field(() => Better, { description: 'Which way is better.' })
  better!: Better;
  @Field(() => String, { description: 'Unit of the values; empty for scales without one.' })
  unit!: string;
}

@ObjectType({ simpleResolvers: true, description: 'The best trade-offs between two metrics.' })
export class ParetoFront {
  @Field(() => ParetoAxis, { description: 'The first axis.' })
  x!: ParetoAxis;
  @Field(() => ParetoAxis, { description: 'The second axis.' })
  y!: ParetoAxis;
  @Field(() => [ParetoPoint], { description: 'The points, best on the first axis first.' })
  points!: ParetoPoint[];
  @Field(() => Int, { description: 'Points that others are better than.' })
  dominatedCount!: number;
  @Field(() => Int, { description: 'Points in other units, left out.' })
  otherUnitsCount!: number;
  @Field(() => Boolean, { description: 'There were more than 5000 points; filter for fewer.' })
  truncated!: boolean;
}
