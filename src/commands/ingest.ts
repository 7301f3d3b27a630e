import type { Command } from 'commander';
import {
  createReaderPool,
  type IngestProgress,
  type IngestReport,
  ingest,
  type QueuedBatch,
  queueIngest,
} from '../pipeline/index.js';
import { checkIsThere, type OpenSource, openSources } from '../sources/index.js';
import { openQueue, openStore } from '../store/index.js';
import { EXIT, say, writeLine } from './output.js';
import { progressDisplay } from './progress.js';
import { addSettings, STORE_FLAGS, settingsOf } from './settings.js';
import { addSourceOptions, openOptionsOf, type SourceFlags } from './source-options.js';
import { stopSignal } from './stop-signal.js';

interface IngestFlags extends Record<string, unknown>, SourceFlags {
  readonly json?: boolean;
  readonly queue?: boolean;
  readonly wait: boolean;
}

/** Stores a source, here or through workers. */
type Store = (
  source: OpenSource,
  signal: AbortSignal,
  onProgress: (progress: IngestProgress) => void,
) => Promise<IngestReport>;

export function ingestCommand(program: Command): void {
  const command = program
    .command('ingest')
    .description('read papers, extract what they report, and store it; can be killed and run again')
    .argument('<inputs...>', 'files, folders, http(s) addresses, or - for standard input')
    .option('--json', 'the counts as one JSON line an input on standard output')
    .option('--queue', 'leave extracting and storing to `claimgraph worker` on any machine')
    .option('--no-wait', 'with --queue: end once everything is queued')
    .addHelpText(
      'after',
      '\nExample:\n  claimgraph ingest papers.jsonl listing.txt\n\n' +
        'What is left as stored was so already, or stands behind what is stored of the same paper: of two texts\n' +
        'under one id, the one with the newer date counts (docs/sources.md, "The same paper twice").\n\n' +
        'Exit codes: 0 all stored, 3 stored but for some rejects (see `claimgraph rejects`), 1 failed or stopped.',
    );
  addSourceOptions(command);
  addSettings(command, [...STORE_FLAGS, 'workers']).action(ingestInputs);
}

async function ingestInputs(inputs: readonly string[], flags: IngestFlags): Promise<void> {
  const { config } = settingsOf(flags);
  // An input that is not there is said before any is stored.
  for (const input of inputs) await checkIsThere(input);
  const stop = stopSignal('Stopping after the batch that is being written; run it again to go on.');
  const pool = createReaderPool(flags.queue ? 1 : config.workers);
  const store = await openStore(config);
  let rejected = 0;
  let stopped = false;
  try {
    const queue = flags.queue ? await openQueue<QueuedBatch>(store.dataSource) : null;
    const put: Store = (source, signal, onProgress) =>
      queue
        ? queueIngest(source, { store, queue, wait: flags.wait, signal, onProgress })
        : ingest(source, { store, pool, signal, onProgress });
    for (const input of inputs) {
      for await (const source of openSources(input, openOptionsOf(flags))) {
        const display = progressDisplay(source.name, source.totalBytes);
        const report = await put(source, stop.signal, (progress) => display.show(progress)).finally(
          () => display.end(),
        );
        await tell(source, report, flags.json ?? false);
        rejected += report.rejected;
        stopped ||= report.status === 'stopped';
        if (stopped) break;
      }
      if (stopped) break;
    }
  } finally {
    await pool.close();
    await store.close();
    stop.release();
  }
  process.exitCode = stopped ? EXIT.failed : rejected > 0 ? EXIT.rejects : EXIT.done;
}

async function tell(source: OpenSource, report: IngestReport, json: boolean): Promise<void> {
  if (json) return writeLine({ input: source.name, format: source.format, ...report });
  const { read, stored, unchanged, merged, rejected, withoutAbstract, resumedAfter } = report;
  say(
    `${source.name} (${source.format}): ${read} read = ${stored} stored + ${unchanged} left as stored + ` +
      `${merged} merged + ${rejected} rejected; ${withoutAbstract} without abstract` +
      `${resumedAfter > 0 ? `; went on after item ${resumedAfter}` : ''}` +
      `${report.status === 'stopped' ? '; stopped early' : ''}` +
      `${report.status === 'queued' ? '; workers have the rest' : ''}.`,
  );
}
