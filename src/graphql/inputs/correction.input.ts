import { Field, Float, ID, InputType } from 'type-graphql';
import type { CorrectionFilter } from '../../store/queries/index.js';
import { CorrectionStatus } from '../types/correction.type.js';
import { Bound, Category, Direction, Form } from '../types/enums.js';
import { choiceInput, TextFilterInput } from './comparison.input.js';

const CorrectionStatusFilterInput = choiceInput(CorrectionStatus, 'CorrectionStatus');

@InputType({
  description:
    'New values of a result; what is left out stays, null takes a value away. What is computed from them is computed anew.',
})
export class CorrectionChangesInput {
  @Field(() => Float, { nullable: true, description: 'As `Result.value`; may not be null.' })
  value?: number | null;
  @Field(() => Float, { nullable: true, description: 'As `Result.high`.' })
  high?: number | null;
  @Field(() => String, { nullable: true, description: 'As `Result.unit`; may not be null.' })
  unit?: string | null;
  @Field(() => Form, { nullable: true, description: 'As `Result.form`; may not be null.' })
  form?: Form | null;
  @Field(() => Direction, { nullable: true, description: 'As `Result.direction`.' })
  direction?: Direction | null;
  @Field(() => Boolean, { nullable: true, description: 'As `Result.better`.' })
  better?: boolean | null;
  @Field(() => Bound, { nullable: true, description: 'As `Result.bound`; may not be null.' })
  bound?: Bound | null;
  @Field(() => Category, { nullable: true, description: 'As `Result.category`; may not be null.' })
  category?: Category | null;
  @Field(() => String, { nullable: true, description: 'Name of the metric.' })
  metric?: string | null;
  @Field(() => String, { nullable: true, description: 'Name of the data set.' })
  dataset?: string | null;
  @Field(() => String, { nullable: true, description: 'Name of the task.' })
  task?: string | null;
  @Field(() => String, { nullable: true, description: 'Name of the method whose number it is.' })
  subject?: string | null;
  @Field(() => String, { nullable: true, description: 'Name of what it is compared against.' })
  baseline?: string | null;
  @Field(() => String, { nullable: true, description: 'The setting.' })
  setting?: string | null;
}

@InputType({ description: 'Conditions on corrections; all that are given have to hold.' })
export class CorrectionFilterInput implements Omit<CorrectionFilter, 'resultId'> {
  @Field(() => CorrectionStatusFilterInput, { nullable: true, description: 'How it stands.' })
  status?: CorrectionFilter['status'];
  @Field(() => TextFilterInput, { nullable: true, description: 'Who proposed it.' })
  madeBy?: TextFilterInput | null;
  @Field(() => ID, { nullable: true, description: 'Id of the result.' })
  result?: string | null;
}
