#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { backupCommand } from './commands/backup.js';
import { configCommand } from './commands/config.js';
import { evalCommand } from './commands/eval.js';
import { extractCommand } from './commands/extract.js';
import { forgetCommand } from './commands/forget.js';
import { ingestCommand } from './commands/ingest.js';
import { migrateCommand } from './commands/migrate.js';
import { EXIT, say } from './commands/output.js';
import { readCommand } from './commands/read.js';
import { reextractCommand } from './commands/reextract.js';
import { rejectsCommand } from './commands/rejects.js';
import { restoreCommand } from './commands/restore.js';
import { serveCommand } from './commands/serve.js';
import { workerCommand } from './commands/worker.js';
import { ClaimgraphError } from './domain/index.js';

const COMMANDS = [
  serveCommand,
  ingestCommand,
  readCommand,
  extractCommand,
  evalCommand,
  rejectsCommand,
  workerCommand,
  reextractCommand,
  backupCommand,
  restoreCommand,
  forgetCommand,
  migrateCommand,
  configCommand,
];

/** A reader that has seen enough (`| head`) is no fault. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.done);
  throw error;
});

const program = new Command('claimgraph')
  .description('Reads what papers report and answers over GraphQL.')
  .exitOverride()
  .showHelpAfterError('(add --help for the options)');
for (const add of COMMANDS) add(program);
for (const command of program.commands)
  command.exitOverride().showHelpAfterError('(add --help for the options)');

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = exitCodeOf(error);
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  if (error instanceof ClaimgraphError) {
    say(error.message);
    if (process.env.CLAIMGRAPH_DEBUG) say(String(error.stack));
    return EXIT.failed;
  }
  say(`An unexpected fault: ${error instanceof Error ? error.message : String(error)}`);
  if (process.env.CLAIMGRAPH_DEBUG && error instanceof Error) say(String(error.stack));
  return EXIT.failed;
}
