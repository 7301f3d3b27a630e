import type { CanonicalKind } from '../domain/index.js';
import type { CorrectionEventRow, CorrectionRow } from '../store/queries/index.js';
import { toGlobalId } from './global-id.js';
import type {
  CorrectedValues,
  Correction,
  CorrectionEvent,
  CorrectionStatus,
} from './types/correction.type.js';

/** Fields of a result that name a canonical thing. */
export const NAMED_FIELDS: Readonly<Record<string, CanonicalKind>> = {
  metric: 'metric',
  dataset: 'dataset',
  task: 'task',
  subject: 'method',
  baseline: 'method',
};

const WRITTEN = [
  ...['value', 'high', 'unit', 'form', 'direction', 'better', 'bound', 'category'],
  ...['metric', 'dataset', 'task', 'subject', 'baseline', 'setting'],
];

export function toCorrection(row: CorrectionRow): Correction & { readonly __kind: 'Correction' } {
  return {
    __kind: 'Correction',
    rowId: row.id,
    resultId: row.result_id,
    id: toGlobalId('Correction', row.id),
    status: row.status as CorrectionStatus,
    paperKey: row.paper_key,
    original: toValues(row.original),
    corrected: toValues(row.changes),
    by: row.made_by,
    reason: row.reason,
    proposedAt: row.made_at,
  };
}

/** What a person writes; the columns computed from it stay inside. */
function toValues(columns: Readonly<Record<string, unknown>>): CorrectedValues {
  const values = Object.fromEntries(WRITTEN.map((field) => [field, columns[field] ?? null]));
  return {
    ...values,
    fields: WRITTEN.filter((field) => field in columns),
  } as unknown as CorrectedValues;
}

export function toEvent({ status, made_by, note, made_at }: CorrectionEventRow): CorrectionEvent {
  return { status: status as CorrectionStatus, by: made_by, note, at: made_at };
}
