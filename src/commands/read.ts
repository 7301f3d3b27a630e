import type { Command } from 'commander';
import { EXIT, writeLine } from './output.js';
import { recordsOf } from './records.js';
import { addSourceOptions, INPUT_HELP, openOptionsOf, type SourceFlags } from './source-options.js';

export function readCommand(program: Command): void {
  const command = program
    .command('read')
    .description('print the papers as the source gives them, one JSON line each; nothing is stored')
    .argument('<input>', INPUT_HELP);
  addSourceOptions(command)
    .addHelpText('after', '\nExample:\n  claimgraph read papers.jsonl | head -1')
    .action(async (input: string, flags: SourceFlags) => {
      let rejects = 0;
      for await (const record of recordsOf(input, openOptionsOf(flags), () => rejects++))
        await writeLine(record);
      process.exitCode = rejects > 0 ? EXIT.rejects : EXIT.done;
    });
}
