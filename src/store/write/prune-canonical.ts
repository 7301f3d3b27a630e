import type { EntityManager } from 'typeorm';
import { CANONICAL_TABLES, type CanonicalTable, type Slugs } from './canonical-writer.js';

/** Where each canonical table's slugs are spoken of; each search has a partial index on active rows. */
const USES: Readonly<Record<CanonicalTable, readonly (readonly [table: string, when: string])[]>> =
  {
    methods: [
      ['mentions', `u.kind = 'method' AND u.slug = c.slug`],
      ['results', 'u.subject_slug = c.slug'],
      ['results', 'u.baseline_slug = c.slug'],
    ],
    datasets: [
      ['mentions', `u.kind = 'dataset' AND u.slug = c.slug`],
      ['results', 'u.dataset_slug = c.slug'],
    ],
    tasks: [
      ['mentions', `u.kind = 'task' AND u.slug = c.slug`],
      ['results', 'u.task_slug = c.slug'],
    ],
    metrics: [['results', 'u.metric_slug = c.slug']],
  };

/** The canonical names that readings of these papers speak of. */
export async function slugsOfPapers(
  manager: EntityManager,
  paperIds: readonly string[],
): Promise<Slugs> {
  const [row] = await manager.query(
    `SELECT
       array(SELECT slug FROM mentions WHERE paper_id = ANY($1) AND active AND kind = 'method'
         UNION SELECT subject_slug FROM results WHERE paper_id = ANY($1) AND active
         UNION SELECT baseline_slug FROM results WHERE paper_id = ANY($1) AND active) AS methods,
       array(SELECT slug FROM mentions WHERE paper_id = ANY($1) AND active AND kind = 'dataset'
         UNION SELECT dataset_slug FROM results WHERE paper_id = ANY($1) AND active) AS datasets,
       array(SELECT slug FROM mentions WHERE paper_id = ANY($1) AND active AND kind = 'task'
         UNION SELECT task_slug FROM results WHERE paper_id = ANY($1) AND active) AS tasks,
       array(SELECT metric_slug FROM results WHERE paper_id = ANY($1) AND active) AS metrics`,
    [paperIds],
  );
  return row as Slugs;
}

/**
 * Deletes those of the canonical names that no reading speaks of any more, after papers or readings were
 * taken out. The caller holds the write lock, so none of them is about to be used. While another
 * extractor's readings wait to be switched to, nothing is deleted: they may speak of any name.
 */
export async function pruneCanonical(manager: EntityManager, slugs: Slugs): Promise<void> {
  const [{ waiting }] = await manager.query(
    'SELECT EXISTS (SELECT FROM extractions WHERE NOT active) AS waiting',
  );
  if (waiting) return;
  for (const table of CANONICAL_TABLES) {
    const unused = USES[table].map(
      ([rows, when]) => `NOT EXISTS (SELECT FROM ${rows} u WHERE u.active AND ${when})`,
    );
    await manager.query(
      `DELETE FROM ${table} c WHERE c.slug = ANY($1) AND ${unused.join(' AND ')}`,
      [slugs[table].filter((slug) => slug !== null)],
    );
  }
}

/** Deletes every canonical name that no reading, active or waiting, speaks of. */
export async function pruneAllCanonical(manager: EntityManager): Promise<void> {
  for (const table of CANONICAL_TABLES) {
    const unused = USES[table].map(
      ([rows, when]) => `NOT EXISTS (SELECT FROM ${rows} u WHERE ${when})`,
    );
    await manager.query(`DELETE FROM ${table} c WHERE ${unused.join(' AND ')}`);
  }
}
