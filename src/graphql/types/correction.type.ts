import { Field, Float, GraphQLISODateTime, ObjectType } from 'type-graphql';
import { connectionOf } from './connection.js';
import { Bound, Category, Direction, described, Form } from './enums.js';
import { Node } from './named.type.js';

export enum CorrectionStatus {
  PROPOSED = 'proposed',
  APPLIED = 'applied',
  REJECTED = 'rejected',
  ORPHANED = 'orphaned',
  WITHDRAWN = 'withdrawn',
  SUPERSEDED = 'superseded',
}
export enum Decision {
  ACCEPT = 'accept',
  REJECT = 'reject',
  WITHDRAW = 'withdraw',
}
described(CorrectionStatus, 'CorrectionStatus', 'How a correction stands.', {
  PROPOSED: 'Waits for a decision; nothing is changed.',
  APPLIED: 'In force, and laid over every new reading of the same text.',
  REJECTED: 'Turned down.',
  ORPHANED: 'Its text has changed; it is applied again should that come back.',
  WITHDRAWN: 'Taken back: the result is as it was read.',
  SUPERSEDED: 'A later correction of the same result took its place.',
});
described(Decision, 'Decision', 'What is done about a correction.', {
  ACCEPT: 'A proposed one: apply it.',
  REJECT: 'A proposed one: turn it down.',
  WITHDRAW: 'An applied or orphaned one: take it back.',
});

@ObjectType({
  simpleResolvers: true,
  description:
    'Values of a result that a correction changes; null also where it leaves them alone: see `fields`.',
})
export class CorrectedValues {
  @Field(() => [String], { description: 'The fields that are changed.' })
  fields!: string[];
  @Field(() => Float, { nullable: true, description: 'As `Result.value`.' })
  value!: number | null;
  @Field(() => Float, { nullable: true, description: 'As `Result.high`.' })
  high!: number | null;
  @Field(() => String, { nullable: true, description: 'As `Result.unit`.' })
  unit!: string | null;
  @Field(() => Form, { nullable: true, description: 'As `Result.form`.' })
  form!: Form | null;
  @Field(() => Direction, { nullable: true, description: 'As `Result.direction`.' })
  direction!: Direction | null;
  @Field(() => Boolean, { nullable: true, description: 'As `Result.better`.' })
  better!: boolean | null;
  @Field(() => Bound, { nullable: true, description: 'As `Result.bound`.' })
  bound!: Bound | null;
  @Field(() => Category, { nullable: true, description: 'As `Result.category`.' })
  category!: Category | null;
  @Field(() => String, { nullable: true, description: 'As `Result.metricName`.' })
  metric!: string | null;
  @Field(() => String, { nullable: true, description: 'As `Result.datasetName`.' })
  dataset!: string | null;
  @Field(() => String, { nullable: true, description: 'As `Result.taskName`.' })
  task!: string | null;
  @Field(() => String, { nullable: true, description: 'As `Result.subjectName`.' })
  subject!: string | null;
  @Field(() => String, { nullable: true, description: 'As `Result.baselineName`.' })
  baseline!: string | null;
  @Field(() => String, { nullable: true, description: 'As `Result.setting`.' })
  setting!: string | null;
}

@ObjectType({
  simpleResolvers: true,
  description: 'One step in the history of a correction; steps are added, never changed.',
})
export class CorrectionEvent {
  @Field(() => CorrectionStatus, { description: 'What the correction became.' })
  status!: CorrectionStatus;
  @Field(() => String, {
    description: 'Who made the step; `claimgraph` for what a new reading did.',
  })
  by!: string;
  @Field(() => String, { description: 'Why.' })
  note!: string;
  @Field(() => GraphQLISODateTime, { description: 'When.' })
  at!: Date;
}

@ObjectType({
  simpleResolvers: true,
  implements: Node,
  description: "A person's change to a result; the value that was read is kept.",
})
export class Correction implements Node {
  rowId!: string;
  resultId!: string;
  id!: string;
  @Field(() => CorrectionStatus, { description: 'How it stands.' })
  status!: CorrectionStatus;
  @Field(() => String, { description: 'Key of the paper: `arxiv:2401.01234`.' })
  paperKey!: string;
  @Field(() => CorrectedValues, { description: 'As it was read.' })
  original!: CorrectedValues;
  @Field(() => CorrectedValues, { description: 'As it should be.' })
  corrected!: CorrectedValues;
  @Field(() => String, { description: 'Who proposed it.' })
  by!: string;
  @Field(() => String, { description: 'Why.' })
  reason!: string;
  @Field(() => GraphQLISODateTime, { description: 'When it was proposed.' })
  proposedAt!: Date;
}

export const CorrectionConnection = connectionOf(Correction, 'Correction');
