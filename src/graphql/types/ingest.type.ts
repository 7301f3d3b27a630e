import { Field, GraphQLISODateTime, ID, Int, ObjectType } from 'type-graphql';
import { connectionOf } from './connection.js';
import { described } from './enums.js';

export enum RunStatus {
  RUNNING = 'running',
  DONE = 'done',
  STOPPED = 'stopped',
  FAILED = 'failed',
}
described(RunStatus, 'RunStatus', 'How an ingest stands.', {
  RUNNING: 'Under way, or cut off without a word: see `heartbeatAt`.',
  DONE: 'Read to its end.',
  STOPPED: 'Stopped by a person; the same command goes on with it.',
  FAILED: 'Ended by an error; the same command goes on with it.',
});

@ObjectType({
  simpleResolvers: true,
  description: 'One ingest with its counts: read = stored + unchanged + merged + rejected.',
})
export class IngestRun {
  @Field(() => ID, { description: 'Number of the run.' })
  id!: string;
  @Field(() => String, { description: 'File, folder or address that was read.' })
  origin!: string;
  @Field(() => String, { nullable: true, description: 'Format; null where it was not made out.' })
  format!: string | null;
  @Field(() => RunStatus, { description: 'How it stands.' })
  status!: RunStatus;
  @Field(() => Int, { description: 'Records met.' })
  read!: number;
  @Field(() => Int, { description: 'Of these, new papers and newer texts.' })
  stored!: number;
  @Field(() => Int, {
    description: 'Of these, left as stored: known as they are, or behind a better or newer record.',
  })
  unchanged!: number;
  @Field(() => Int, { description: 'Of these, records of papers known from another source.' })
  merged!: number;
  @Field(() => Int, { description: 'Of these, not readable: see `rejects`.' })
  rejected!: number;
  @Field(() => Int, { description: 'Of those read, whether stored or not, without an abstract.' })
  withoutAbstract!: number;
  @Field(() => String, { nullable: true, description: 'What ended it; null unless it failed.' })
  error!: string | null;
  @Field(() => GraphQLISODateTime, { description: 'When it began.' })
  startedAt!: Date;
  @Field(() => GraphQLISODateTime, { description: 'When it last noted how far it is.' })
  heartbeatAt!: Date;
  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Null while it runs.' })
  finishedAt!: Date | null;
}

export const IngestRunConnection = connectionOf(IngestRun, 'IngestRun');

@ObjectType({ simpleResolvers: true, description: 'A record that could not be read, and why.' })
export class Reject {
  @Field(() => ID, { description: 'Of the record at its place.' })
  id!: string;
  @Field(() => String, { description: 'File, folder or address that it is from.' })
  origin!: string;
  @Field(() => String, { description: 'Adapter that met it.' })
  source!: string;
  @Field(() => String, { description: 'Where it stands, as a person finds it: `line 7`.' })
  position!: string;
  @Field(() => String, { description: 'Why it was rejected.' })
  reason!: string;
  @Field(() => String, { description: 'The record as it was met, its first 2000 characters.' })
  raw!: string;
  @Field(() => ID, {
    nullable: true,
    description: 'The run that met it last; null where it is gone.',
  })
  runId!: string | null;
  @Field(() => GraphQLISODateTime, { description: 'When it was first met.' })
  rejectedAt!: Date;
}

export const RejectConnection = connectionOf(Reject, 'Reject');
