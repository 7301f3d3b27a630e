import { Field, InputType } from 'type-graphql';
import { NullOrder, PaperOrderField, ResultOrderField, SortDirection } from '../types/enums.js';

@InputType({ description: 'One key of a sort; ties are broken by id.' })
export class PaperOrderInput {
  @Field(() => PaperOrderField, { description: 'What to sort by.' })
  field!: PaperOrderField;
  @Field(() => SortDirection, {
    defaultValue: SortDirection.ASC,
    description: 'Ascending when left out.',
  })
  direction!: SortDirection;
  @Field(() => NullOrder, {
    nullable: true,
    description: 'Papers without a value: last when left out.',
  })
  nulls?: NullOrder | null;
}

@InputType({ description: 'One key of a sort; ties are broken by id.' })
export class ResultOrderInput {
  @Field(() => ResultOrderField, { description: 'What to sort by.' })
  field!: ResultOrderField;
  @Field(() => SortDirection, {
    defaultValue: SortDirection.ASC,
    description: 'Ascending when left out.',
  })
  direction!: SortDirection;
  @Field(() => NullOrder, {
    nullable: true,
    description: 'Results without a value: last when left out.',
  })
  nulls?: NullOrder | null;
}
