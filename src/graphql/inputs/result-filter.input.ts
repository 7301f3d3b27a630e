import { Field, InputType } from 'type-graphql';
import type { ResultFilter } from '../../store/queries/index.js';
import {
  BaseUnitFilterInput,
  BoundFilterInput,
  CategoryFilterInput,
  CheckFilterInput,
  DateFilterInput,
  DirectionFilterInput,
  FormFilterInput,
  GainKindFilterInput,
  NumberFilterInput,
  TextFieldFilterInput,
  TextFilterInput,
} from './comparison.input.js';
import { GainFilterInput, ScoreFilterInput } from './gain-filter.input.js';
import { DatasetFilterInput, MethodFilterInput, NameFilterInput } from './name-filter.input.js';
// The two filters name each other; both modules are read before either class is used.
import { PaperFilterInput } from './paper-filter.input.js';

type Given<Filter extends keyof ResultFilter> = ResultFilter[Filter];

@InputType({ description: 'Conditions on results; all that are given have to hold.' })
export class ResultFilterInput implements ResultFilter {
  @Field(() => [ResultFilterInput], { nullable: true, description: 'All of these.' })
  and?: ResultFilterInput[] | null;
  @Field(() => [ResultFilterInput], { nullable: true, description: 'At least one of these.' })
  or?: ResultFilterInput[] | null;
  @Field(() => ResultFilterInput, { nullable: true, description: 'Not this.' })
  not?: ResultFilterInput | null;
  @Field(() => MethodFilterInput, { nullable: true, description: 'The method whose number it is.' })
  method?: MethodFilterInput | null;
  @Field(() => NameFilterInput, { nullable: true, description: 'What it is compared against.' })
  baseline?: NameFilterInput | null;
  @Field(() => DatasetFilterInput, { nullable: true, description: 'The data set.' })
  dataset?: DatasetFilterInput | null;
  @Field(() => NameFilterInput, { nullable: true, description: 'The task.' })
  task?: NameFilterInput | null;
  @Field(() => NameFilterInput, { nullable: true, description: 'The metric.' })
  metric?: NameFilterInput | null;
  @Field(() => CategoryFilterInput, { nullable: true, description: 'What it is about.' })
  category?: Given<'category'>;
  @Field(() => FormFilterInput, { nullable: true, description: 'Level, change, ratio or share.' })
  form?: Given<'form'>;
  @Field(() => DirectionFilterInput, { nullable: true, description: 'Which way it moves.' })
  direction?: Given<'direction'>;
  @Field(() => BoundFilterInput, { nullable: true, description: 'Exact, up to, at least, about.' })
  bound?: Given<'bound'>;
  @Field(() => CheckFilterInput, { nullable: true, description: 'Whether its sums agree.' })
  check?: Given<'check'>;
  @Field(() => GainKindFilterInput, { nullable: true, description: 'What its percentage means.' })
  gainKind?: Given<'gainKind'>;
  @Field(() => TextFieldFilterInput, { nullable: true, description: 'Where it stands.' })
  field?: Given<'field'>;
  @Field(() => Boolean, {
    nullable: true,
    description: 'True: presented as a gain; false: as a loss.',
  })
  better?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'A person has corrected it, or none has.' })
  corrected?: boolean | null;
  @Field(() => TextFilterInput, { nullable: true, description: 'The setting as written.' })
  setting?: TextFilterInput | null;
  @Field(() => TextFilterInput, { nullable: true, description: 'The unit in short form.' })
  unit?: TextFilterInput | null;
  @Field(() => TextFilterInput, { nullable: true, description: 'Id of the rule that read it.' })
  rule?: TextFilterInput | null;
  @Field(() => NumberFilterInput, { nullable: true, description: 'The value as written.' })
  value?: NumberFilterInput | null;
  @Field(() => NumberFilterInput, {
    nullable: true,
    description: 'The value in its base unit: bytes, seconds, FLOP, count, fraction.',
  })
  baseValue?: NumberFilterInput | null;
  @Field(() => BaseUnitFilterInput, { nullable: true, description: 'The base unit.' })
  baseUnit?: Given<'baseUnit'>;
  @Field(() => NumberFilterInput, {
    nullable: true,
    description: "The level on the metric's own scale: 0.8 is 80 % accuracy.",
  })
  comparableValue?: NumberFilterInput | null;
  @Field(() => NumberFilterInput, {
    nullable: true,
    description: 'How sure the reading is, 0 to 1.',
  })
  confidence?: NumberFilterInput | null;
  @Field(() => GainFilterInput, { nullable: true, description: 'It claims such a gain.' })
  gain?: GainFilterInput | null;
  @Field(() => ScoreFilterInput, { nullable: true, description: 'It is such a level.' })
  score?: ScoreFilterInput | null;
  @Field(() => DateFilterInput, { nullable: true, description: "The paper's first date." })
  publishedAt?: DateFilterInput | null;
  @Field(() => DateFilterInput, { nullable: true, description: "The paper's newest version." })
  updatedAt?: DateFilterInput | null;
  @Field(() => TextFilterInput, { nullable: true, description: "Name of the paper's source." })
  source?: TextFilterInput | null;
  @Field(() => Boolean, { nullable: true, description: 'The paper names a code repository.' })
  hasCode?: boolean | null;
  @Field(() => String, {
    nullable: true,
    description:
      'Full text of the paper\'s title and abstract: words, "exact words", or, -without.',
  })
  text?: string | null;
  @Field(() => PaperFilterInput, { nullable: true, description: 'Of papers that fit this.' })
  paper?: PaperFilterInput | null;
}
