import { type Command, InvalidArgumentError } from 'commander';
import { createReaderPool, retryRejects } from '../pipeline/index.js';
import {
  dropRejects,
  eachReject,
  openStore,
  type RejectFilter,
  type Store,
  writeTransaction,
} from '../store/index.js';
import { EXIT, say, writeLine } from './output.js';
import { addSettings, STORE_FLAGS, settingsOf } from './settings.js';
import { stopSignal } from './stop-signal.js';

interface RejectFlags extends Record<string, unknown> {
  readonly origin?: string;
  readonly source?: string;
  readonly json?: boolean;
  readonly all?: boolean;
  readonly limit?: number;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const SHOWN_RAW = 200;
const DROPPED_AT_ONCE = 500;

export function rejectsCommand(program: Command): void {
  const rejects = program
    .command('rejects')
    .description('records that could not be read or stored, each with its place and reason')
    .addHelpText('after', '\nExample:\n  claimgraph rejects list --origin papers.jsonl');
  const add = (name: string, description: string) => {
    const command = rejects
      .command(name)
      .description(description)
      .argument('[ids...]', 'ids of rejects; all that the flags name when left out', uuids)
      .option('--origin <text>', 'only those whose file or address contains the text')
      .option('--source <format>', 'only those that this format was read as')
      .option('--json', 'JSON lines on standard output');
    return addSettings(command, STORE_FLAGS);
  };
  add('list', 'show them, oldest first')
    .option('--limit <n>', 'at most so many', atLeastOne)
    .action((ids: string[], flags: RejectFlags) => list(filterOf(ids, flags), flags));
  addSettings(
    add('retry', 'read them again with this version; those that can be read are stored'),
    ['workers'],
  ).action((ids: string[], flags: RejectFlags) => retry(filterOf(ids, flags), flags));
  add('drop', 'delete them')
    .option('--all', 'really all of them, when nothing else narrows')
    .action((ids: string[], flags: RejectFlags, command: Command) => {
      if (ids.length === 0 && !flags.origin && !flags.source && !flags.all) {
        command.error('error: name ids, --origin or --source, or say --all');
      }
      return drop(filterOf(ids, flags), flags);
    });
}

function uuids(id: string, before: string[] = []): string[] {
  if (!UUID.test(id)) throw new InvalidArgumentError('It is no id of a reject.');
  return [...before, id];
}

function atLeastOne(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1) return number;
  throw new InvalidArgumentError('It must be a whole number from 1.');
}

function filterOf(ids: readonly string[], { origin, source }: RejectFlags): RejectFilter {
  return {
    ...(ids.length > 0 ? { ids } : {}),
    ...(origin === undefined ? {} : { origin }),
    ...(source === undefined ? {} : { source }),
  };
}

async function withStore(flags: RejectFlags, work: (store: Store) => Promise<void>): Promise<void> {
  const store = await openStore(settingsOf(flags).config);
  try {
    await work(store);
  } finally {
    await store.close();
  }
}

function list(filter: RejectFilter, flags: RejectFlags): Promise<void> {
  return withStore(flags, async ({ dataSource }) => {
    let count = 0;
    for await (const reject of eachReject(dataSource, filter)) {
      if (flags.limit !== undefined && count >= flags.limit) break;
      count++;
      if (flags.json) await writeLine(reject);
      else {
        const { id, origin, position, source, reason, raw } = reject;
        const start = raw.slice(0, SHOWN_RAW).replace(/\s+/g, ' ');
        const more = raw.length > SHOWN_RAW ? ' …' : '';
        await writeLine(`${id}  ${origin}, ${position} (${source}): ${reason}\n  ${start}${more}`);
      }
    }
    if (!flags.json) say(count === 1 ? '1 reject.' : `${count} rejects.`);
  });
}

function retry(filter: RejectFilter, flags: RejectFlags): Promise<void> {
  return withStore(flags, async (store) => {
    const stop = stopSignal('Stopping after the reject that is being read.');
    const pool = createReaderPool(settingsOf(flags).config.workers);
    try {
      const report = await retryRejects(store, pool, filter, stop.signal);
      if (flags.json) await writeLine(report);
      else say(`${report.tried} tried: ${report.solved} solved, ${report.remaining} remain.`);
      process.exitCode = report.remaining > 0 ? EXIT.rejects : EXIT.done;
    } finally {
      await pool.close();
      stop.release();
    }
  });
}

function drop(filter: RejectFilter, flags: RejectFlags): Promise<void> {
  return withStore(flags, async ({ dataSource }) => {
    let ids: string[] = [];
    let dropped = 0;
    const dropSome = async () => {
      await writeTransaction(dataSource, (manager) => dropRejects(manager, ids));
      dropped += ids.length;
      ids = [];
    };
    for await (const { id } of eachReject(dataSource, filter)) {
      ids.push(id);
      if (ids.length >= DROPPED_AT_ONCE) await dropSome();
    }
    await dropSome();
    if (flags.json) await writeLine({ dropped });
    else say(dropped === 1 ? '1 reject dropped.' : `${dropped} rejects dropped.`);
  });
}
