#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { EXIT, say } from './commands/output.js';
import { ClaimgraphError } from './domain/index.js';

type AddCommand = (program: Command) => void;

/** In the order of the help. Only the command that is asked for is loaded: most need no server. */
const COMMANDS: ReadonlyMap<string, () => Promise<AddCommand>> = new Map(
  Object.entries({
    serve: async () => (await import('./commands/serve.js')).serveCommand,
    ingest: async () => (await import('./commands/ingest.js')).ingestCommand,
    read: async () => (await import('./commands/read.js')).readCommand,
    extract: async () => (await import('./commands/extract.js')).extractCommand,
    export: async () => (await import('./commands/export.js')).exportCommand,
    eval: async () => (await import('./commands/eval.js')).evalCommand,
    rejects: async () => (await import('./commands/rejects.js')).rejectsCommand,
    worker: async () => (await import('./commands/worker.js')).workerCommand,
    reextract: async () => (await import('./commands/reextract.js')).reextractCommand,
    backup: async () => (await import('./commands/backup.js')).backupCommand,
    restore: async () => (await import('./commands/restore.js')).restoreCommand,
    forget: async () => (await import('./commands/forget.js')).forgetCommand,
    migrate: async () => (await import('./commands/migrate.js')).migrateCommand,
    config: async () => (await import('./commands/config.js')).configCommand,
  }),
);

/** A reader that has seen enough (`| head`) is no fault. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.done);
  throw error;
});

const { version } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
) as { version: string };

const program = new Command('claimgraph')
  .description('Reads what papers report and answers over GraphQL.')
  .version(version, '-v, --version')
  .exitOverride()
  .showHelpAfterError('(add --help for the options)');
const asked = COMMANDS.get(process.argv[2] ?? '');
for (const load of asked ? [asked] : COMMANDS.values()) (await load())(program);
for (const command of program.commands)
  command.exitOverride().showHelpAfterError('(add --help for the options)');

try {
  checkHelp(process.argv.slice(2));
  await program.parseAsync();
} catch (error) {
  process.exitCode = exitCodeOf(error);
}

/** `help` shows the help of all for a command that there is not. */
function checkHelp([command, about]: readonly string[]): void {
  if (command !== 'help' || about === undefined || about.startsWith('-')) return;
  if (about !== 'help' && !COMMANDS.has(about)) program.error(`error: unknown command '${about}'`);
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  if (error instanceof ClaimgraphError) {
    say(error.message);
    if (process.env.CLAIMGRAPH_DEBUG) say(String(error.stack));
    return error.detail.usage ? EXIT.usage : EXIT.failed;
  }
  say(`An unexpected fault: ${error instanceof Error ? error.message : String(error)}`);
  if (process.env.CLAIMGRAPH_DEBUG && error instanceof Error) say(String(error.stack));
  return EXIT.failed;
}
