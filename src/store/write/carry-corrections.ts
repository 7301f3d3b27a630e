import type { EntityManager } from 'typeorm';
import type { Field } from '../../domain/index.js';
import { findingIdOf } from './identity.js';

/** A paper whose results are about to be written anew. */
export interface AffectedPaper {
  /** Keys it had, those of papers merged into it included. */
  readonly oldKeys: readonly string[];
  readonly newKey: string;
  /** Of the text that it will have. */
  readonly contentHash: string;
}

interface CorrectedPlace {
  readonly id: string;
  readonly paper_key: string;
  readonly content_hash: string;
  readonly field: Field;
  readonly start_offset: number;
  readonly end_offset: number;
  readonly nth: number;
}

/**
 * Takes note of the corrections of papers before their results go. `restore` applies them again where the
 * text stayed, under the paper's new key if it has one, and marks the others as orphaned.
 */
export async function carryCorrections(
  manager: EntityManager,
  papers: readonly AffectedPaper[],
): Promise<{ restore(): Promise<void> } | null> {
  const oldKeys = papers.flatMap((paper) => paper.oldKeys);
  const [{ any }] = await manager.query(
    'SELECT EXISTS (SELECT FROM corrections WHERE paper_key = ANY($1)) AS any',
    [oldKeys],
  );
  if (!any) return null;
  const places: CorrectedPlace[] = await manager.query(
    `SELECT c.id, c.paper_key, c.content_hash, r.field, r.start_offset, r.end_offset, r.nth::int AS nth
     FROM corrections c JOIN (
       SELECT id, field, start_offset, end_offset,
         row_number() OVER (PARTITION BY paper_id, field, start_offset, end_offset ORDER BY ordinal) - 1 AS nth
       FROM results WHERE active AND paper_id IN (SELECT id FROM papers WHERE key = ANY($1))
     ) r ON r.id = c.result_id
     WHERE c.paper_key = ANY($1)`,
    [oldKeys],
  );
  return {
    async restore() {
      for (const place of places) {
        const paper = papers.find((one) => one.oldKeys.includes(place.paper_key));
        if (paper) await moveCorrection(manager, place, paper);
      }
      for (const { oldKeys: keys, newKey } of papers) {
        await manager.query('UPDATE corrections SET paper_key = $2 WHERE paper_key = ANY($1)', [
          keys,
          newKey,
        ]);
      }
      await applyCorrections(
        manager,
        papers.map(({ newKey }) => newKey),
      );
    },
  };
}

async function moveCorrection(
  manager: EntityManager,
  place: CorrectedPlace,
  paper: AffectedPaper,
): Promise<void> {
  const { field, start_offset: start, end_offset: end, nth } = place;
  const span = { field, start, end };
  const resultId = findingIdOf('result', paper.newKey, place.content_hash, span, nth);
  await manager.query('UPDATE corrections SET result_id = $2, paper_key = $3 WHERE id = $1', [
    place.id,
    resultId,
    paper.newKey,
  ]);
}

/**
 * Lays the corrections of papers over their active results. A correction whose result is gone becomes
 * `orphaned`; one whose text has come back is applied again.
 * @param paperKeys null for all papers
 */
export async function applyCorrections(
  manager: EntityManager,
  paperKeys: readonly string[] | null,
): Promise<void> {
  const rows: {
    id: string;
    result_id: string;
    changes: Record<string, unknown>;
    found: boolean;
  }[] = await manager.query(
    `SELECT c.id, c.result_id, c.changes, r.id IS NOT NULL AS found
       FROM corrections c LEFT JOIN results r ON r.id = c.result_id AND r.active
       WHERE c.status IN ('applied', 'orphaned') AND ($1::text[] IS NULL OR c.paper_key = ANY($1))
       ORDER BY c.made_at, c.id`,
    [paperKeys],
  );
  // Where two meet on one result, the later one holds.
  const last = new Map(rows.map(({ id, result_id }) => [result_id, id]));
  for (const { id, result_id, found } of rows) {
    const status = !found ? 'orphaned' : last.get(result_id) === id ? 'applied' : 'superseded';
    await manager.query(
      `WITH changed AS (UPDATE corrections SET status = $2 WHERE id = $1 AND status <> $2 RETURNING id)
       INSERT INTO correction_events (correction_id, status, made_by, note)
       SELECT id, $2, 'claimgraph', 'after the paper was read anew' FROM changed`,
      [id, status],
    );
  }
  for (const { id, result_id, changes, found } of rows) {
    if (!found || last.get(result_id) !== id) continue;
    // What another version of the rules reads here is what a withdrawal goes back to.
    await manager.query(
      `UPDATE corrections c SET original = (SELECT jsonb_object_agg(key, value) FROM jsonb_each(to_jsonb(r))
         WHERE c.changes ? key)
       FROM results r WHERE c.id = $1 AND r.id = c.result_id AND r.active AND NOT r.corrected`,
      [id],
    );
    await changeResult(manager, result_id, changes);
  }
}

/** Columns that a person may correct; anything else in a correction is left alone. */
export const CORRECTABLE_COLUMNS = [
  ...['value', 'high', 'unit', 'form', 'direction', 'better', 'bound', 'metric', 'category'],
  ...['dataset', 'task', 'subject', 'baseline', 'setting', 'base_value', 'base_high', 'base_unit'],
  ...['comparable_value', 'gain_factor', 'gain_high', 'gain_kind', 'metric_slug', 'dataset_slug'],
  ...['task_slug', 'subject_slug', 'baseline_slug'],
] as const;

/** Overwrites columns of an active result with a person's values. */
export async function changeResult(
  manager: EntityManager,
  resultId: string,
  changes: Readonly<Record<string, unknown>>,
): Promise<void> {
  const columns = CORRECTABLE_COLUMNS.filter((column) => column in changes);
  const assignments = columns.map((column, place) => `${column} = $${place + 2}`);
  await manager.query(
    `UPDATE results SET ${[...assignments, 'corrected = true'].join(', ')} WHERE id = $1 AND active`,
    [resultId, ...columns.map((column) => changes[column])],
  );
}
