import { Field, InputType } from 'type-graphql';
import { DatasetRole, MethodRole } from '../types/enums.js';
import { DateFilterInput, TextFilterInput } from './comparison.input.js';
// The two filters name each other; both modules are read before either class is used.
import { GainFilterInput, ResultFilterInput, ScoreFilterInput } from './result-filter.input.js';

@InputType({ description: 'A method that the paper names.' })
export class MethodFilterInput {
  @Field(() => String, { description: 'Name, any alias, or slug.' })
  name!: string;
  @Field(() => [MethodRole], { nullable: true, description: 'In one of these roles.' })
  role?: MethodRole[] | null;
}

@InputType({ description: 'A data set that the paper names.' })
export class DatasetFilterInput {
  @Field(() => String, { description: 'Name, any alias, or slug.' })
  name!: string;
  @Field(() => [DatasetRole], { nullable: true, description: 'In one of these roles.' })
  role?: DatasetRole[] | null;
}

@InputType({ description: 'Conditions on the results of a paper.' })
export class PaperResultsFilterInput {
  @Field(() => ResultFilterInput, { nullable: true, description: 'At least one result fits.' })
  some?: ResultFilterInput | null;
  @Field(() => ResultFilterInput, { nullable: true, description: 'No result fits.' })
  none?: ResultFilterInput | null;
}

@InputType({ description: 'Conditions on papers; all that are given have to hold.' })
export class PaperFilterInput {
  @Field(() => [PaperFilterInput], { nullable: true, description: 'All of these.' })
  and?: PaperFilterInput[] | null;
  @Field(() => [PaperFilterInput], { nullable: true, description: 'At least one of these.' })
  or?: PaperFilterInput[] | null;
  @Field(() => PaperFilterInput, { nullable: true, description: 'Not this.' })
  not?: PaperFilterInput | null;
  @Field(() => MethodFilterInput, { nullable: true, description: 'Names this method.' })
  method?: MethodFilterInput | null;
  @Field(() => DatasetFilterInput, {
    nullable: true,
    description: 'Names this data set or benchmark.',
  })
  dataset?: DatasetFilterInput | null;
  @Field(() => String, { nullable: true, description: 'Addresses this task: name or slug.' })
  task?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Reports a number on this metric: name or slug.',
  })
  metric?: string | null;
  @Field(() => ScoreFilterInput, { nullable: true, description: 'Reports such a level.' })
  score?: ScoreFilterInput | null;
  @Field(() => GainFilterInput, { nullable: true, description: 'Claims such a gain.' })
  gain?: GainFilterInput | null;
  @Field(() => String, {
    nullable: true,
    description: 'Full text of title and abstract: words, "exact words", or, -without.',
  })
  text?: string | null;
  @Field(() => DateFilterInput, { nullable: true, description: 'First date.' })
  publishedAt?: DateFilterInput | null;
  @Field(() => DateFilterInput, { nullable: true, description: 'Date of the newest version.' })
  updatedAt?: DateFilterInput | null;
  @Field(() => TextFilterInput, { nullable: true, description: 'Name of the source.' })
  source?: TextFilterInput | null;
  @Field(() => Boolean, { nullable: true, description: 'Names a code repository.' })
  hasCode?: boolean | null;
  @Field(() => PaperResultsFilterInput, { nullable: true, description: 'On its results.' })
  results?: PaperResultsFilterInput | null;
}
