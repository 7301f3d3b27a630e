import type { PaperReader } from '../domain/index.js';
import {
  type DescribeMetric,
  dropRejects,
  hasOwnPapers,
  type Outcome,
  type ReadRecord,
  type RejectedRecord,
  removeSample,
  SAMPLE_SOURCE,
  type Store,
  type Transaction,
  writePapers,
  writeRejects,
  writeTransaction,
} from '../store/index.js';
import { sqlStateOf, withPatience } from './patience.js';
import { PAPER_RECORD } from './stored-reject.js';

/** A batch whose texts are read, ready to be written. */
export interface ReadBatch {
  readonly records: readonly ReadRecord[];
  readonly rejects: readonly RejectedRecord[];
  /** Ids of earlier rejects that this batch takes up: they go when it is written. */
  readonly retried?: readonly string[];
}

export interface BatchOutcome {
  readonly stored: number;
  readonly unchanged: number;
  readonly merged: number;
  readonly rejected: number;
}

export interface BatchContext {
  readonly store: Store;
  readonly origin: string;
  /** Null outside of an ingest. */
  readonly runId: string | null;
  readonly reader: PaperReader;
  readonly describeMetric: DescribeMetric;
}

/**
 * Writes a batch in one transaction together with whatever `note` writes; a record that the database will
 * not take becomes a reject, and the rest is written without it. A lost connection is waited out.
 * @param note called last in the transaction; false undoes everything and counts the batch as nothing, since
 * it was written before a connection was lost
 */
export async function writeBatch(
  context: BatchContext,
  batch: ReadBatch,
  note: (manager: Transaction, outcome: BatchOutcome) => Promise<boolean>,
): Promise<BatchOutcome | null> {
  let { records, rejects } = batch;
  const { retried = [] } = batch;
  for (;;) {
    try {
      return await withPatience(() => writeOnce(context, { records, rejects, retried }, note));
    } catch (error) {
      if (!isAboutData(error)) throw error;
      const culprits = await findCulprits(context, records);
      if (culprits.length === 0) throw error;
      records = records.filter((record) => !culprits.includes(record));
      const reason = `the database does not take it (${(error as Error).message})`;
      rejects = [...rejects, ...culprits.map((record) => rejectOf(context, record, reason))];
    }
  }
}

class AlreadyWritten extends Error {}

async function writeOnce(
  context: BatchContext,
  { records, rejects, retried = [] }: ReadBatch,
  note: (manager: Transaction, outcome: BatchOutcome) => Promise<boolean>,
): Promise<BatchOutcome | null> {
  try {
    return await writeTransaction(context.store.dataSource, async (manager) => {
      if (retried.length > 0) await dropRejects(manager, retried);
      const outcomes = await writeRecords(manager, context, records);
      const forgotten = records.filter((_, place) => outcomes[place] === 'forgotten');
      const refused = forgotten.map((one) => ({
        ...rejectOf(context, one, 'this paper was forgotten on request'),
        raw: '',
      }));
      await writeRejects(manager, [...rejects, ...refused], context.runId);
      const count = (outcome: Outcome) => outcomes.filter((one) => one === outcome).length;
      const outcome = {
        stored: count('stored'),
        unchanged: count('unchanged'),
        merged: count('merged'),
        rejected: rejects.length + refused.length,
      };
      if (!(await note(manager, outcome))) throw new AlreadyWritten();
      return outcome;
    });
  } catch (error) {
    if (error instanceof AlreadyWritten) return null;
    throw error;
  }
}

async function writeRecords(
  manager: Transaction,
  context: BatchContext,
  records: readonly ReadRecord[],
): Promise<readonly Outcome[]> {
  const isSample = ({ record }: ReadRecord) => record.source === SAMPLE_SOURCE;
  if (records.some((record) => !isSample(record))) await removeSample(manager);
  const sampleStaysOut = records.some(isSample) && (await hasOwnPapers(manager));
  if (sampleStaysOut) return records.map(() => 'unchanged');
  return writePapers(manager, records, context);
}

function rejectOf(
  { origin }: BatchContext,
  { record, position }: ReadRecord,
  reason: string,
): RejectedRecord {
  return { origin, source: PAPER_RECORD, position, reason, raw: JSON.stringify(record) };
}

/** The records that cannot be written, found by halving: each attempt is undone. */
async function findCulprits(
  context: BatchContext,
  records: readonly ReadRecord[],
): Promise<readonly ReadRecord[]> {
  if (records.length === 0 || (await canWrite(context, records))) return [];
  if (records.length === 1) return records;
  const middle = Math.ceil(records.length / 2);
  return [
    ...(await findCulprits(context, records.slice(0, middle))),
    ...(await findCulprits(context, records.slice(middle))),
  ];
}

async function canWrite(context: BatchContext, records: readonly ReadRecord[]): Promise<boolean> {
  try {
    await writeOnce(context, { records, rejects: [] }, async () => false);
    return true;
  } catch (error) {
    if (isAboutData(error)) return false;
    throw error;
  }
}

/** SQLSTATE classes of values that do not fit: data exceptions, broken constraints, limits of the program. */
const isAboutData = (error: unknown): boolean => /^(22|23|54)\w{3}$/.test(sqlStateOf(error));
