import type { DataSource, EntityManager, QueryRunner } from 'typeorm';

/** What an ingest counted; read = stored + unchanged + merged + rejected. */
export interface IngestCounts {
  readonly read: number;
  readonly stored: number;
  readonly unchanged: number;
  readonly merged: number;
  readonly rejected: number;
  /** Of those read, whether stored or not. */
  readonly withoutAbstract: number;
}

export const NO_COUNTS: IngestCounts = Object.freeze({
  ...{ read: 0, stored: 0, unchanged: 0, merged: 0, rejected: 0, withoutAbstract: 0 },
});

/** An ingest that this process carries on. */
export interface Run {
  readonly id: string;
  /** Items of the origin that are done with: the ones to pass over after a restart. */
  readonly items: number;
  /** Position that a paging source goes on from; null where it starts. */
  readonly resumeAt: string | null;
  readonly counts: IngestCounts;
}

/**
 * Goes on with the last run over the same origin if that ended early, else begins one. While `holder` is
 * connected no other process takes the run up; a process that dies lets go of it with its connection.
 * @param originKey of the origin and its content; null where it cannot be read again from the start
 */
export async function openRun(
  holder: QueryRunner,
  origin: string,
  originKey: string | null,
  format: string,
): Promise<Run> {
  const [last] = originKey === null ? [] : await lastRun(holder, originKey);
  if (last && last.status !== 'done' && (await hold(holder, last.id))) {
    await holder.query(
      `UPDATE ingest_runs SET status = 'running', error = NULL, finished_at = NULL, heartbeat_at = now()
       WHERE id = $1`,
      [last.id],
    );
    // Read again: the process that held it may have gone on in between.
    const [row] = await lastRun(holder, originKey as string);
    if (row?.id === last.id) return toRun(row);
  }
  const [{ id }] = await holder.query(
    `INSERT INTO ingest_runs (origin, origin_key, format, status) VALUES ($1, $2, $3, 'running')
     RETURNING id`,
    [origin, originKey ?? '', format],
  );
  await hold(holder, id);
  return { id, items: 0, resumeAt: null, counts: NO_COUNTS };
}

/** Notes that a batch is done with, in the transaction that writes it. False when it was noted already. */
export async function advanceRun(
  manager: EntityManager,
  run: Run,
  next: Omit<Run, 'id'>,
): Promise<boolean> {
  const { read, stored, unchanged, merged, rejected, withoutAbstract } = next.counts;
  const [, changed]: [unknown, number] = await manager.query(
    `UPDATE ingest_runs SET items = $3, resume_at = $4, read = $5, stored = $6, unchanged = $7, merged = $8,
       rejected = $9, without_abstract = $10, heartbeat_at = now()
     WHERE id = $1 AND items = $2`,
    [
      ...[run.id, run.items, next.items, next.resumeAt],
      ...[read, stored, unchanged, merged, rejected, withoutAbstract],
    ],
  );
  return changed === 1;
}

/** @param error the sentence that a failed run ended with */
export async function closeRun(
  dataSource: DataSource,
  run: Run,
  status: 'done' | 'stopped' | 'failed',
  error: string | null = null,
): Promise<void> {
  await dataSource.query(
    'UPDATE ingest_runs SET status = $2, error = $3, finished_at = now() WHERE id = $1',
    [run.id, status, error],
  );
}

interface RunRow {
  readonly id: string;
  readonly status: string;
  readonly items: string;
  readonly resume_at: string | null;
  readonly read: string;
  readonly stored: string;
  readonly unchanged: string;
  readonly merged: string;
  readonly rejected: string;
  readonly without_abstract: string;
}

function lastRun(holder: QueryRunner, originKey: string): Promise<RunRow[]> {
  return holder.query('SELECT * FROM ingest_runs WHERE origin_key = $1 ORDER BY id DESC LIMIT 1', [
    originKey,
  ]);
}

/** The lock's first number tells runs from everything else that is locked. */
const RUN_LOCKS = 7164785;

async function hold(holder: QueryRunner, runId: string): Promise<boolean> {
  const [{ held }] = await holder.query(
    `SELECT pg_try_advisory_lock(${RUN_LOCKS}, ($1::bigint % 2147483647)::int) AS held`,
    [runId],
  );
  return held;
}

function toRun(row: RunRow): Run {
  return {
    id: row.id,
    items: Number(row.items),
    resumeAt: row.resume_at,
    counts: {
      read: Number(row.read),
      stored: Number(row.stored),
      unchanged: Number(row.unchanged),
      merged: Number(row.merged),
      rejected: Number(row.rejected),
      withoutAbstract: Number(row.without_abstract),
    },
  };
}
