import { Field, ID, InterfaceType, ObjectType } from 'type-graphql';
import { Better, Category, Scale } from './enums.js';

@InterfaceType({
  description: 'Anything that has an id that is unique over the whole API.',
  resolveType: (value: { __kind?: string }) => value.__kind,
})
export abstract class Node {
  @Field(() => ID, { description: 'Opaque and stable: the same thing keeps its id.' })
  id!: string;
}

abstract class NamedBase {
  slug!: string;
  name!: string;
  /** Known where the row was read with its count. */
  papers?: number;
}

@ObjectType({
  simpleResolvers: true,
  implements: Node,
  description: 'A method, model, system or algorithm under its canonical name.',
})
export class Method extends NamedBase implements Node {
  id!: string;
  @Field(() => String, { description: 'A pure function of the folded name; stable.' })
  declare slug: string;
  @Field(() => String, { description: 'Canonical name.' })
  declare name: string;
}

@ObjectType({
  simpleResolvers: true,
  implements: Node,
  description: 'A data set, benchmark or test suite under its canonical name.',
})
export class Dataset extends NamedBase implements Node {
  id!: string;
  @Field(() => String, { description: 'A pure function of the folded name; stable.' })
  declare slug: string;
  @Field(() => String, { description: 'Canonical name.' })
  declare name: string;
}

@ObjectType({ simpleResolvers: true, implements: Node, description: 'A task that papers address.' })
export class Task extends NamedBase implements Node {
  id!: string;
  @Field(() => String, { description: 'A pure function of the folded name; stable.' })
  declare slug: string;
  @Field(() => String, { description: 'Canonical name.' })
  declare name: string;
}

@ObjectType({
  simpleResolvers: true,
  implements: Node,
  description: 'A metric: what a number measures.',
})
export class Metric extends NamedBase implements Node {
  id!: string;
  @Field(() => String, { description: 'Stable.' })
  declare slug: string;
  @Field(() => String, { description: 'Canonical name.' })
  declare name: string;
  @Field(() => Better, {
    nullable: true,
    description: 'Which way is better; null where neither is, or where the metric is in no list.',
  })
  better!: Better | null;
  @Field(() => Scale, {
    nullable: true,
    description: 'The scale of `comparableValue`; null for a metric in no list.',
  })
  scale!: Scale | null;
  @Field(() => Category, { nullable: true, description: 'Null for a metric in no list.' })
  category!: Category | null;
}
