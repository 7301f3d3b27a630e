import { Field, Float, GraphQLISODateTime, Int, ObjectType } from 'type-graphql';
import { connectionOf } from './connection.js';
import { DatasetRole, LinkKind, MethodRole, QuantityKind } from './enums.js';
import { Dataset, Method, Node, Task } from './named.type.js';
import { ExtractedResult, Span } from './result.type.js';

@ObjectType({ simpleResolvers: true })
abstract class MentionFields {
  @Field(() => String, { description: 'The name as the paper has it.' })
  name!: string;
  @Field(() => [String], {
    description: 'Other forms in the same paper; they hold within it alone.',
  })
  aliases!: readonly string[];
  @Field(() => [Span], { description: 'Every place it stands at; the first is the evidence.' })
  spans!: Span[];
  @Field(() => String, { description: 'Id of the rule or row that found it.' })
  rule!: string;
  @Field(() => Float, { description: '0 to 1.' })
  confidence!: number;
}

@ObjectType({ simpleResolvers: true, description: 'A method as one paper names it.' })
export class MethodMention extends MentionFields {
  @Field(() => MethodRole, { description: 'The part that it plays in the paper.' })
  role!: MethodRole;
  @Field(() => Method, { description: 'The canonical method.' })
  method!: Method;
}

@ObjectType({ simpleResolvers: true, description: 'A data set as one paper names it.' })
export class DatasetMention extends MentionFields {
  @Field(() => DatasetRole, { description: 'The part that it plays in the paper.' })
  role!: DatasetRole;
  @Field(() => Dataset, { description: 'The canonical data set.' })
  dataset!: Dataset;
}

@ObjectType({
  simpleResolvers: true,
  description: 'A task as one paper names it; main ones come first.',
})
export class TaskMention extends MentionFields {
  @Field(() => Task, { description: 'The canonical task.' })
  task!: Task;
}

/** A measured or counted number that is no result: model sizes, data-set sizes, hardware. */
@ObjectType({ simpleResolvers: true })
abstract class QuantityFields {
  @Field(() => String, { description: 'The characters that it was read from.' })
  quote!: string;
  @Field(() => Span, { description: 'Where the quote stands.' })
  span!: Span;
  @Field(() => Float, { description: 'As written, scaled out of words.' })
  value!: number;
  @Field(() => String, { description: 'Unit or counted noun; empty where there is none.' })
  unit!: string;
  @Field(() => QuantityKind, { description: 'What it measures or counts.' })
  what!: QuantityKind;
}

@ObjectType({ simpleResolvers: true, description: 'A quantity that a stored paper states.' })
export class Quantity extends QuantityFields {
  paperId!: string;
}

@ObjectType({ simpleResolvers: true, description: 'A quantity read from posted text; not stored.' })
export class ExtractedQuantity extends QuantityFields {}

export const QuantityConnection = connectionOf(Quantity, 'Quantity');

@ObjectType({ simpleResolvers: true, description: 'An address that the paper gives.' })
export class Link {
  @Field(() => String, { description: 'The address.' })
  url!: string;
  @Field(() => LinkKind, { description: 'What it leads to.' })
  kind!: LinkKind;
  @Field(() => Span, { description: 'Where it stands.' })
  span!: Span;
}

@ObjectType({
  simpleResolvers: true,
  implements: Node,
  description: 'A paper: its text and what was read from it.',
})
export class Paper implements Node {
  id!: string;
  /** Of the row; not part of the API. */
  rowId!: string;
  @Field(() => String, { nullable: true, description: 'Verbatim; null where the source has none.' })
  title!: string | null;
  @Field(() => String, { nullable: true, description: 'Verbatim; null where the source has none.' })
  abstract!: string | null;
  @Field(() => [String], { description: 'As the source lists them.' })
  authors!: readonly string[];
  @Field(() => String, {
    nullable: true,
    description: 'ISO date as precise as known: 2024, 2024-05 or 2024-05-27.',
  })
  publishedAt!: string | null;
  @Field(() => String, { nullable: true, description: 'ISO date of the newest version.' })
  updatedAt!: string | null;
  @Field(() => String, { nullable: true, description: 'Without version.' })
  arxivId!: string | null;
  @Field(() => Int, {
    nullable: true,
    description: '1 for v1; null where the source does not say.',
  })
  arxivVersion!: number | null;
  @Field(() => String, { nullable: true, description: 'Lower case.' })
  doi!: string | null;
  @Field(() => String, { nullable: true, description: 'OpenAlex id.' })
  openAlexId!: string | null;
  @Field(() => String, { nullable: true, description: 'Semantic Scholar id.' })
  s2Id!: string | null;
  @Field(() => String, { nullable: true, description: 'Address that the source gives.' })
  url!: string | null;
  @Field(() => String, {
    description: 'Name of the source that the text is from; `sample` for the bundled ones.',
  })
  source!: string;
  @Field(() => Boolean, { description: 'The text names a code repository.' })
  hasCode!: boolean;
  @Field(() => Boolean, {
    description: 'The source gives no abstract, so that only the title was read.',
  })
  withoutAbstract!: boolean;
  @Field(() => GraphQLISODateTime, {
    description: 'When the store last took up a change to it.',
  })
  storedAt!: Date;
}

export const PaperConnection = connectionOf(Paper, 'Paper');

@ObjectType({
  simpleResolvers: true,
  description: 'What was read from posted text; nothing of it is stored.',
})
export class ExtractionResult {
  @Field(() => String, { description: 'Version of the rules.' })
  extractorVersion!: string;
  @Field(() => [MethodMention], { description: 'Methods with their roles.' })
  methods!: MethodMention[];
  @Field(() => [DatasetMention], { description: 'Data sets with their roles.' })
  datasets!: DatasetMention[];
  @Field(() => [TaskMention], { description: 'Tasks, main ones first.' })
  tasks!: TaskMention[];
  @Field(() => [ExtractedResult], { description: 'Reported numbers.' })
  results!: ExtractedResult[];
  @Field(() => [ExtractedQuantity], { description: 'Other measured numbers.' })
  quantities!: ExtractedQuantity[];
  @Field(() => [Link], { description: 'Addresses.' })
  links!: Link[];
}
