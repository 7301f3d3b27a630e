import type { Command } from 'commander';
import { createPaperReader, describeMetric } from '../pipeline/index.js';
import { openStore, restoreBackup } from '../store/index.js';
import { linesOfFile } from './input-lines.js';
import { say, writeLine } from './output.js';
import { addSettings, STORE_FLAGS, settingsOf } from './settings.js';

interface RestoreFlags extends Record<string, unknown> {
  readonly merge?: boolean;
  readonly json?: boolean;
}

const LINE_EVERY = 10_000;

export function restoreCommand(program: Command): void {
  const command = program
    .command('restore')
    .description('put a backup into an empty store; all of it or, when it is broken, nothing')
    .argument('<file>', 'a file of `claimgraph backup`, gzipped or not; - for standard input')
    .option('--merge', 'into a store that is not empty: papers that both have become one')
    .option('--json', 'the counts as one JSON line on standard output')
    .addHelpText(
      'after',
      '\nExample:\n  claimgraph restore claimgraph.ndjson.gz --data-folder new',
    );
  addSettings(command, STORE_FLAGS).action(restore);
}

async function restore(file: string, flags: RestoreFlags): Promise<void> {
  const store = await openStore(settingsOf(flags).config);
  let said = Date.now();
  try {
    const report = await restoreBackup(store.dataSource, linesOfFile(file), {
      merge: flags.merge ?? false,
      context: { reader: createPaperReader(), describeMetric },
      onPapers: (papers) => {
        if (Date.now() - said < LINE_EVERY) return;
        said = Date.now();
        say(`${papers} papers`);
      },
    });
    if (flags.json) return await writeLine(report);
    const { papers, correctionsLeftOut } = report;
    const left =
      correctionsLeftOut > 0
        ? ` ${correctionsLeftOut} corrections were left out: the store has its own of the same results.`
        : '';
    say(`${papers} papers restored.${left}`);
  } finally {
    await store.close();
  }
}
