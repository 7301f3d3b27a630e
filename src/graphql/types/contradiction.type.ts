import { Field, Float, Int, ObjectType } from 'type-graphql';
import { connectionOf } from './connection.js';
import { Dataset, Method, Metric } from './named.type.js';

@ObjectType({
  simpleResolvers: true,
  description: 'Different exact levels of one method on one data set, metric, setting and unit.',
})
export class Contradiction {
  lowestId!: string;
  highestId!: string;
  @Field(() => Method, { description: 'The method.' })
  method!: Method;
  @Field(() => Dataset, { description: 'The data set.' })
  dataset!: Dataset;
  @Field(() => Metric, { description: 'The metric.' })
  metric!: Metric;
  @Field(() => String, { nullable: true, description: 'The setting; null where none is stated.' })
  setting!: string | null;
  @Field(() => String, { description: 'Unit of the values; empty for scales without one.' })
  unit!: string;
  @Field(() => Float, { description: "Lowest level on the metric's scale." })
  lowestValue!: number;
  @Field(() => Float, { description: "Highest level on the metric's scale." })
  highestValue!: number;
  @Field(() => Float, {
    description: 'How far they are apart, as a part of the larger one: 0.1 is a tenth.',
  })
  spread!: number;
  @Field(() => Int, { description: 'Different values that are reported.' })
  valueCount!: number;
  @Field(() => Int, { description: 'Papers that report them; 1: a paper gives several itself.' })
  paperCount!: number;
}

export const ContradictionConnection = connectionOf(Contradiction, 'Contradiction');
