import type { DataSource, EntityManager } from 'typeorm';
import { ClaimgraphError } from '../../domain/index.js';
import type { CorrectionStatus } from '../entities/index.js';
import type { CorrectionRow } from '../queries/correction-queries.js';
import { CORRECTABLE_COLUMNS, changeResult } from './carry-corrections.js';
import { bumpDataVersion, writeTransaction } from './write-lock.js';

export interface ProposedCorrection {
  readonly resultId: string;
  /** Columns of `results` with their new values, what is computed from them included. */
  readonly changes: Readonly<Record<string, unknown>>;
  readonly madeBy: string;
  readonly reason: string;
}

/** A canonical name that a correction brings in. */
export interface CorrectedName {
  readonly table: 'methods' | 'datasets' | 'tasks' | 'metrics';
  readonly slug: string;
  readonly name: string;
}

/**
 * Keeps a proposal; nothing changes until it is accepted.
 * @throws ClaimgraphError NOT_FOUND for a result that is not in the store
 */
export function proposeCorrection(
  dataSource: DataSource,
  { resultId, changes, madeBy, reason }: ProposedCorrection,
): Promise<CorrectionRow> {
  return writeTransaction(dataSource, async (manager) => {
    const original = await currentValues(manager, resultId, Object.keys(changes));
    if (!original) throw new ClaimgraphError('NOT_FOUND', 'The store has no such result any more.');
    const [row]: CorrectionRow[] = await manager.query(
      `INSERT INTO corrections (id, result_id, paper_key, content_hash, status, original, changes, made_by, reason)
       SELECT gen_random_uuid(), r.id, p.key, d.content_hash, 'proposed', $2, $3, $4, $5
       FROM results r JOIN papers p ON p.id = r.paper_id JOIN documents d ON d.id = p.document_id
       WHERE r.id = $1 AND r.active RETURNING *`,
      [resultId, original, changes, madeBy, reason],
    );
    const made = row as CorrectionRow;
    await record(manager, made.id, 'proposed', madeBy, reason);
    return made;
  });
}

export type Decision = 'accept' | 'reject' | 'withdraw';

/** What each decision can be made of, and what it makes of it. */
const DECISIONS: Readonly<
  Record<Decision, { readonly from: readonly CorrectionStatus[]; readonly to: CorrectionStatus }>
> = {
  accept: { from: ['proposed'], to: 'applied' },
  reject: { from: ['proposed'], to: 'rejected' },
  withdraw: { from: ['applied', 'orphaned'], to: 'withdrawn' },
};

/**
 * Accepts a proposal, rejects it, or takes an accepted one back. A second correction of a result takes the
 * place of the first; taken back, the result is again as it was read.
 * @param namesOf tells the canonical names that an accepted one brings in
 * @throws ClaimgraphError NOT_FOUND for none such, BAD_USER_INPUT for a decision that cannot be made of it
 */
export function decideCorrection(
  dataSource: DataSource,
  id: string,
  decision: Decision,
  decidedBy: string,
  note: string,
  namesOf: (changes: CorrectionRow['changes']) => readonly CorrectedName[],
): Promise<CorrectionRow> {
  return writeTransaction(dataSource, async (manager) => {
    const correction = await stateOf(manager, id);
    const { from, to } = DECISIONS[decision];
    if (!from.some((status) => status === correction.status)) {
      throw new ClaimgraphError(
        'BAD_USER_INPUT',
        `A correction that is ${correction.status} cannot be decided so: ${decision} takes one that is ${from.join(' or ')}.`,
      );
    }
    if (decision === 'accept')
      await accept(manager, correction, decidedBy, namesOf(correction.changes));
    if (correction.status === 'applied') await restore(manager, correction);
    await setStatus(manager, id, to, decidedBy, note);
    if (decision !== 'reject') await bumpDataVersion(manager);
    return stateOf(manager, id);
  });
}

async function stateOf(manager: EntityManager, id: string): Promise<CorrectionRow> {
  const [row]: CorrectionRow[] = await manager.query('SELECT * FROM corrections WHERE id = $1', [
    id,
  ]);
  if (!row) throw new ClaimgraphError('NOT_FOUND', 'There is no such correction.');
  return row;
}

async function accept(
  manager: EntityManager,
  { id, result_id, changes }: CorrectionRow,
  by: string,
  names: readonly CorrectedName[],
): Promise<void> {
  const [earlier]: CorrectionRow[] = await manager.query(
    `SELECT * FROM corrections WHERE result_id = $1 AND status = 'applied'`,
    [result_id],
  );
  if (earlier) {
    await restore(manager, earlier);
    await setStatus(manager, earlier.id, 'superseded', by, `A later correction took its place.`);
  }
  const original = await currentValues(manager, result_id, Object.keys(changes));
  if (!original) {
    throw new ClaimgraphError(
      'NOT_FOUND',
      'The text of this correction has changed, and its result is gone: reject it.',
    );
  }
  for (const { table, slug, name } of names) {
    await manager.query(
      `INSERT INTO ${table} (slug, name) VALUES ($1, $2) ON CONFLICT (slug) DO NOTHING`,
      [slug, name],
    );
  }
  await manager.query('UPDATE corrections SET original = $2 WHERE id = $1', [id, original]);
  await changeResult(manager, result_id, changes);
}

async function restore(
  manager: EntityManager,
  { result_id, original }: CorrectionRow,
): Promise<void> {
  await changeResult(manager, result_id, original);
  await manager.query('UPDATE results SET corrected = false WHERE id = $1 AND active', [result_id]);
}

/** The values of columns as they stand; null for a result that is gone. */
async function currentValues(
  manager: EntityManager,
  resultId: string,
  columns: readonly string[],
): Promise<Record<string, unknown> | null> {
  const [row]: Record<string, unknown>[] = await manager.query(
    'SELECT * FROM results WHERE id = $1 AND active',
    [resultId],
  );
  if (!row) return null;
  const known = CORRECTABLE_COLUMNS.filter((column) => columns.includes(column));
  return Object.fromEntries(known.map((column) => [column, row[column]]));
}

async function setStatus(
  manager: EntityManager,
  id: string,
  status: CorrectionStatus,
  by: string,
  note: string,
): Promise<void> {
  await manager.query('UPDATE corrections SET status = $2 WHERE id = $1', [id, status]);
  await record(manager, id, status, by, note);
}

async function record(
  manager: EntityManager,
  id: string,
  status: CorrectionStatus,
  by: string,
  note: string,
): Promise<void> {
  await manager.query(
    'INSERT INTO correction_events (correction_id, status, made_by, note) VALUES ($1, $2, $3, $4)',
    [id, status, by, note],
  );
}
