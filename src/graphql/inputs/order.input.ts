import { type ClassType, Field, InputType } from 'type-graphql';
import type { Order } from '../../store/queries/index.js';
import {
  NameOrderField,
  NullOrder,
  PaperOrderField,
  QuantityOrderField,
  ResultOrderField,
  SortDirection,
} from '../types/order-enums.js';

/** Makes the input of a sort for what a list can be sorted by. */
function orderInput<Name extends string>(
  Fields: Readonly<Record<Name, Name>>,
  name: string,
): ClassType<Order<Name>> {
  @InputType(name, { description: 'One key of a sort; ties are broken by id.' })
  class OrderInput implements Order<Name> {
    @Field(() => Fields as object, { description: 'What to sort by.' })
    field!: Name;
    @Field(() => SortDirection, {
      defaultValue: SortDirection.ASC,
      description: 'Ascending when left out.',
    })
    direction!: SortDirection;
    @Field(() => NullOrder, {
      nullable: true,
      description: 'Where rows without a value stand: last when left out.',
    })
    nulls?: NullOrder | null;
  }
  return OrderInput;
}

export const PaperOrderInput = orderInput(PaperOrderField, 'PaperOrderInput');
export const ResultOrderInput = orderInput(ResultOrderField, 'ResultOrderInput');
export const QuantityOrderInput = orderInput(QuantityOrderField, 'QuantityOrderInput');
export const NameOrderInput = orderInput(NameOrderField, 'NameOrderInput');
