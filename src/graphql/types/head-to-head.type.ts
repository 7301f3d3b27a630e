import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { HeadToHead as Pair } from '../../store/queries/index.js';
import { Winner } from './comparison.type.js';
import { connectionOf } from './connection.js';
import { described } from './enums.js';
import { Dataset, Method, Metric } from './named.type.js';

export enum MatchKind {
  LEVELS = 'LEVELS',
  STATED = 'STATED',
}
described(MatchKind, 'MatchKind', 'How a paper sets two methods against each other.', {
  LEVELS: 'It gives both levels on the same data set, metric, setting and unit.',
  STATED: 'It states a change, ratio or share of the one against the other.',
});

@ObjectType({ simpleResolvers: true, description: 'Two methods met in one paper.' })
export class Match {
  paperId!: string;
  aResultId!: string | null;
  bResultId!: string | null;
  @Field(() => MatchKind, { description: 'How they met.' })
  kind!: MatchKind;
  @Field(() => Dataset, { nullable: true, description: 'Null where none is named.' })
  dataset!: Dataset | null;
  @Field(() => Metric, { nullable: true, description: 'Null where none is named.' })
  metric!: Metric | null;
  @Field(() => String, { nullable: true, description: 'Setting; null where none is stated.' })
  setting!: string | null;
  @Field(() => Float, {
    nullable: true,
    description: "Level of the first on the metric's scale; null for a stated match.",
  })
  aValue!: number | null;
  @Field(() => Float, { nullable: true, description: 'Level of the second, likewise.' })
  bValue!: number | null;
  @Field(() => Float, {
    nullable: true,
    description: 'Gain factor of a stated match; null where it has none.',
  })
  gainFactor!: number | null;
  @Field(() => Winner, {
    nullable: true,
    description:
      'Who is better; null where the metric has no better direction or the text does not say.',
  })
  winner!: Winner | null;
}

export const MatchConnection = connectionOf(Match, 'Match');

@ObjectType({ simpleResolvers: true, description: 'How often each of two methods is better.' })
export class Tally {
  @Field(() => Int, { description: 'Matches in which the first is better.' })
  a!: number;
  @Field(() => Int, { description: 'Matches in which the second is better.' })
  b!: number;
  @Field(() => Int, { description: 'Matches with equal levels.' })
  ties!: number;
  @Field(() => Int, { description: 'Matches of which it cannot be said.' })
  undecided!: number;
  @Field(() => Int, { description: 'Papers in which they meet.' })
  papers!: number;
}

@ObjectType({
  simpleResolvers: true,
  description: 'Two methods over all papers in which they meet.',
})
export class HeadToHead {
  pair!: Pair;
  @Field(() => Method, { description: 'The first.' })
  a!: Method;
  @Field(() => Method, { description: 'The second.' })
  b!: Method;
  @Field(() => Tally, { description: 'Who is better how often, over all matches.' })
  tally!: Tally;
}
