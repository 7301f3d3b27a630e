import {
  type CanonicalKind,
  ClaimgraphError,
  type NormalisedValues,
  type ReportedNumber,
} from '../domain/index.js';
import type { CorrectedName } from '../store/index.js';
import type { ResultRow } from '../store/queries/index.js';
import type { CorrectionChangesInput } from './inputs/correction.input.js';
import { NAMED_FIELDS } from './map-corrections.js';

/** Computes anew what hangs on a number as written. */
export type Renormalise = (number: ReportedNumber) => NormalisedValues;

const NEVER_NULL = ['value', 'unit', 'form', 'bound', 'category'] as const;
const MAX_TEXT = 300;

/**
 * The columns that a correction changes, those included whose values are computed from others.
 * @throws ClaimgraphError for a correction that changes nothing, or takes away what a result must have
 */
export function changedColumns(
  row: ResultRow,
  input: CorrectionChangesInput,
  renormalise: Renormalise,
): Record<string, unknown> {
  const given = Object.fromEntries(
    Object.entries(input).filter(([, value]) => value !== undefined),
  ) as Partial<ReportedNumber>;
  checkGiven(given);
  const number = { ...asNumber(row), ...given };
  const after = { ...given, ...columnsOf(renormalise(number)) };
  const changes = Object.fromEntries(
    Object.entries(after).filter(([column, value]) => value !== row[column as keyof ResultRow]),
  );
  if (!Object.keys(given).some((field) => field in changes))
    throw bad('The result has these values already.');
  return changes;
}

function checkGiven(given: Partial<ReportedNumber>): void {
  if (Object.keys(given).length === 0) throw bad('Say what should change.');
  const missing = NEVER_NULL.find((field) => given[field] === null);
  if (missing) throw bad(`A result always has a ${missing}: it may not be null.`);
  for (const [field, value] of Object.entries(given)) {
    if (typeof value !== 'string') continue;
    if (value.length > MAX_TEXT) throw bad(`${field} may have ${MAX_TEXT} characters.`);
    if (value.includes('\0') || !value.isWellFormed()) throw bad(`${field} is no readable text.`);
    if (value.trim() === '' && field !== 'unit') throw bad(`${field} may not be empty; use null.`);
  }
}

function asNumber(row: ResultRow): ReportedNumber {
  const { quote, field, start_offset: start, end_offset: end, value, high, unit, bound } = row;
  const { metric, dataset, task, subject, baseline, setting, better } = row;
  return {
    ...{ quote, span: { field, start, end }, value, high, unit, better, setting },
    ...{ metric, dataset, task, subject, baseline },
    ...{ rule: row.rule, reason: row.reason, confidence: row.confidence },
    form: row.form as ReportedNumber['form'],
    direction: row.direction as ReportedNumber['direction'],
    category: row.category as ReportedNumber['category'],
    bound: bound as ReportedNumber['bound'],
  };
}

function columnsOf(values: NormalisedValues): Record<string, unknown> {
  const { canonical } = values;
  return {
    base_value: values.baseValue,
    base_high: values.baseHigh,
    base_unit: values.baseUnit,
    comparable_value: values.comparableValue,
    gain_factor: values.gainFactor,
    gain_high: values.gainHigh,
    gain_kind: values.gainKind,
    metric_slug: canonical.metric?.slug ?? null,
    dataset_slug: canonical.dataset?.slug ?? null,
    task_slug: canonical.task?.slug ?? null,
    subject_slug: canonical.subject?.slug ?? null,
    baseline_slug: canonical.baseline?.slug ?? null,
  };
}

const TABLES: Readonly<Record<CanonicalKind, CorrectedName['table']>> = {
  method: 'methods',
  dataset: 'datasets',
  task: 'tasks',
  metric: 'metrics',
};

/** The canonical names that a correction's columns speak of. */
export function correctedNames(changes: Readonly<Record<string, unknown>>): CorrectedName[] {
  return Object.entries(NAMED_FIELDS).flatMap(([field, kind]) => {
    const [slug, name] = [changes[`${field}_slug`], changes[field]];
    return typeof slug === 'string' && typeof name === 'string'
      ? [{ table: TABLES[kind], slug, name }]
      : [];
  });
}

function bad(message: string): ClaimgraphError {
  return new ClaimgraphError('BAD_USER_INPUT', message);
}
