import { type ClassType, Field, Float, InputType } from 'type-graphql';
import type {
  ChoiceFilter,
  DateFilter,
  NumberFilter,
  TextFilter,
} from '../../store/queries/index.js';
import {
  BaseUnit,
  Bound,
  Category,
  Check,
  Direction,
  Form,
  GainKind,
  QuantityKind,
  TextField,
} from '../types/enums.js';

const IS_NULL = 'True: has no value; false: has one.';
const ALL_HOLD =
  'all that are given have to hold, and what has no value fits `isNull: true` alone.';

@InputType({ description: `Conditions on a number; ${ALL_HOLD}` })
export class NumberFilterInput implements NumberFilter {
  @Field(() => Float, { nullable: true, description: 'Equal to.' })
  eq?: number | null;
  @Field(() => Float, { nullable: true, description: 'Not equal to.' })
  ne?: number | null;
  @Field(() => [Float], { nullable: true, description: 'One of; at most 100.' })
  in?: number[] | null;
  @Field(() => [Float], { nullable: true, description: 'None of; at most 100.' })
  notIn?: number[] | null;
  @Field(() => Float, { nullable: true, description: 'Greater than.' })
  gt?: number | null;
  @Field(() => Float, { nullable: true, description: 'At least.' })
  gte?: number | null;
  @Field(() => Float, { nullable: true, description: 'Less than.' })
  lt?: number | null;
  @Field(() => Float, { nullable: true, description: 'At most.' })
  lte?: number | null;
  @Field(() => [Float], {
    nullable: true,
    description: 'Two numbers, the lower first; both are included.',
  })
  between?: number[] | null;
  @Field(() => Boolean, { nullable: true, description: IS_NULL })
  isNull?: boolean | null;
}

@InputType({ description: `Conditions on a text; ${ALL_HOLD}` })
export class TextFilterInput implements TextFilter {
  @Field(() => String, { nullable: true, description: 'Equal to, case included.' })
  eq?: string | null;
  @Field(() => String, { nullable: true, description: 'Not equal to.' })
  ne?: string | null;
  @Field(() => [String], { nullable: true, description: 'One of; at most 100.' })
  in?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'None of; at most 100.' })
  notIn?: string[] | null;
  @Field(() => String, {
    nullable: true,
    description:
      'Holds these characters, case folded; at most 256. `%` and `_` stand for themselves.',
  })
  contains?: string | null;
  @Field(() => Boolean, { nullable: true, description: IS_NULL })
  isNull?: boolean | null;
}

@InputType({
  description: `Conditions on a date. \`2024\` is the whole year, \`2024-05\` the whole month, \`2024-05-27\` the day; ${ALL_HOLD}`,
})
export class DateFilterInput implements DateFilter {
  @Field(() => String, { nullable: true, description: 'Within it.' })
  eq?: string | null;
  @Field(() => String, { nullable: true, description: 'Not within it.' })
  ne?: string | null;
  @Field(() => [String], { nullable: true, description: 'Within one of these; at most 100.' })
  in?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'Within none of these; at most 100.' })
  notIn?: string[] | null;
  @Field(() => String, { nullable: true, description: 'After its last day.' })
  gt?: string | null;
  @Field(() => String, { nullable: true, description: 'From its first day.' })
  gte?: string | null;
  @Field(() => String, { nullable: true, description: 'Before its first day.' })
  lt?: string | null;
  @Field(() => String, { nullable: true, description: 'Up to its last day.' })
  lte?: string | null;
  @Field(() => [String], {
    nullable: true,
    description: 'Two dates: from the first day of the one to the last day of the other.',
  })
  between?: string[] | null;
  @Field(() => Boolean, { nullable: true, description: 'True: has no date; false: has one.' })
  isNull?: boolean | null;
}

/** Makes the conditions on a field that holds a value of an enum. */
export function choiceInput<Value extends string>(
  Values: Readonly<Record<string, Value>>,
  name: string,
): ClassType<ChoiceFilter<Value>> {
  @InputType(`${name}FilterInput`, { description: `Conditions on a ${name}; ${ALL_HOLD}` })
  class ChoiceInput implements ChoiceFilter<Value> {
    @Field(() => Values as object, { nullable: true, description: 'Equal to.' })
    eq?: Value | null;
    @Field(() => Values as object, { nullable: true, description: 'Not equal to.' })
    ne?: Value | null;
    @Field(() => [Values as object], { nullable: true, description: 'One of.' })
    in?: Value[] | null;
    @Field(() => [Values as object], { nullable: true, description: 'None of.' })
    notIn?: Value[] | null;
    @Field(() => Boolean, { nullable: true, description: IS_NULL })
    isNull?: boolean | null;
  }
  return ChoiceInput;
}

export const FormFilterInput = choiceInput(Form, 'Form');
export const DirectionFilterInput = choiceInput(Direction, 'Direction');
export const BoundFilterInput = choiceInput(Bound, 'Bound');
export const CategoryFilterInput = choiceInput(Category, 'Category');
export const CheckFilterInput = choiceInput(Check, 'Check');
export const GainKindFilterInput = choiceInput(GainKind, 'GainKind');
export const BaseUnitFilterInput = choiceInput(BaseUnit, 'BaseUnit');
export const TextFieldFilterInput = choiceInput(TextField, 'TextField');
export const QuantityKindFilterInput = choiceInput(QuantityKind, 'QuantityKind');
