import { Field, InputType } from 'type-graphql';
import type { PaperFilter, RelationFilter } from '../../store/queries/index.js';
import { DateFilterInput, TextFilterInput } from './comparison.input.js';
import { GainFilterInput, ScoreFilterInput } from './gain-filter.input.js';
import { DatasetFilterInput, MethodFilterInput, NameFilterInput } from './name-filter.input.js';
// These filters name each other; all modules are read before any class is used.
import { QuantityFilterInput } from './quantity-filter.input.js';
import { ResultFilterInput } from './result-filter.input.js';

@InputType({ description: 'Conditions on the results of a paper.' })
export class PaperResultsFilterInput implements RelationFilter<ResultFilterInput> {
  @Field(() => ResultFilterInput, { nullable: true, description: 'At least one result fits.' })
  some?: ResultFilterInput | null;
  @Field(() => ResultFilterInput, { nullable: true, description: 'No result fits.' })
  none?: ResultFilterInput | null;
  @Field(() => ResultFilterInput, {
    nullable: true,
    description: 'Every result fits; also where there is none.',
  })
  every?: ResultFilterInput | null;
}

@InputType({ description: 'Conditions on the quantities of a paper.' })
export class PaperQuantitiesFilterInput implements RelationFilter<QuantityFilterInput> {
  @Field(() => QuantityFilterInput, { nullable: true, description: 'At least one quantity fits.' })
  some?: QuantityFilterInput | null;
  @Field(() => QuantityFilterInput, { nullable: true, description: 'No quantity fits.' })
  none?: QuantityFilterInput | null;
  @Field(() => QuantityFilterInput, {
    nullable: true,
    description: 'Every quantity fits; also where there is none.',
  })
  every?: QuantityFilterInput | null;
}

@InputType({ description: 'Conditions on papers; all that are given have to hold.' })
export class PaperFilterInput implements PaperFilter {
  @Field(() => [PaperFilterInput], { nullable: true, description: 'All of these.' })
  and?: PaperFilterInput[] | null;
  @Field(() => [PaperFilterInput], { nullable: true, description: 'At least one of these.' })
  or?: PaperFilterInput[] | null;
  @Field(() => PaperFilterInput, { nullable: true, description: 'Not this.' })
  not?: PaperFilterInput | null;
  @Field(() => MethodFilterInput, { nullable: true, description: 'A method that it names.' })
  method?: MethodFilterInput | null;
  @Field(() => DatasetFilterInput, {
    nullable: true,
    description: 'A data set or benchmark that it names.',
  })
  dataset?: DatasetFilterInput | null;
  @Field(() => NameFilterInput, { nullable: true, description: 'A task that it addresses.' })
  task?: NameFilterInput | null;
  @Field(() => NameFilterInput, {
    nullable: true,
    description: 'A metric that it reports a number on.',
  })
  metric?: NameFilterInput | null;
  @Field(() => ScoreFilterInput, { nullable: true, description: 'It reports such a level.' })
  score?: ScoreFilterInput | null;
  @Field(() => GainFilterInput, { nullable: true, description: 'It claims such a gain.' })
  gain?: GainFilterInput | null;
  @Field(() => String, {
    nullable: true,
    description:
      'Full text of title and abstract: words, "exact words", or, -without. A quote has to be closed.',
  })
  text?: string | null;
  @Field(() => TextFilterInput, { nullable: true, description: 'The title.' })
  title?: TextFilterInput | null;
  @Field(() => TextFilterInput, { nullable: true, description: 'The arXiv id, without version.' })
  arxivId?: TextFilterInput | null;
  @Field(() => TextFilterInput, { nullable: true, description: 'The DOI, in lower case.' })
  doi?: TextFilterInput | null;
  @Field(() => DateFilterInput, { nullable: true, description: 'First date.' })
  publishedAt?: DateFilterInput | null;
  @Field(() => DateFilterInput, { nullable: true, description: 'Date of the newest version.' })
  updatedAt?: DateFilterInput | null;
  @Field(() => TextFilterInput, { nullable: true, description: 'Name of the source.' })
  source?: TextFilterInput | null;
  @Field(() => Boolean, { nullable: true, description: 'It names a code repository.' })
  hasCode?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'Its source gives no abstract.' })
  withoutAbstract?: boolean | null;
  @Field(() => PaperResultsFilterInput, { nullable: true, description: 'On its results.' })
  results?: PaperResultsFilterInput | null;
  @Field(() => PaperQuantitiesFilterInput, { nullable: true, description: 'On its quantities.' })
  quantities?: PaperQuantitiesFilterInput | null;
}
