import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { connectionOf } from './connection.js';
import { BaseUnit, Bound, Category, Check, Direction, Form, GainKind, TextField } from './enums.js';

@ObjectType({
  simpleResolvers: true,
  description:
    'A result as one flat row of scalars, for tables and dashboards. `metric`, `dataset`, `task`, `subject` and `baseline` are canonical slugs; fields that end in `Name` have what the text says. The same columns as the SQL view `v_results`.',
})
export class ResultRow {
  @Field(() => ID, { description: 'Id of the result.' })
  id!: string;
  @Field(() => ID, { description: 'Id of the paper.' })
  paperId!: string;
  @Field(() => String, { nullable: true, description: 'Without version.' })
  arxivId!: string | null;
  @Field(() => String, { nullable: true, description: 'Lower case.' })
  doi!: string | null;
  @Field(() => String, { nullable: true, description: 'Title of the paper.' })
  title!: string | null;
  @Field(() => String, {
    nullable: true,
    description:
      "The time column: the paper's first date as a full ISO 8601 day, the first of what is known; null where nothing is.",
  })
  publishedAt!: string | null;
  @Field(() => String, { description: "Name of the paper's source." })
  source!: string;
  @Field(() => TextField, { description: 'Where the quote stands.' })
  field!: TextField;
  @Field(() => String, { description: 'The characters that it was read from.' })
  quote!: string;
  @Field(() => Int, { description: 'First character of the quote, from 0.' })
  startOffset!: number;
  @Field(() => Int, { description: 'Past its last character.' })
  endOffset!: number;
  @Field(() => Float, { description: 'As written; the low end of a range.' })
  value!: number;
  @Field(() => Float, { nullable: true, description: 'Upper end of a range; null for none.' })
  high!: number | null;
  @Field(() => String, { description: 'Unit in short form; empty for a plain score.' })
  unit!: string;
  @Field(() => Form, { description: 'Level, change, ratio or share.' })
  form!: Form;
  @Field(() => Direction, { nullable: true, description: 'Null unless a change or a ratio.' })
  direction!: Direction | null;
  @Field(() => Boolean, { nullable: true, description: 'Presented as a gain; null for neither.' })
  better!: boolean | null;
  @Field(() => Bound, { description: 'Exact, up to, at least or about.' })
  bound!: Bound;
  @Field(() => Category, { description: 'What it is about.' })
  category!: Category;
  @Field(() => String, { nullable: true, description: 'Slug; null where none is named.' })
  metric!: string | null;
  @Field(() => String, { nullable: true, description: 'As the text has it.' })
  metricName!: string | null;
  @Field(() => String, { nullable: true, description: 'Slug; null where none is named.' })
  dataset!: string | null;
  @Field(() => String, { nullable: true, description: 'As the text has it.' })
  datasetName!: string | null;
  @Field(() => String, { nullable: true, description: 'Slug; null where none is named.' })
  task!: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Slug of the method whose number it is; null where unnamed.',
  })
  subject!: string | null;
  @Field(() => String, { nullable: true, description: 'As the text has it.' })
  subjectName!: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Slug of what it is compared against; null where unnamed.',
  })
  baseline!: string | null;
  @Field(() => String, { nullable: true, description: 'As the text has it.' })
  baselineName!: string | null;
  @Field(() => String, { nullable: true, description: 'As written; null where none is stated.' })
  setting!: string | null;
  @Field(() => Float, { nullable: true, description: 'In `baseUnit`; null for none.' })
  baseValue!: number | null;
  @Field(() => BaseUnit, { nullable: true, description: 'Null where the unit has no base.' })
  baseUnit!: BaseUnit | null;
  @Field(() => Float, {
    nullable: true,
    description: "On the metric's own scale; null for all but levels of known metrics.",
  })
  comparableValue!: number | null;
  @Field(() => Float, { nullable: true, description: 'More than 1 is better; null for none.' })
  gainFactor!: number | null;
  @Field(() => GainKind, {
    nullable: true,
    description: 'What a percentage on a quality means; null where it is none.',
  })
  gainKind!: GainKind | null;
  @Field(() => Check, { description: 'Whether stated sums agree.' })
  checkResult!: Check;
  @Field(() => Float, { description: '0 to 1: how sure the reading is.' })
  confidence!: number;
  @Field(() => String, { description: 'Id of the rule that read it.' })
  rule!: string;
  @Field(() => String, { description: 'Version of the rules.' })
  extractorVersion!: string;
  @Field(() => Boolean, { description: 'A person has corrected it.' })
  corrected!: boolean;
}

export const ResultRowConnection = connectionOf(ResultRow, 'ResultRow');
