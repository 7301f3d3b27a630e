import type { EntityManager } from 'typeorm';
import { removePapers } from './remove-papers.js';

export interface ForgottenPaper {
  readonly id: string;
  readonly title: string | null;
  /** Every key that led to it. */
  readonly keys: readonly string[];
}

/** The papers that a key or a paper's id leads to. */
export async function papersNamed(
  manager: EntityManager,
  names: readonly string[],
): Promise<readonly ForgottenPaper[]> {
  return manager.query(
    `SELECT p.id, p.title, array(SELECT k.key FROM paper_keys k WHERE k.paper_id = p.id ORDER BY 1) AS keys
     FROM papers p
     WHERE p.id::text = ANY($1) OR p.id IN (SELECT paper_id FROM paper_keys WHERE key = ANY($1))
     ORDER BY p.key`,
    [names],
  );
}

/**
 * Takes papers out with everything read from them and every correction of them, and refuses records under
 * any of their keys from now on. To be called in a `writeTransaction`.
 * @param keys to refuse as well, whether or not a paper is stored under them
 */
export async function forgetPapers(
  manager: EntityManager,
  papers: readonly Pick<ForgottenPaper, 'id' | 'keys'>[],
  keys: readonly string[],
  reason: string,
): Promise<void> {
  const all = [...new Set([...papers.flatMap((paper) => paper.keys), ...keys])];
  await refuseKeys(manager, all, reason);
  await manager.query('DELETE FROM corrections WHERE paper_key = ANY($1)', [all]);
  await removePapers(
    manager,
    papers.map(({ id }) => id),
  );
}

/** Refuses records under these keys from now on. */
export async function refuseKeys(
  manager: EntityManager,
  keys: readonly string[],
  reason: string,
): Promise<void> {
  await manager.query(
    `INSERT INTO forgotten_papers (key, reason) SELECT key, $2 FROM unnest($1::text[]) AS k (key)
     ON CONFLICT (key) DO NOTHING`,
    [keys, reason],
  );
}

/** Lets records under these keys in again. @returns how many keys were refused before */
export async function remember(manager: EntityManager, keys: readonly string[]): Promise<number> {
  const [, count]: [unknown, number] = await manager.query(
    'DELETE FROM forgotten_papers WHERE key = ANY($1)',
    [keys],
  );
  return count;
}

/** Which of the keys are refused, and why. */
export async function forgottenAmong(
  manager: EntityManager,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows: { key: string; reason: string }[] = await manager.query(
    'SELECT key, reason FROM forgotten_papers WHERE key = ANY($1)',
    [keys],
  );
  return new Map(rows.map(({ key, reason }) => [key, reason]));
}
