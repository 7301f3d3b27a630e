import { Field, Float, Int, ObjectType } from 'type-graphql';
import { connectionOf } from './connection.js';
import { BaseUnit, Bound, Category, Check, Direction, Form, GainKind, TextField } from './enums.js';
import { Dataset, Method, Metric, Node, Task } from './named.type.js';

@ObjectType({
  simpleResolvers: true,
  description:
    'A place in the original text: UTF-16 offsets, so that `text.slice(start, end)` is the quote.',
})
export class Span {
  @Field(() => TextField, { description: 'The part of the paper.' })
  field!: TextField;
  @Field(() => Int, { description: 'First character, from 0.' })
  start!: number;
  @Field(() => Int, { description: 'Past the last character.' })
  end!: number;
}

@ObjectType({
  simpleResolvers: true,
  description: 'A claimed gain on the one scale on which 2 is twice as good.',
})
export class Gain {
  @Field(() => Float, {
    nullable: true,
    description:
      'More than 1 is better: 63.3 % less memory is 2.72, 16.3x faster is 16.3. Null for changes of a quality and for reductions of 100 % or more.',
  })
  factor!: number | null;
  @Field(() => Float, {
    nullable: true,
    description: 'Upper end of a range; null where there is none.',
  })
  high!: number | null;
  @Field(() => GainKind, {
    nullable: true,
    description:
      'What a percentage on a quality score means; null where the question does not arise.',
  })
  kind!: GainKind | null;
}

/** What a reported number says, be it stored or just read. */
@ObjectType({ simpleResolvers: true })
export abstract class ReportedNumberFields {
  @Field(() => String, {
    description: 'The characters that it was read from, exactly as in the text.',
  })
  quote!: string;
  @Field(() => Span, { description: 'Where the quote stands.' })
  span!: Span;
  @Field(() => Float, {
    description: 'As written, scaled out of words: threefold is 3. The low end of a range.',
  })
  value!: number;
  @Field(() => Float, {
    nullable: true,
    description: 'Upper end of a range; null where there is none.',
  })
  high!: number | null;
  @Field(() => String, {
    description:
      '`%`, `points`, `x`, empty for a plain score, or a physical or counting unit in short form.',
  })
  unit!: string;
  @Field(() => Form, { description: 'Level, change, ratio or share.' })
  form!: Form;
  @Field(() => Direction, { nullable: true, description: 'Null unless a change or a ratio.' })
  direction!: Direction | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the paper presents it as a gain; null where it says neither.',
  })
  better!: boolean | null;
  @Field(() => Bound, { description: 'Exact, up to, at least or about.' })
  bound!: Bound;
  @Field(() => Category, { description: 'Quality, speed, memory, …' })
  category!: Category;
  @Field(() => String, {
    nullable: true,
    description: 'The metric as the text has it; null where none is named.',
  })
  metricName!: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'The data set as the text has it; null where none is tied to the number.',
  })
  datasetName!: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'The task; null where none is tied to the number.',
  })
  taskName!: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'The method whose number it is, as the text has it; null where unnamed.',
  })
  subjectName!: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'What it is compared against, as the text has it; null where unnamed.',
  })
  baselineName!: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Split, k, shots, steps or the like as written; null where none is stated.',
  })
  setting!: string | null;
  @Field(() => String, { description: 'Id of the rule that read it.' })
  rule!: string;
  @Field(() => String, { description: 'Why it was read so, in one line.' })
  reason!: string;
  @Field(() => Float, { description: '0 to 1: how sure the reading is.' })
  confidence!: number;
  @Field(() => Float, {
    nullable: true,
    description: 'In `baseUnit`; null where the unit has no base.',
  })
  baseValue!: number | null;
  @Field(() => Float, { nullable: true, description: 'Upper end of a range in `baseUnit`.' })
  baseHigh!: number | null;
  @Field(() => BaseUnit, {
    nullable: true,
    description: 'The unit of `baseValue`; null where the unit has no base.',
  })
  baseUnit!: BaseUnit | null;
  @Field(() => Float, {
    nullable: true,
    description:
      "On the metric's own scale, so that 0.85 and 85 % are one; null for all but levels of known metrics.",
  })
  comparableValue!: number | null;
  @Field(() => Gain, { description: 'The gain on one scale.' })
  gain!: Gain;
  @Field(() => Check, { description: 'Whether a stated difference agrees with the stated levels.' })
  check!: Check;
  @Field(() => Metric, {
    nullable: true,
    description: 'Canonical metric; null where none is named.',
  })
  metric!: Metric | null;
  @Field(() => Dataset, { nullable: true, description: 'Canonical data set.' })
  dataset!: Dataset | null;
  @Field(() => Task, { nullable: true, description: 'Canonical task.' })
  task!: Task | null;
  @Field(() => Method, { nullable: true, description: 'Canonical method whose number it is.' })
  subject!: Method | null;
  @Field(() => Method, {
    nullable: true,
    description: 'Canonical method that it is compared against.',
  })
  baseline!: Method | null;
}

@ObjectType({
  simpleResolvers: true,
  implements: Node,
  description: 'A number that a paper reports, with the characters that it was read from.',
})
export class Result extends ReportedNumberFields implements Node {
  id!: string;
  @Field(() => Boolean, { description: 'A person has corrected it.' })
  corrected!: boolean;
  paperId!: string;
}

@ObjectType({ simpleResolvers: true, description: 'A number read from posted text; not stored.' })
export class ExtractedResult extends ReportedNumberFields {}

export const ResultConnection = connectionOf(Result, 'Result');
