import { Field, InputType } from 'type-graphql';
import type { NamedFilter, NameFilter } from '../../store/queries/index.js';
import { DatasetRole, MethodRole } from '../types/enums.js';
import { NumberFilterInput, TextFilterInput } from './comparison.input.js';

@InputType({
  description:
    'Conditions on what a name stands for. A name, any alias or a slug will do; one that no paper has is answered with the nearest ones, one that means several things with the candidates.',
})
export class NameFilterInput implements NameFilter {
  @Field(() => String, { nullable: true, description: 'It is this one.' })
  eq?: string | null;
  @Field(() => String, { nullable: true, description: 'It is not this one.' })
  ne?: string | null;
  @Field(() => [String], { nullable: true, description: 'It is one of these; at most 100.' })
  in?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'It is none of these; at most 100.' })
  notIn?: string[] | null;
  @Field(() => Boolean, { nullable: true, description: 'True: none is named; false: one is.' })
  isNull?: boolean | null;
}

@InputType({ description: 'Conditions on a method, and on the part that it plays in the paper.' })
export class MethodFilterInput extends NameFilterInput implements NameFilter<MethodRole> {
  @Field(() => [MethodRole], { nullable: true, description: 'In one of these roles.' })
  role?: MethodRole[] | null;
}

@InputType({ description: 'Conditions on a data set, and on the part that it plays in the paper.' })
export class DatasetFilterInput extends NameFilterInput implements NameFilter<DatasetRole> {
  @Field(() => [DatasetRole], { nullable: true, description: 'In one of these roles.' })
  role?: DatasetRole[] | null;
}

@InputType({ description: 'Conditions on canonical names; all that are given have to hold.' })
export class NamedFilterInput implements NamedFilter {
  @Field(() => TextFilterInput, { nullable: true, description: 'The canonical name.' })
  name?: TextFilterInput | null;
  @Field(() => TextFilterInput, { nullable: true, description: 'The slug.' })
  slug?: TextFilterInput | null;
  @Field(() => NumberFilterInput, { nullable: true, description: 'How many papers name it.' })
  paperCount?: NumberFilterInput | null;
}
