import { Piscina } from 'piscina';
import type { Extraction } from '../domain/index.js';
import { builtModule } from '../store/built-module.js';
import { type PaperText, readTexts } from './read-worker.js';

/** Threads that read texts; with one worker the reading is done in place. */
export interface ReaderPool {
  readonly workers: number;
  /** Reads a batch; the results stand in the order of the texts. */
  read(texts: readonly PaperText[]): Promise<Extraction[]>;
  /** The same, as the threads send it: what waits to be written is no work for the garbage collector. */
  readPacked(texts: readonly PaperText[]): Promise<PackedExtraction[]>;
  close(): Promise<void>;
}

/** An extraction, as JSON where it came from another thread. */
export type PackedExtraction = string | Extraction;

export const unpacked = (packed: PackedExtraction): Extraction =>
  typeof packed === 'string' ? (JSON.parse(packed) as Extraction) : packed;

/** Texts of one message to a thread: enough that sending costs little beside reading. */
export const BATCH = 64;
/** Characters from which a batch is sent though it holds fewer: what a thread has at once is bounded. */
const BATCH_CHARACTERS = 500_000;

export function createReaderPool(workers: number): ReaderPool {
  if (workers <= 1) {
    const read = async (texts: readonly PaperText[]) => readTexts(texts);
    return { workers: 1, read, readPacked: read, close: async () => {} };
  }
  const pool = new Piscina<readonly PaperText[], string[]>({
    filename: builtModule('./read-worker.js', import.meta.url),
    minThreads: workers,
    maxThreads: workers,
    // What a text leaves behind is short-lived: a small nursery is as fast and keeps the memory of a long run low.
    resourceLimits: { maxYoungGenerationSizeMb: 8 },
  });
  return {
    workers,
    read: async (texts) => (await pool.run(texts)).map(unpacked),
    readPacked: (texts) => pool.run(texts),
    close: () => pool.destroy(),
  };
}

/**
 * Reads a stream of things in batches with all workers busy, and gives the results in the order of the
 * stream. No more than two batches a worker are under way at once.
 */
export async function* readInOrder<T>(
  pool: ReaderPool,
  things: AsyncIterable<T>,
  textOf: (thing: T) => PaperText,
): AsyncGenerator<{ thing: T; extraction: Extraction }> {
  const running: { batch: T[]; done: Promise<Extraction[]> }[] = [];
  let batch: T[] = [];
  let texts: PaperText[] = [];
  let characters = 0;
  const start = (): void => {
    const done = pool.read(texts);
    // A failure is met when the batch's turn comes; until then it must not count as unhandled.
    done.catch(() => {});
    running.push({ batch, done });
    [batch, texts, characters] = [[], [], 0];
  };
  const finish = async function* (): AsyncGenerator<{ thing: T; extraction: Extraction }> {
    const first = running.shift();
    if (!first) return;
    const extractions = await first.done;
    for (const [at, thing] of first.batch.entries()) {
      yield { thing, extraction: extractions[at] as Extraction };
    }
  };
  for await (const thing of things) {
    const text = textOf(thing);
    batch.push(thing);
    texts.push(text);
    characters += (text.title?.length ?? 0) + (text.abstract?.length ?? 0);
    if (batch.length < BATCH && characters < BATCH_CHARACTERS) continue;
    start();
    if (running.length >= 2 * pool.workers) yield* finish();
  }
  if (batch.length) start();
  while (running.length) yield* finish();
}
