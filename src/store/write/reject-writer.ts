import type { EntityManager } from 'typeorm';
import { idOf } from './identity.js';
import { insertRows } from './insert-rows.js';

/** A record that did not get in, and why. */
export interface RejectedRecord {
  readonly origin: string;
  /** Adapter that met it: the one to try it with again. */
  readonly source: string;
  readonly position: string;
  readonly reason: string;
  readonly raw: string;
}

const COLUMNS = {
  ...{ id: 'uuid', origin: 'text', source: 'text', position: 'text', reason: 'text', raw: 'text' },
  run_id: 'bigint',
};

/** Keeps rejects; the same record at the same place is one reject, however often it is met. */
export async function writeRejects(
  manager: EntityManager,
  rejects: readonly RejectedRecord[],
  runId: string | null,
): Promise<void> {
  const rows = new Map(
    rejects.map((reject) => {
      const id = idOf('reject', reject.origin, reject.position, reject.raw);
      return [id, { id, ...reject, run_id: runId }];
    }),
  );
  await insertRows(
    manager,
    'rejects',
    COLUMNS,
    [...rows.values()],
    'ON CONFLICT (id) DO UPDATE SET reason = excluded.reason, run_id = excluded.run_id',
  );
}
