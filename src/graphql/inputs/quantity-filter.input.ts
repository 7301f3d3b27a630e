import { Field, InputType } from 'type-graphql';
import type { QuantityFilter } from '../../store/queries/index.js';
import { NumberFilterInput, QuantityKindFilterInput, TextFilterInput } from './comparison.input.js';
// The two filters name each other; both modules are read before either class is used.
import { PaperFilterInput } from './paper-filter.input.js';

@InputType({ description: 'Conditions on quantities; all that are given have to hold.' })
export class QuantityFilterInput implements QuantityFilter {
  @Field(() => [QuantityFilterInput], { nullable: true, description: 'All of these.' })
  and?: QuantityFilterInput[] | null;
  @Field(() => [QuantityFilterInput], { nullable: true, description: 'At least one of these.' })
  or?: QuantityFilterInput[] | null;
  @Field(() => QuantityFilterInput, { nullable: true, description: 'Not this.' })
  not?: QuantityFilterInput | null;
  @Field(() => QuantityKindFilterInput, {
    nullable: true,
    description: 'What it measures or counts.',
  })
  what?: QuantityFilter['what'];
  @Field(() => NumberFilterInput, { nullable: true, description: 'The value.' })
  value?: NumberFilterInput | null;
  @Field(() => TextFilterInput, { nullable: true, description: 'The unit in short form.' })
  unit?: TextFilterInput | null;
  @Field(() => PaperFilterInput, { nullable: true, description: 'Of papers that fit this.' })
  paper?: PaperFilterInput | null;
}
