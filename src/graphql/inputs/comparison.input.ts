import { Field, Float, InputType } from 'type-graphql';
import type { DateFilter, NumberFilter, TextFilter } from '../../store/queries/index.js';

@InputType({ description: 'Conditions on a number; all that are given have to hold.' })
export class NumberFilterInput implements NumberFilter {
  @Field(() => Float, { nullable: true, description: 'Equal to.' })
  eq?: number | null;
  @Field(() => Float, { nullable: true, description: 'Not equal to.' })
  ne?: number | null;
  @Field(() => Float, { nullable: true, description: 'Greater than.' })
  gt?: number | null;
  @Field(() => Float, { nullable: true, description: 'At least.' })
  gte?: number | null;
  @Field(() => Float, { nullable: true, description: 'Less than.' })
  lt?: number | null;
  @Field(() => Float, { nullable: true, description: 'At most.' })
  lte?: number | null;
  @Field(() => [Float], { nullable: true, description: 'One of; at most 100.' })
  in?: number[] | null;
  @Field(() => Boolean, { nullable: true, description: 'True: has no value; false: has one.' })
  isNull?: boolean | null;
}

@InputType({ description: 'Conditions on a text; all that are given have to hold.' })
export class TextFilterInput implements TextFilter {
  @Field(() => String, { nullable: true, description: 'Equal to, case included.' })
  eq?: string | null;
  @Field(() => String, { nullable: true, description: 'Not equal to.' })
  ne?: string | null;
  @Field(() => [String], { nullable: true, description: 'One of; at most 100.' })
  in?: string[] | null;
  @Field(() => String, {
    nullable: true,
    description: 'Contains these characters, case folded; `%` and `_` stand for themselves.',
  })
  contains?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'True: has no value; false: has one.' })
  isNull?: boolean | null;
}

@InputType({
  description:
    'Conditions on a date: 2024, 2024-05 or 2024-05-27, each the first day of what it names.',
})
export class DateFilterInput implements DateFilter {
  @Field(() => String, { nullable: true, description: 'After.' })
  gt?: string | null;
  @Field(() => String, { nullable: true, description: 'On or after.' })
  gte?: string | null;
  @Field(() => String, { nullable: true, description: 'Before.' })
  lt?: string | null;
  @Field(() => String, { nullable: true, description: 'On or before.' })
  lte?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'True: has no date; false: has one.' })
  isNull?: boolean | null;
}
