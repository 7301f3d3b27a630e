import PgBoss from 'pg-boss';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';

/** A batch as a worker gets it. */
export interface QueuedJob<Batch> {
  readonly id: string;
  /** The id that it was added with. */
  readonly batchId: string;
  readonly batch: Batch;
  /** Null while it may still succeed; else the last error of a batch that was given up. */
  readonly givenUp: string | null;
}

/** How many batches wait for a worker, are with one, and were given up and not dealt with yet. */
export interface QueueSizes {
  readonly waiting: number;
  readonly active: number;
  readonly givenUp: number;
}

/** Batches for workers on any number of machines: each is delivered at least once, and finished once. */
export interface IngestQueue<Batch extends object> {
  /** Adds batches in the caller's transaction; an id that is queued already is left alone. */
  add(
    manager: EntityManager,
    batches: readonly { readonly id: string; readonly batch: Batch }[],
  ): Promise<void>;
  /** Leases a batch for `LEASE_SECONDS`; null when none waits. Those given up come last. */
  take(): Promise<QueuedJob<Batch> | null>;
  /** Removes a batch in the caller's transaction; false when somebody else has finished it. */
  finish(manager: EntityManager, job: QueuedJob<Batch>): Promise<boolean>;
  /** Gives a batch back for another attempt; after the last one it is given up. */
  giveBack(job: QueuedJob<Batch>, error: string): Promise<void>;
  /** Takes back the batches of workers that died or take too long. */
  expire(): Promise<void>;
  sizes(): Promise<QueueSizes>;
}

/** A batch is back in the queue this long after its worker died, plus `expire`'s interval. */
export const LEASE_SECONDS = 40;
/** After the first one; the pauses between them grow from 2 s. */
const MORE_ATTEMPTS = 4;
const KEPT_MINUTES = 60 * 24 * 365 * 20;

const SCHEMA = 'claimgraph_queue';
const QUEUE = 'ingest';
const GIVEN_UP = 'ingest-given-up';
/** Number of an advisory lock that is claimgraph's alone. */
const MAKING_LOCK = 7164786;

/** Opens the queue of a database, in a schema of its own that is made with the first use. */
export async function openQueue<Batch extends object>(
  dataSource: DataSource,
): Promise<IngestQueue<Batch>> {
  const maker = dataSource.createQueryRunner('master');
  let isMaking = true;
  const boss = new PgBoss({
    schema: SCHEMA,
    db: {
      executeSql: (text, values) =>
        isMaking ? rowsOf(maker, text, values) : onServer(dataSource, text, values),
    },
    supervise: false,
    schedule: false,
  });
  boss.on('error', () => undefined);
  try {
    // Workers that start at the same moment would each make the tables, and lock one another out.
    await maker.query(`SELECT pg_advisory_lock(${MAKING_LOCK})`);
    await makeQueues(boss);
  } finally {
    isMaking = false;
    // What failed half-way leaves its transaction open.
    const end = `ROLLBACK; SELECT pg_advisory_unlock(${MAKING_LOCK})`;
    await maker.query(end).catch(() => undefined);
    await maker.release();
  }
  return new PgBossQueue<Batch>(boss, dataSource);
}

async function makeQueues(boss: PgBoss): Promise<void> {
  await boss.start();
  // What is left of a batch that was given up is dealt with by hand: a place that never empties itself.
  await boss.createQueue(GIVEN_UP, { name: GIVEN_UP, retryLimit: MORE_ATTEMPTS });
  await boss.createQueue(QUEUE, {
    ...{ name: QUEUE, deadLetter: GIVEN_UP, expireInSeconds: LEASE_SECONDS },
    ...{ retryLimit: MORE_ATTEMPTS, retryDelay: 2, retryBackoff: true },
    retentionMinutes: KEPT_MINUTES,
  });
}

class PgBossQueue<Batch extends object> implements IngestQueue<Batch> {
  constructor(
    private readonly boss: PgBoss,
    private readonly dataSource: DataSource,
  ) {}

  async add(
    manager: EntityManager,
    batches: readonly { readonly id: string; readonly batch: Batch }[],
  ): Promise<void> {
    const jobs = batches.map(({ id, batch }) => ({ id, name: QUEUE, data: { id, batch } }));
    await this.boss.insert(jobs, { db: within(manager) });
  }

  async take(): Promise<QueuedJob<Batch> | null> {
    const [job] = await this.boss.fetch<Queued<Batch>>(QUEUE);
    if (job) return { id: job.id, batchId: job.id, batch: job.data.batch, givenUp: null };
    const [lost] = await this.boss.fetch<Queued<Batch>>(GIVEN_UP, { includeMetadata: true });
    if (!lost) return null;
    const { id: batchId, batch } = lost.data;
    return { id: lost.id, batchId, batch, givenUp: messageOf(lost.output) };
  }

  async finish(manager: EntityManager, job: QueuedJob<Batch>): Promise<boolean> {
    // Postgres locks the row: of two workers with one batch, the second finds it gone.
    const [, deleted]: [unknown, number] = await manager.query(
      `DELETE FROM ${SCHEMA}.job WHERE name = $1 AND id = $2`,
      [job.givenUp === null ? QUEUE : GIVEN_UP, job.id],
    );
    if (deleted !== 1) return false;
    if (job.givenUp !== null) {
      await manager.query(`DELETE FROM ${SCHEMA}.job WHERE name = $1 AND id = $2`, [
        QUEUE,
        job.batchId,
      ]);
    }
    return true;
  }

  async giveBack(job: QueuedJob<Batch>, error: string): Promise<void> {
    await this.boss.fail(job.givenUp === null ? QUEUE : GIVEN_UP, job.id, { message: error });
  }

  async expire(): Promise<void> {
    await this.boss.expire();
  }

  async sizes(): Promise<QueueSizes> {
    const [row] = await this.dataSource.query(
      `SELECT count(*) FILTER (WHERE name = $1 AND state IN ('created', 'retry'))::int AS waiting,
         count(*) FILTER (WHERE state = 'active')::int AS active,
         count(*) FILTER (WHERE name = $2)::int AS "givenUp"
       FROM ${SCHEMA}.job WHERE state < 'completed'`,
      [QUEUE, GIVEN_UP],
    );
    return row as QueueSizes;
  }
}

interface Queued<Batch> {
  readonly id: string;
  readonly batch: Batch;
}

const messageOf = (output: unknown): string => {
  const { message, value } = (output ?? {}) as { message?: string; value?: { message?: string } };
  return message ?? value?.message ?? 'no reason was noted';
};

async function onServer(
  dataSource: DataSource,
  text: string,
  values: unknown[],
): ReturnType<PgBoss.Db['executeSql']> {
  const runner = dataSource.createQueryRunner('master');
  try {
    return await rowsOf(runner, text, values);
  } finally {
    await runner.release();
  }
}

function within(manager: EntityManager): PgBoss.Db {
  const runner = manager.queryRunner;
  if (!runner) throw new Error('batches are queued in a transaction');
  return { executeSql: (text, values) => rowsOf(runner, text, values) };
}

async function rowsOf(
  runner: QueryRunner,
  text: string,
  values: unknown[],
): ReturnType<PgBoss.Db['executeSql']> {
  const { records } = await runner.query(text, values, true);
  return { rows: records ?? [] };
}
