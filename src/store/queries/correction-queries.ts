import type { DataSource } from 'typeorm';
import { choiceCondition, textCondition } from './comparisons.js';
import type { ChoiceFilter, TextFilter } from './filter-inputs.js';
import { grouped } from './nested-page.js';
import type { ListQuery } from './page.js';
import { allOf } from './sql.js';

export interface CorrectionRow {
  readonly id: string;
  readonly result_id: string;
  readonly paper_key: string;
  readonly status: string;
  readonly original: Readonly<Record<string, unknown>>;
  readonly changes: Readonly<Record<string, unknown>>;
  readonly made_by: string;
  readonly reason: string;
  readonly made_at: Date;
}

export interface CorrectionFilter {
  readonly status?: ChoiceFilter<string> | null;
  readonly madeBy?: TextFilter | null;
  /** Id of a row of `results`. */
  readonly resultId?: string | null;
}

/** Corrections, the latest first. */
export function correctionList(filter: CorrectionFilter | null): ListQuery {
  return {
    select: 'c.*',
    from: () => 'corrections c',
    where: (parameters) =>
      allOf([
        choiceCondition('c.status', filter?.status, parameters),
        textCondition('c.made_by', filter?.madeBy, parameters),
        filter?.resultId ? `c.result_id = ${parameters.add(filter.resultId, '::uuid')}` : null,
      ]),
    keys: () => [
      { name: 'made', column: 'c.made_at', type: 'timestamptz', descending: true },
      { name: 'id', column: 'c.id', type: 'uuid', descending: true },
    ],
    identity: ['corrections', filter],
  };
}

export interface CorrectionEventRow {
  readonly correction_id: string;
  readonly status: string;
  readonly made_by: string;
  readonly note: string;
  readonly made_at: Date;
}

export async function correctionsByIds(
  source: DataSource,
  ids: readonly string[],
): Promise<Map<string, CorrectionRow>> {
  const rows: CorrectionRow[] = await source.query(
    'SELECT * FROM corrections WHERE id = ANY($1::uuid[])',
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** The history of corrections, oldest first. */
export async function eventsOfCorrections(
  source: DataSource,
  ids: readonly string[],
): Promise<Map<string, CorrectionEventRow[]>> {
  const rows: CorrectionEventRow[] = await source.query(
    'SELECT * FROM correction_events WHERE correction_id = ANY($1::uuid[]) ORDER BY correction_id, id',
    [ids],
  );
  return grouped(rows, (row) => row.correction_id);
}
