import {
  choiceCondition,
  compares,
  dateCondition,
  equals,
  numberCondition,
  oneOf,
  textCondition,
} from './comparisons.js';
import type {
  GainFilter,
  NameFilter,
  PaperFilter,
  QuantityFilter,
  ResultFilter,
  ScoreFilter,
} from './filter-inputs.js';
import { paperCondition } from './paper-filter.js';
import { allOf, anyOf, type Condition, noneOf, type Parameters } from './sql.js';

/**
 * The condition of a filter on `results r`. Pure: the same filter gives the same SQL.
 */
export function resultCondition(
  filter: ResultFilter | null | undefined,
  parameters: Parameters,
): Condition {
  if (!filter) return 'TRUE';
  const choice = (column: string, name: keyof ResultFilter) =>
    choiceCondition(column, filter[name] as never, parameters);
  const number = (column: string, name: keyof ResultFilter) =>
    numberCondition(column, filter[name] as never, parameters);
  const text = (column: string, name: keyof ResultFilter) =>
    textCondition(column, filter[name] as never, parameters);
  return allOf([
    choice('r.subject_slug', 'method'),
    inRole('method', 'r.subject_slug', filter.method, parameters),
    choice('r.baseline_slug', 'baseline'),
    choice('r.dataset_slug', 'dataset'),
    inRole('dataset', 'r.dataset_slug', filter.dataset, parameters),
    choice('r.task_slug', 'task'),
    choice('r.metric_slug', 'metric'),
    choice('r.category', 'category'),
    choice('r.form', 'form'),
    choice('r.direction', 'direction'),
    choice('r.bound', 'bound'),
    choice('r.check_status', 'check'),
    choice('r.gain_kind', 'gainKind'),
    choice('r.base_unit', 'baseUnit'),
    choice('r.field', 'field'),
    equals('r.better', filter.better, parameters),
    equals('r.corrected', filter.corrected, parameters),
    text('r.setting', 'setting'),
    text('r.unit', 'unit'),
    text('r.rule', 'rule'),
    number('r.value', 'value'),
    number('r.base_value', 'baseValue'),
    number('r.comparable_value', 'comparableValue'),
    number('r.confidence', 'confidence'),
    gainCondition(filter.gain, parameters),
    scoreCondition(filter.score, parameters),
    dateCondition('r.published_on', filter.publishedAt, parameters),
    ofPaper('r', paperPart(filter), parameters),
    ofPaper('r', filter.paper, parameters),
    ...(filter.and ?? []).map((part) => resultCondition(part, parameters)),
    filter.or ? anyOf(filter.or.map((part) => resultCondition(part, parameters))) : null,
    filter.not ? noneOf(resultCondition(filter.not, parameters)) : null,
  ]);
}

/** What a filter on results says of their papers. */
function paperPart(filter: ResultFilter): PaperFilter | null {
  const { updatedAt, source, hasCode, text } = filter;
  const given = [updatedAt, source, hasCode, text].some(
    (part) => part !== null && part !== undefined,
  );
  return given ? { updatedAt, source, hasCode, text } : null;
}

function ofPaper(
  table: string,
  filter: PaperFilter | null | undefined,
  parameters: Parameters,
): Condition | null {
  if (!filter) return null;
  return `EXISTS (SELECT 1 FROM papers p WHERE p.id = ${table}.paper_id AND ${paperCondition(filter, parameters)})`;
}

/** The part that the named thing plays in the result's own paper. */
function inRole(
  kind: 'method' | 'dataset',
  column: string,
  filter: NameFilter<string> | null | undefined,
  parameters: Parameters,
): Condition | null {
  if (!filter?.role) return null;
  return `EXISTS (SELECT 1 FROM mentions m WHERE m.kind = '${kind}' AND m.slug = ${column} AND m.paper_id = r.paper_id AND m.active AND ${oneOf('m.role', filter.role, parameters)})`;
}

/** A gain filter asks for gains, also when it names no number. */
export function gainCondition(
  filter: GainFilter | null | undefined,
  parameters: Parameters,
): Condition {
  if (!filter) return 'TRUE';
  const change = (unit: string, name: 'percent' | 'points') =>
    filter[name]
      ? allOf([
          `r.form = 'change'`,
          `r.unit = '${unit}'`,
          numberCondition('r.value', filter[name], parameters),
        ])
      : null;
  return allOf([
    isGain(filter),
    oneOf('r.category', filter.category, parameters),
    equals('r.metric_slug', filter.metric, parameters),
    equals('r.dataset_slug', filter.dataset, parameters),
    equals('r.subject_slug', filter.method, parameters),
    equals('r.baseline_slug', filter.baseline, parameters),
    equals('r.direction', filter.direction, parameters),
    oneOf('r.gain_kind', filter.kind, parameters),
    numberCondition('r.gain_factor', filter.factor, parameters),
    change('%', 'percent'),
    change('points', 'points'),
  ]);
}

/**
 * What is a gain: all but levels, and the levels that the text sets against another. Where a factor is compared
 * its index serves, and the planner is told how few numbers have one.
 */
function isGain({ factor, percent, points }: GainFilter): Condition {
  if (compares(factor)) return 'r.gain_factor IS NOT NULL';
  // Both ask for changes.
  if (percent || points) return 'TRUE';
  return `(r.form <> 'absolute' OR r.gain_factor IS NOT NULL)`;
}

/** A score is a level. */
export function scoreCondition(
  filter: ScoreFilter | null | undefined,
  parameters: Parameters,
): Condition {
  if (!filter) return 'TRUE';
  return allOf([
    `r.form = 'absolute'`,
    equals('r.metric_slug', filter.metric, parameters),
    equals('r.dataset_slug', filter.dataset, parameters),
    equals('r.subject_slug', filter.method, parameters),
    textCondition('r.setting', filter.setting, parameters),
    numberCondition('r.comparable_value', filter.value, parameters),
    numberCondition('r.base_value', filter.baseValue, parameters),
  ]);
}

/** The condition of a filter on `quantities q`. */
export function quantityCondition(
  filter: QuantityFilter | null | undefined,
  parameters: Parameters,
): Condition {
  if (!filter) return 'TRUE';
  return allOf([
    choiceCondition('q.what', filter.what, parameters),
    numberCondition('q.value', filter.value, parameters),
    textCondition('q.unit', filter.unit, parameters),
    ofPaper('q', filter.paper, parameters),
    ...(filter.and ?? []).map((part) => quantityCondition(part, parameters)),
    filter.or ? anyOf(filter.or.map((part) => quantityCondition(part, parameters))) : null,
    filter.not ? noneOf(quantityCondition(filter.not, parameters)) : null,
  ]);
}
