import type { DataSource, EntityManager } from 'typeorm';
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
    `ON CONFLICT (id) DO UPDATE SET reason = excluded.reason,
       run_id = coalesce(excluded.run_id, rejects.run_id)`,
  );
}

/** A reject as it is kept. */
export interface StoredReject extends RejectedRecord {
  readonly id: string;
  /** ISO 8601 time. */
  readonly rejectedAt: string;
}

/** Which rejects are meant; what is left out does not narrow. */
export interface RejectFilter {
  readonly ids?: readonly string[];
  /** Part of the origin's name. */
  readonly origin?: string;
  /** Adapter that met them. */
  readonly source?: string;
}

const PAGE = 100;

/** The rejects that are there at the first call, oldest first; what is added meanwhile is left out. */
export async function* eachReject(
  dataSource: DataSource,
  { ids, origin, source }: RejectFilter = {},
): AsyncGenerator<StoredReject> {
  const [{ now }] = await dataSource.query('SELECT now()::text AS now');
  let last: StoredReject | undefined;
  do {
    const page: StoredReject[] = await dataSource.query(
      `SELECT id, origin, source, position, reason, raw, rejected_at::text AS "rejectedAt"
       FROM rejects
       WHERE ($1::uuid[] IS NULL OR id = ANY($1)) AND ($2::text IS NULL OR strpos(origin, $2) > 0)
         AND ($3::text IS NULL OR source = $3) AND rejected_at <= $4::timestamptz
         AND ($5::timestamptz IS NULL OR (rejected_at, id) > ($5, $6::uuid))
       ORDER BY rejected_at, id LIMIT ${PAGE}`,
      [
        ids ?? null,
        origin ?? null,
        source ?? null,
        now,
        last?.rejectedAt ?? null,
        last?.id ?? null,
      ],
    );
    yield* page;
    last = page.at(-1);
  } while (last);
}

export async function dropRejects(manager: EntityManager, ids: readonly string[]): Promise<void> {
  await manager.query('DELETE FROM rejects WHERE id = ANY($1::uuid[])', [ids]);
}
