import { choiceCondition, dateCondition, numberCondition, textCondition } from './comparisons.js';
import type { ChoiceFilter, DateFilter, NumberFilter, TextFilter } from './filter-inputs.js';
import type { NestedList } from './nested-page.js';
import type { ListQuery } from './page.js';
import { allOf } from './sql.js';

export interface IngestRunRow {
  readonly id: string;
  readonly origin: string;
  readonly format: string | null;
  readonly status: string;
  readonly read: string;
  readonly stored: string;
  readonly unchanged: string;
  readonly merged: string;
  readonly rejected: string;
  readonly without_abstract: string;
  readonly error: string | null;
  readonly started_at: Date;
  readonly heartbeat_at: Date;
  readonly finished_at: Date | null;
}

export interface RunFilter {
  readonly status?: ChoiceFilter<string> | null;
  readonly origin?: TextFilter | null;
  readonly startedAt?: DateFilter | null;
  readonly rejected?: NumberFilter | null;
}

/** Ingest runs, the latest first. */
export function runList(filter: RunFilter | null): ListQuery {
  return {
    select: 'u.*',
    from: () => 'ingest_runs u',
    where: (parameters) =>
      allOf([
        choiceCondition('u.status', filter?.status, parameters),
        textCondition('u.origin', filter?.origin, parameters),
        dateCondition(`(u.started_at AT TIME ZONE 'UTC')::date`, filter?.startedAt, parameters),
        numberCondition('u.rejected', filter?.rejected, parameters),
      ]),
    keys: () => [{ name: 'id', column: 'u.id', type: 'bigint', descending: true }],
    identity: ['runs', filter],
  };
}

export interface RejectRow {
  readonly id: string;
  readonly origin: string;
  readonly source: string;
  readonly position: string;
  readonly reason: string;
  readonly raw: string;
  readonly run_id: string | null;
  readonly rejected_at: Date;
}

export interface RejectFilter {
  readonly origin?: TextFilter | null;
  readonly source?: TextFilter | null;
  readonly reason?: TextFilter | null;
  readonly rejectedAt?: DateFilter | null;
}

/** Rejected records, the latest first; a parent is the run that met them. */
export function rejectList(filter: RejectFilter | null): NestedList {
  return {
    select: 'j.*',
    from: () => 'rejects j',
    where: (parameters) =>
      allOf([
        textCondition('j.origin', filter?.origin, parameters),
        textCondition('j.source', filter?.source, parameters),
        textCondition('j.reason', filter?.reason, parameters),
        dateCondition(`(j.rejected_at AT TIME ZONE 'UTC')::date`, filter?.rejectedAt, parameters),
      ]),
    keys: () => [
      { name: 'rejected', column: 'j.rejected_at', type: 'timestamptz', descending: true },
      { name: 'id', column: 'j.id', type: 'uuid', descending: true },
    ],
    identity: ['rejects', filter],
    parentType: 'text',
    ofParent: (run) => `j.run_id = ${run}::bigint`,
  };
}
