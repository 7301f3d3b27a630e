import type {
  Bound,
  Category,
  Check,
  DatasetRole,
  Direction,
  Form,
  GainKind,
  MethodRole,
} from '../../domain/index.js';

/** Every field of a comparison that is given has to hold. */
export interface NumberFilter {
  readonly eq?: number | null;
  readonly ne?: number | null;
  readonly gt?: number | null;
  readonly gte?: number | null;
  readonly lt?: number | null;
  readonly lte?: number | null;
  readonly in?: readonly number[] | null;
  readonly isNull?: boolean | null;
}

export interface TextFilter {
  readonly eq?: string | null;
  readonly ne?: string | null;
  readonly in?: readonly string[] | null;
  readonly contains?: string | null;
  readonly isNull?: boolean | null;
}

/** ISO dates: `2024`, `2024-05` and `2024-05-27` are the first day of what they name. */
export interface DateFilter {
  readonly gt?: string | null;
  readonly gte?: string | null;
  readonly lt?: string | null;
  readonly lte?: string | null;
  readonly isNull?: boolean | null;
}

/** A canonical thing, by slug: names are resolved before. */
export interface NamedFilter<Role extends string = never> {
  readonly slug: string;
  readonly roles?: readonly Role[] | null;
}

export interface GainFilter {
  readonly categories?: readonly Category[] | null;
  readonly metric?: string | null;
  readonly dataset?: string | null;
  readonly subject?: string | null;
  readonly baseline?: string | null;
  readonly direction?: Direction | null;
  readonly kinds?: readonly GainKind[] | null;
  readonly factor?: NumberFilter | null;
  /** On changes stated in per cent. */
  readonly percent?: NumberFilter | null;
}

export interface ScoreFilter {
  readonly metric?: string | null;
  readonly dataset?: string | null;
  readonly subject?: string | null;
  /** On the metric's own scale. */
  readonly value?: NumberFilter | null;
}

export interface ResultFilter {
  readonly and?: readonly ResultFilter[] | null;
  readonly or?: readonly ResultFilter[] | null;
  readonly not?: ResultFilter | null;
  readonly method?: string | null;
  readonly baseline?: string | null;
  readonly dataset?: string | null;
  readonly task?: string | null;
  readonly metric?: string | null;
  readonly categories?: readonly Category[] | null;
  readonly forms?: readonly Form[] | null;
  readonly directions?: readonly Direction[] | null;
  readonly bounds?: readonly Bound[] | null;
  readonly checks?: readonly Check[] | null;
  readonly better?: boolean | null;
  readonly setting?: TextFilter | null;
  readonly unit?: TextFilter | null;
  readonly value?: NumberFilter | null;
  readonly baseValue?: NumberFilter | null;
  readonly comparableValue?: NumberFilter | null;
  readonly confidence?: NumberFilter | null;
  readonly gain?: GainFilter | null;
  readonly publishedAt?: DateFilter | null;
  readonly paper?: PaperFilter | null;
}

export interface PaperFilter {
  readonly and?: readonly PaperFilter[] | null;
  readonly or?: readonly PaperFilter[] | null;
  readonly not?: PaperFilter | null;
  readonly method?: NamedFilter<MethodRole> | null;
  readonly dataset?: NamedFilter<DatasetRole> | null;
  readonly task?: NamedFilter | null;
  readonly metric?: string | null;
  readonly score?: ScoreFilter | null;
  readonly gain?: GainFilter | null;
  readonly text?: string | null;
  readonly publishedAt?: DateFilter | null;
  readonly updatedAt?: DateFilter | null;
  readonly source?: TextFilter | null;
  readonly hasCode?: boolean | null;
  readonly results?: RelationFilter<ResultFilter> | null;
}

export interface RelationFilter<Filter> {
  readonly some?: Filter | null;
  readonly none?: Filter | null;
}
