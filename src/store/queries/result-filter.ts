import { dateCondition, equals, numberCondition, oneOf, textCondition } from './comparisons.js';
import type { GainFilter, ResultFilter, ScoreFilter } from './filter-inputs.js';
import { paperCondition } from './paper-filter.js';
import { allOf, anyOf, type Condition, type Parameters } from './sql.js';

/**
 * The condition of a filter on `results`. Pure: the same filter gives the same SQL.
 *
 * @param r alias of the results table
 */
export function resultCondition(
  filter: ResultFilter | null | undefined,
  parameters: Parameters,
  r = 'r',
): Condition {
  if (!filter) return 'TRUE';
  return allOf([
    equals(`${r}.subject_slug`, filter.method, parameters),
    equals(`${r}.baseline_slug`, filter.baseline, parameters),
    equals(`${r}.dataset_slug`, filter.dataset, parameters),
    equals(`${r}.task_slug`, filter.task, parameters),
    equals(`${r}.metric_slug`, filter.metric, parameters),
    oneOf(`${r}.category`, filter.categories, parameters),
    oneOf(`${r}.form`, filter.forms, parameters),
    oneOf(`${r}.direction`, filter.directions, parameters),
    oneOf(`${r}.bound`, filter.bounds, parameters),
    oneOf(`${r}.check_status`, filter.checks, parameters),
    typeof filter.better === 'boolean' ? `${r}.better = ${parameters.add(filter.better)}` : null,
    textCondition(`${r}.setting`, filter.setting, parameters),
    textCondition(`${r}.unit`, filter.unit, parameters),
    numberCondition(`${r}.value`, filter.value, parameters),
    numberCondition(`${r}.base_value`, filter.baseValue, parameters),
    numberCondition(`${r}.comparable_value`, filter.comparableValue, parameters),
    numberCondition(`${r}.confidence`, filter.confidence, parameters),
    gainCondition(filter.gain, parameters, r),
    dateCondition(`${r}.published_on`, filter.publishedAt, parameters),
    filter.paper
      ? `EXISTS (SELECT 1 FROM papers p WHERE p.id = ${r}.paper_id AND ${paperCondition(filter.paper, parameters)})`
      : null,
    ...(filter.and ?? []).map((part) => resultCondition(part, parameters, r)),
    filter.or ? anyOf(filter.or.map((part) => resultCondition(part, parameters, r))) : null,
    filter.not ? `NOT ${wrapped(resultCondition(filter.not, parameters, r))}` : null,
  ]);
}

export function gainCondition(
  filter: GainFilter | null | undefined,
  parameters: Parameters,
  r = 'r',
): Condition {
  if (!filter) return 'TRUE';
  return allOf([
    oneOf(`${r}.category`, filter.categories, parameters),
    equals(`${r}.metric_slug`, filter.metric, parameters),
    equals(`${r}.dataset_slug`, filter.dataset, parameters),
    equals(`${r}.subject_slug`, filter.subject, parameters),
    equals(`${r}.baseline_slug`, filter.baseline, parameters),
    equals(`${r}.direction`, filter.direction, parameters),
    oneOf(`${r}.gain_kind`, filter.kinds, parameters),
    filter.factor ? numberCondition(`${r}.gain_factor`, filter.factor, parameters) : null,
    filter.percent
      ? allOf([
          `${r}.form = 'change'`,
          `${r}.unit = '%'`,
          numberCondition(`${r}.value`, filter.percent, parameters),
        ])
      : null,
    // A gain filter asks for gains, also when it names no number.
    `${r}.form <> 'absolute'`,
  ]);
}

export function scoreCondition(
  filter: ScoreFilter | null | undefined,
  parameters: Parameters,
  r = 'r',
): Condition {
  if (!filter) return 'TRUE';
  return allOf([
    `${r}.form = 'absolute'`,
    equals(`${r}.metric_slug`, filter.metric, parameters),
    equals(`${r}.dataset_slug`, filter.dataset, parameters),
    equals(`${r}.subject_slug`, filter.subject, parameters),
    numberCondition(`${r}.comparable_value`, filter.value, parameters),
  ]);
}

function wrapped(condition: Condition): Condition {
  // Three-valued logic: what is not known to hold does not hold.
  return `coalesce(${condition}, FALSE)`;
}
