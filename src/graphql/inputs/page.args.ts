import { ArgsType, Field, Int } from 'type-graphql';

@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    nullable: true,
    description: 'Rows from the start, 1 to 100; 25 when left out.',
  })
  first?: number | null;
  @Field(() => String, {
    nullable: true,
    description: '`endCursor` of the page before; null for the first page.',
  })
  after?: string | null;
  @Field(() => Int, { nullable: true, description: 'Rows from the end, 1 to 100.' })
  last?: number | null;
  @Field(() => String, { nullable: true, description: '`startCursor` of the page after.' })
  before?: string | null;
}
