import type { CanonicalKind } from '../domain/index.js';
import type {
  GainFilter,
  NameFilter,
  PaperFilter,
  QuantityFilter,
  RelationFilter,
  ResultFilter,
  ScoreFilter,
} from '../store/queries/index.js';

/** The slug of a name as a client writes it. */
export type SlugOf = (kind: CanonicalKind, name: string) => string;

type Optional<T> = T | null | undefined;

/** Turns the names in a filter on papers into slugs. */
export function paperFilter(input: Optional<PaperFilter>, slugOf: SlugOf): PaperFilter | null {
  if (!input) return null;
  const again = (part: PaperFilter) => paperFilter(part, slugOf) as PaperFilter;
  return {
    ...input,
    ...nested(input, again),
    method: named('method', input.method, slugOf),
    dataset: named('dataset', input.dataset, slugOf),
    task: named('task', input.task, slugOf),
    metric: named('metric', input.metric, slugOf),
    score: namesIn(input.score, slugOf),
    gain: namesIn(input.gain, slugOf),
    results: related(input.results, (part) => resultFilter(part, slugOf)),
    quantities: related(input.quantities, (part) => quantityFilter(part, slugOf)),
  };
}

export function resultFilter(input: Optional<ResultFilter>, slugOf: SlugOf): ResultFilter | null {
  if (!input) return null;
  const again = (part: ResultFilter) => resultFilter(part, slugOf) as ResultFilter;
  return {
    ...input,
    ...nested(input, again),
    method: named('method', input.method, slugOf),
    baseline: named('method', input.baseline, slugOf),
    dataset: named('dataset', input.dataset, slugOf),
    task: named('task', input.task, slugOf),
    metric: named('metric', input.metric, slugOf),
    gain: namesIn(input.gain, slugOf),
    score: namesIn(input.score, slugOf),
    paper: paperFilter(input.paper, slugOf),
  };
}

export function quantityFilter(
  input: Optional<QuantityFilter>,
  slugOf: SlugOf,
): QuantityFilter | null {
  if (!input) return null;
  const again = (part: QuantityFilter) => quantityFilter(part, slugOf) as QuantityFilter;
  return { ...input, ...nested(input, again), paper: paperFilter(input.paper, slugOf) };
}

interface Nested<Filter> {
  readonly and?: readonly Filter[] | null;
  readonly or?: readonly Filter[] | null;
  readonly not?: Filter | null;
}

function nested<Filter>(input: Nested<Filter>, again: (part: Filter) => Filter): Nested<Filter> {
  return {
    and: input.and?.map(again) ?? null,
    or: input.or?.map(again) ?? null,
    not: input.not ? again(input.not) : null,
  };
}

function related<Filter>(
  input: Optional<RelationFilter<Filter>>,
  read: (part: Optional<Filter>) => Filter | null,
): RelationFilter<Filter> | null {
  return input
    ? { some: read(input.some), none: read(input.none), every: read(input.every) }
    : null;
}

function named<Role extends string>(
  kind: CanonicalKind,
  input: Optional<NameFilter<Role>>,
  slugOf: SlugOf,
): NameFilter<Role> | null {
  if (!input) return null;
  const slug = (name: Optional<string>) => optional(kind, name, slugOf);
  const slugs = (names: Optional<readonly string[]>) =>
    names?.map((name) => slugOf(kind, name)) ?? null;
  return {
    ...input,
    eq: slug(input.eq),
    ne: slug(input.ne),
    in: slugs(input.in),
    notIn: slugs(input.notIn),
  };
}

function namesIn<Filter extends GainFilter | ScoreFilter>(
  input: Optional<Filter>,
  slugOf: SlugOf,
): Filter | null {
  if (!input) return null;
  const baseline = 'baseline' in input ? input.baseline : null;
  return {
    ...input,
    metric: optional('metric', input.metric, slugOf),
    dataset: optional('dataset', input.dataset, slugOf),
    method: optional('method', input.method, slugOf),
    baseline: optional('method', baseline, slugOf),
  };
}

function optional(kind: CanonicalKind, name: Optional<string>, slugOf: SlugOf): string | null {
  return name === null || name === undefined ? null : slugOf(kind, name);
}
