import type { Command } from 'commander';
import { EXIT, writeLine } from './output.js';
import { recordsOf } from './records.js';

export function readCommand(program: Command): void {
  program
    .command('read')
    .description('print the papers as the source gives them, one JSON line each; nothing is stored')
    .argument('<file>', 'a file, a folder, or - for standard input')
    .option('--format <name>', 'the format; found by looking at the content when left out', 'auto')
    .addHelpText('after', '\nExample:\n  claimgraph read papers.jsonl | head -1')
    .action(async (file: string, options: { format: string }) => {
      let rejects = 0;
      for await (const record of recordsOf(file, options.format, () => rejects++))
        await writeLine(record);
      process.exitCode = rejects > 0 ? EXIT.rejects : EXIT.done;
    });
}
