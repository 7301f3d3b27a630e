import { Field, InputType } from 'type-graphql';
import type { RejectFilter, RunFilter } from '../../store/queries/index.js';
import { RunStatus } from '../types/ingest.type.js';
import {
  choiceInput,
  DateFilterInput,
  NumberFilterInput,
  TextFilterInput,
} from './comparison.input.js';

const RunStatusFilterInput = choiceInput(RunStatus, 'RunStatus');

@InputType({ description: 'Conditions on ingest runs; all that are given have to hold.' })
export class RunFilterInput implements RunFilter {
  @Field(() => RunStatusFilterInput, { nullable: true, description: 'How it stands.' })
  status?: RunFilter['status'];
  @Field(() => TextFilterInput, { nullable: true, description: 'What was read.' })
  origin?: TextFilterInput | null;
  @Field(() => DateFilterInput, { nullable: true, description: 'Day on which it began, UTC.' })
  startedAt?: DateFilterInput | null;
  @Field(() => NumberFilterInput, { nullable: true, description: 'How many were rejected.' })
  rejected?: NumberFilterInput | null;
}

@InputType({ description: 'Conditions on rejects; all that are given have to hold.' })
export class RejectFilterInput implements RejectFilter {
  @Field(() => TextFilterInput, { nullable: true, description: 'What it is from.' })
  origin?: TextFilterInput | null;
  @Field(() => TextFilterInput, { nullable: true, description: 'Adapter that met it.' })
  source?: TextFilterInput | null;
  @Field(() => TextFilterInput, { nullable: true, description: 'Why it was rejected.' })
  reason?: TextFilterInput | null;
  @Field(() => DateFilterInput, { nullable: true, description: 'Day of the rejection, UTC.' })
  rejectedAt?: DateFilterInput | null;
}
