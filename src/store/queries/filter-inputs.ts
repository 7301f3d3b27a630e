import type { DatasetRole, MethodRole } from '../../domain/index.js';

/** Every condition of a filter that is given has to hold; a row without a value fits none but `isNull`. */
export interface ChoiceFilter<Value> {
  readonly eq?: Value | null;
  readonly ne?: Value | null;
  readonly in?: readonly Value[] | null;
  readonly notIn?: readonly Value[] | null;
  readonly isNull?: boolean | null;
}

export interface RangeFilter<Value> extends ChoiceFilter<Value> {
  readonly gt?: Value | null;
  readonly gte?: Value | null;
  readonly lt?: Value | null;
  readonly lte?: Value | null;
  /** Both ends included. */
  readonly between?: readonly Value[] | null;
}

export type NumberFilter = RangeFilter<number>;

/** ISO dates: `2024`, `2024-05` and `2024-05-27` are the whole year, the whole month and the day. */
export type DateFilter = RangeFilter<string>;

export interface TextFilter extends ChoiceFilter<string> {
  /** Case folded; no character is a wildcard. */
  readonly contains?: string | null;
}

/** Canonical things by slug: names are resolved before. */
export interface NameFilter<Role extends string = never> extends ChoiceFilter<string> {
  /** In one of these roles. */
  readonly role?: readonly Role[] | null;
}

export interface GainFilter {
  readonly category?: readonly string[] | null;
  readonly metric?: string | null;
  readonly dataset?: string | null;
  readonly method?: string | null;
  readonly baseline?: string | null;
  readonly direction?: string | null;
  readonly kind?: readonly string[] | null;
  readonly factor?: NumberFilter | null;
  /** On changes stated in per cent. */
  readonly percent?: NumberFilter | null;
  /** On changes stated in points. */
  readonly points?: NumberFilter | null;
}

export interface ScoreFilter {
  readonly metric?: string | null;
  readonly dataset?: string | null;
  readonly method?: string | null;
  readonly setting?: TextFilter | null;
  /** On the metric's own scale. */
  readonly value?: NumberFilter | null;
  readonly baseValue?: NumberFilter | null;
}

interface Nested<Filter> {
  readonly and?: readonly Filter[] | null;
  readonly or?: readonly Filter[] | null;
  readonly not?: Filter | null;
}

export interface ResultFilter extends Nested<ResultFilter> {
  readonly method?: NameFilter<MethodRole> | null;
  readonly baseline?: NameFilter | null;
  readonly dataset?: NameFilter<DatasetRole> | null;
  readonly task?: NameFilter | null;
  readonly metric?: NameFilter | null;
  readonly category?: ChoiceFilter<string> | null;
  readonly form?: ChoiceFilter<string> | null;
  readonly direction?: ChoiceFilter<string> | null;
  readonly bound?: ChoiceFilter<string> | null;
  readonly check?: ChoiceFilter<string> | null;
  readonly gainKind?: ChoiceFilter<string> | null;
  readonly baseUnit?: ChoiceFilter<string> | null;
  readonly field?: ChoiceFilter<string> | null;
  readonly better?: boolean | null;
  readonly corrected?: boolean | null;
  readonly setting?: TextFilter | null;
  readonly unit?: TextFilter | null;
  readonly rule?: TextFilter | null;
  readonly value?: NumberFilter | null;
  readonly baseValue?: NumberFilter | null;
  readonly comparableValue?: NumberFilter | null;
  readonly confidence?: NumberFilter | null;
  readonly gain?: GainFilter | null;
  readonly score?: ScoreFilter | null;
  readonly publishedAt?: DateFilter | null;
  readonly updatedAt?: DateFilter | null;
  readonly source?: TextFilter | null;
  readonly hasCode?: boolean | null;
  readonly text?: string | null;
  readonly paper?: PaperFilter | null;
}

export interface QuantityFilter extends Nested<QuantityFilter> {
  readonly what?: ChoiceFilter<string> | null;
  readonly value?: NumberFilter | null;
  readonly unit?: TextFilter | null;
  readonly paper?: PaperFilter | null;
}

export interface PaperFilter extends Nested<PaperFilter> {
  readonly method?: NameFilter<MethodRole> | null;
  readonly dataset?: NameFilter<DatasetRole> | null;
  readonly task?: NameFilter | null;
  /** On a number that the paper reports. */
  readonly metric?: NameFilter | null;
  readonly score?: ScoreFilter | null;
  readonly gain?: GainFilter | null;
  readonly text?: string | null;
  readonly title?: TextFilter | null;
  readonly arxivId?: TextFilter | null;
  readonly doi?: TextFilter | null;
  readonly publishedAt?: DateFilter | null;
  readonly updatedAt?: DateFilter | null;
  readonly source?: TextFilter | null;
  readonly hasCode?: boolean | null;
  readonly withoutAbstract?: boolean | null;
  readonly results?: RelationFilter<ResultFilter> | null;
  readonly quantities?: RelationFilter<QuantityFilter> | null;
}

/** `every` holds for a paper that has none. */
export interface RelationFilter<Filter> {
  readonly some?: Filter | null;
  readonly none?: Filter | null;
  readonly every?: Filter | null;
}

/** On canonical names. */
export interface NamedFilter {
  readonly name?: TextFilter | null;
  readonly slug?: TextFilter | null;
  readonly paperCount?: NumberFilter | null;
}
