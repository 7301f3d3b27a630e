import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { Board } from '../../store/queries/index.js';
import { connectionOf } from './connection.js';
import { Better, described } from './enums.js';
import { Dataset, Method, Metric } from './named.type.js';
import { Result } from './result.type.js';

export enum BoardRows {
  METHOD_AND_PAPER = 'METHOD_AND_PAPER',
  METHOD = 'METHOD',
  RESULT = 'RESULT',
}
described(BoardRows, 'BoardRows', 'What a leaderboard has one row for: its best level.', {
  METHOD_AND_PAPER: 'Every method in every paper that reports it.',
  METHOD: 'Every method, whichever paper reports its best level.',
  RESULT: 'Every reported level.',
});

@ObjectType({
  simpleResolvers: true,
  description: 'A setting in which a metric is reported on a data set.',
})
export class BoardSetting {
  @Field(() => String, {
    nullable: true,
    description:
      'What to give as `setting`: case folded, hyphens and the word "set" left out; null where none is stated.',
  })
  key!: string | null;
  @Field(() => String, { description: 'As some paper writes it; `not stated` where none is.' })
  title!: string;
  @Field(() => String, { description: 'Unit of its levels; empty for scales without one.' })
  unit!: string;
  @Field(() => Int, { description: 'Levels reported in it.' })
  count!: number;
}

@ObjectType({ simpleResolvers: true, description: 'A metric reported on a data set.' })
export class BoardMetric {
  @Field(() => Metric, { description: 'The metric.' })
  metric!: Metric;
  @Field(() => Int, { description: 'Levels reported on it, in all settings.' })
  count!: number;
}

@ObjectType({ simpleResolvers: true, description: 'One row of a leaderboard, with its evidence.' })
export class LeaderboardEntry {
  @Field(() => Int, {
    nullable: true,
    description: '1 is best, ties share a rank; null where the metric has no better direction.',
  })
  rank!: number | null;
  @Field(() => Float, {
    description: "The level on the board's scale: 0.85 for 85 %, base units where there are any.",
  })
  value!: number;
  @Field(() => String, {
    nullable: true,
    description: "The paper's first date, ISO 8601; null where it has none.",
  })
  publishedAt!: string | null;
  @Field(() => Method, { nullable: true, description: 'The method; null where it is unnamed.' })
  method!: Method | null;
  @Field(() => Result, { description: 'The number as the paper reports it: quote, place, rule.' })
  result!: Result;
}

export const LeaderboardConnection = connectionOf(LeaderboardEntry, 'LeaderboardEntry');

@ObjectType({
  simpleResolvers: true,
  description: 'Levels on one data set, of one metric, in one setting and one unit, best first.',
})
export class Leaderboard {
  /** What the rows are read by; null for a board without any. */
  board!: Board | null;
  @Field(() => Dataset, { description: 'The data set.' })
  dataset!: Dataset;
  @Field(() => Metric, { nullable: true, description: 'The metric; null where there is none.' })
  metric!: Metric | null;
  @Field(() => Better, { nullable: true, description: 'Which way is best; null where neither is.' })
  better!: Better | null;
  @Field(() => BoardSetting, {
    nullable: true,
    description: 'The setting of all rows; null for a board without rows.',
  })
  setting!: BoardSetting | null;
  @Field(() => [BoardSetting], {
    description: 'All settings and units of this metric on this data set; they are never mixed.',
  })
  settings!: BoardSetting[];
  @Field(() => [BoardMetric], { description: 'All metrics reported on this data set.' })
  metrics!: BoardMetric[];
  @Field(() => String, { description: 'What is shown, what was chosen, and what was left out.' })
  note!: string;
}
