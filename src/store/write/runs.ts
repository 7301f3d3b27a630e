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

export type RunStatus = 'running' | 'queued' | 'done' | 'stopped' | 'failed';

/** An ingest as its row tells. */
export interface Run {
  readonly id: string;
  readonly status: RunStatus;
  /** Items of the origin that were taken from it: the ones to pass over after a restart. */
  readonly items: number;
  /** Position that a paging source goes on from; null where it starts. */
  readonly resumeAt: string | null;
  /** Of the items that are done with: fewer than `items` while workers have some. */
  readonly counts: IngestCounts;
}

/** How far a run has come in its origin. */
export interface RunPlace {
  readonly items: number;
  readonly resumeAt: string | null;
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
       WHERE id = $1 AND status <> 'done'`,
      [last.id],
    );
    // Read again: the process that held it, or a worker, may have gone on in between.
    const [row] = await lastRun(holder, originKey as string);
    if (row?.id === last.id && row.status !== 'done') return toRun(row);
  }
  const [row]: RunRow[] = await holder.query(
    `INSERT INTO ingest_runs (origin, origin_key, format, status) VALUES ($1, $2, $3, 'running')
     RETURNING *`,
    [origin, originKey ?? '', format],
  );
  await hold(holder, (row as RunRow).id);
  return toRun(row as RunRow);
}

/**
 * Notes that items were taken from the origin, in the transaction that writes or queues them.
 * @returns false when that was noted already
 */
export async function advanceRun(
  manager: EntityManager,
  runId: string,
  from: RunPlace,
  to: RunPlace,
): Promise<boolean> {
  const [, changed]: [unknown, number] = await manager.query(
    `UPDATE ingest_runs SET items = $3, resume_at = $4, heartbeat_at = now()
     WHERE id = $1 AND items = $2`,
    [runId, from.items, to.items, to.resumeAt],
  );
  return changed === 1;
}

/** Adds what became of items; the worker that does so for the last of a queued run ends it. */
export async function addToRun(
  manager: EntityManager,
  runId: string,
  counts: IngestCounts,
): Promise<void> {
  const { read, stored, unchanged, merged, rejected, withoutAbstract } = counts;
  await manager.query(
    `UPDATE ingest_runs SET read = read + $2, stored = stored + $3, unchanged = unchanged + $4,
       merged = merged + $5, rejected = rejected + $6, without_abstract = without_abstract + $7,
       heartbeat_at = now(),
       status = CASE WHEN status = 'queued' AND read + $2 >= items THEN 'done' ELSE status END,
       finished_at = CASE WHEN status = 'queued' AND read + $2 >= items THEN now() ELSE finished_at END
     WHERE id = $1`,
    [runId, read, stored, unchanged, merged, rejected, withoutAbstract],
  );
}

/**
 * Ends a run, or leaves it `queued` when it is read to its end and workers still have batches of it.
 * @param error the sentence that a failed run ended with
 */
export async function closeRun(
  dataSource: DataSource,
  runId: string,
  status: 'done' | 'stopped' | 'failed',
  error: string | null = null,
): Promise<void> {
  await dataSource.query(
    `UPDATE ingest_runs SET error = $3,
       status = CASE WHEN $2 = 'done' AND read < items THEN 'queued' ELSE $2 END,
       finished_at = CASE WHEN $2 = 'done' AND read < items THEN NULL ELSE now() END
     WHERE id = $1`,
    [runId, status, error],
  );
}

/** The run as it stands on the server that is written to. */
export async function readRun(dataSource: DataSource, runId: string): Promise<Run> {
  const [row]: RunRow[] = await dataSource.query('SELECT * FROM ingest_runs WHERE id = $1', [
    runId,
  ]);
  if (!row) throw new Error(`there is no run ${runId}`);
  return toRun(row);
}

interface RunRow {
  readonly id: string;
  readonly status: RunStatus;
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
    status: row.status,
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
