import type { EntityManager } from 'typeorm';
import { pruneCanonical, slugsOfPapers } from './prune-canonical.js';
import { bumpDataVersion } from './write-lock.js';

/** Deletes papers with everything read from them, and the canonical names that only they used. */
export async function removePapers(
  manager: EntityManager,
  paperIds: readonly string[],
): Promise<void> {
  if (paperIds.length === 0) return;
  const slugs = await slugsOfPapers(manager, paperIds);
  await manager.query('DELETE FROM papers WHERE id = ANY($1)', [paperIds]);
  await pruneCanonical(manager, slugs);
  await bumpDataVersion(manager);
}

/** Source of the bundled papers, which leave with the first paper of the user's own. */
export const SAMPLE_SOURCE = 'sample';

/** Takes the bundled sample out. */
export async function removeSample(manager: EntityManager): Promise<void> {
  const papers: { id: string }[] = await manager.query('SELECT id FROM papers WHERE source = $1', [
    SAMPLE_SOURCE,
  ]);
  await removePapers(
    manager,
    papers.map(({ id }) => id),
  );
}

/** Whether a paper of the user's own is stored: then the sample stays out. */
export async function hasOwnPapers(manager: EntityManager): Promise<boolean> {
  const [{ found }] = await manager.query(
    'SELECT EXISTS (SELECT FROM papers WHERE source <> $1) AS found',
    [SAMPLE_SOURCE],
  );
  return found;
}
