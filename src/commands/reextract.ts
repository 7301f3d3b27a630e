import { type Command, Option } from 'commander';
import { createReaderPool, type ReextractReport, reextract } from '../pipeline/index.js';
import { openStore } from '../store/index.js';
import { EXIT, say, writeLine } from './output.js';
import { addSettings, STORE_FLAGS, settingsOf } from './settings.js';
import { stopSignal } from './stop-signal.js';

interface ReextractFlags extends Record<string, unknown> {
  readonly dryRun?: boolean;
  readonly switch?: boolean;
  readonly discard?: boolean;
  readonly json?: boolean;
}

const LINE_EVERY = 10_000;

export function reextractCommand(program: Command): void {
  const command = program
    .command('reextract')
    .description('read again what an older version of the rules read, and show what changes')
    .addOption(
      new Option('--dry-run', 'compare only; keep nothing').conflicts(['switch', 'discard']),
    )
    .addOption(
      new Option('--switch', 'make the new readings the ones that readers see').conflicts(
        'discard',
      ),
    )
    .option('--discard', 'delete new readings that wait')
    .option('--json', 'each paper that changes, then the counts, as JSON lines')
    .addHelpText(
      'after',
      '\nWithout a flag the new readings are kept beside the active ones and wait for `--switch`. It can be\n' +
        'killed and run again, beside a running server.\n\nExample:\n  claimgraph reextract --json > changes.jsonl\n' +
        '  claimgraph reextract --switch',
    );
  addSettings(command, [...STORE_FLAGS, 'workers']).action(run);
}

async function run(flags: ReextractFlags): Promise<void> {
  const { config } = settingsOf(flags);
  const stop = stopSignal('Stopping after the batch under way; run it again to go on.');
  const pool = createReaderPool(config.workers);
  const store = await openStore(config);
  let said = Date.now();
  try {
    const report = await reextract({
      ...{ store, pool, mode: modeOf(flags), signal: stop.signal },
      onProgress: (done, all) => {
        if (Date.now() - said < LINE_EVERY) return;
        said = Date.now();
        say(`${done} of ${all} papers read again`);
      },
      ...(flags.json
        ? { onDifference: (paper, differences) => writeLine({ paper, ...differences }) }
        : {}),
    });
    if (flags.json) await writeLine(report);
    else tell(report, flags);
    if (report.stopped) process.exitCode = EXIT.failed;
  } finally {
    await pool.close();
    await store.close();
    stop.release();
  }
}

function modeOf(flags: ReextractFlags): 'compare' | 'dry-run' | 'switch' | 'discard' {
  if (flags.dryRun) return 'dry-run';
  if (flags.discard) return 'discard';
  return flags.switch ? 'switch' : 'compare';
}

function tell(report: ReextractReport, flags: ReextractFlags): void {
  if (flags.discard) {
    say(`${report.discarded} waiting readings deleted.`);
    return;
  }
  say(
    `Version ${report.extractorVersion}: ${report.read} papers read again, ${report.compared} compared, ${report.changed} read differently.`,
  );
  for (const [table, { added, removed, altered, fields }] of Object.entries(report.differences)) {
    const often = Object.entries(fields).sort(([, a], [, b]) => b - a);
    const which = often.map(([field, count]) => `${field} ${count}`).join(', ');
    say(
      `  ${table}: ${added} added, ${removed} removed, ${altered} altered${which ? ` (${which})` : ''}`,
    );
  }
  if (flags.switch) say(`${report.switched} papers switched to it.`);
  else if (!flags.dryRun && report.compared > 0) {
    say('Readers still see the old readings: `claimgraph reextract --switch` changes over.');
  }
}
