import { Field, InputType } from 'type-graphql';

@InputType({ description: 'What an axis of a trade-off shows.' })
export class ParetoAxisInput {
  @Field(() => String, { description: 'Name, alias or slug of the metric.' })
  metric!: string;
  @Field(() => String, {
    nullable: true,
    description: 'Name, alias or slug of the data set; whichever, or none, when left out.',
  })
  dataset?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'The setting, case and the word "set" aside; whichever when left out.',
  })
  setting?: string | null;
}
