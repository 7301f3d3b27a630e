import type { Command } from 'commander';
import { createReaderPool, type QueuedBatch, workQueue } from '../pipeline/index.js';
import { openQueue, openStore } from '../store/index.js';
import { say, writeLine } from './output.js';
import { addSettings, STORE_FLAGS, settingsOf } from './settings.js';
import { stopSignal } from './stop-signal.js';

interface WorkerFlags extends Record<string, unknown> {
  readonly untilEmpty?: boolean;
  readonly json?: boolean;
}

const LINE_EVERY = 10_000;

export function workerCommand(program: Command): void {
  const command = program
    .command('worker')
    .description(
      'extract and store what `ingest --queue` has queued; run it on as many machines as you like',
    )
    .option('--until-empty', 'end once nothing is queued any more, batches of others included')
    .option('--json', 'the counts as one JSON line at the end')
    .addHelpText(
      'after',
      '\nExample:\n  DATABASE_URL=postgres://… claimgraph worker --workers 8\n\n' +
        'Ctrl-C ends it after the batches under way. A batch whose worker dies is taken over by another\n' +
        'within a minute; one that fails five times becomes rejects (see `claimgraph rejects`).',
    );
  addSettings(command, [...STORE_FLAGS, 'workers']).action(work);
}

async function work(flags: WorkerFlags): Promise<void> {
  const { config } = settingsOf(flags);
  const stop = stopSignal('Stopping after the batches under way.');
  const pool = createReaderPool(config.workers);
  const store = await openStore(config);
  const started = Date.now();
  let said = started;
  try {
    const queue = await openQueue<QueuedBatch>(store.dataSource);
    say(`Working with ${pool.workers} threads; Ctrl-C stops.`);
    const report = await workQueue({
      ...{ store, queue, pool, signal: stop.signal, untilEmpty: flags.untilEmpty ?? false },
      onBatch: ({ papers, batches, failed }) => {
        if (Date.now() - said < LINE_EVERY) return;
        said = Date.now();
        const rate = Math.round((1000 * papers) / (said - started));
        say(`${papers} papers in ${batches} batches, ${rate}/s, ${failed} batches given back`);
      },
    });
    if (flags.json) await writeLine(report);
    else say(`${report.papers} papers in ${report.batches} batches; ${report.failed} given back.`);
  } finally {
    await pool.close();
    await store.close();
    stop.release();
  }
}
