import { pipeline } from 'node:stream/promises';
import { Argument, type Command, Option } from 'commander';
import { EXPORT_FORMATS, type ExportFormat, exportFormatter } from '../http/export-formats.js';
import { EXPORTS, type ExportName, exportColumns, exportRows, openStore } from '../store/index.js';
import { addSettings, STORE_FLAGS, settingsOf } from './settings.js';

export function exportCommand(program: Command): void {
  const command = program
    .command('export')
    .description('write all rows of the views v_results or v_papers to standard output')
    .addArgument(new Argument('<rows>', 'which rows').choices([...EXPORTS]))
    .addOption(new Option('--to <format>', 'the form').choices([...EXPORT_FORMATS]).default('csv'))
    .addHelpText('after', '\nExample:\n  claimgraph export results --to csv > results.csv');
  addSettings(command, STORE_FLAGS).action(writeRows);
}

async function writeRows(
  name: ExportName,
  flags: Record<string, unknown> & { to: ExportFormat },
): Promise<void> {
  const store = await openStore(settingsOf(flags).config);
  try {
    const columns = await exportColumns(store.dataSource, name);
    const rows = await exportRows(store.dataSource, name);
    await pipeline(rows, exportFormatter(flags.to, columns), process.stdout, { end: false });
  } finally {
    await store.close();
  }
}
