import type { Command } from 'commander';
import { ClaimgraphError } from '../domain/index.js';
import { parseArxivId, parseDoi } from '../sources/identifiers.js';
import {
  forgetPapers,
  openStore,
  papersNamed,
  remember,
  writeTransaction,
} from '../store/index.js';
import { say, writeLine } from './output.js';
import { addSettings, STORE_FLAGS, settingsOf } from './settings.js';

interface ForgetFlags extends Record<string, unknown> {
  readonly reason: string;
  readonly undo?: boolean;
  readonly inAdvance?: boolean;
  readonly json?: boolean;
}

export function forgetCommand(program: Command): void {
  const command = program
    .command('forget')
    .description('take a paper out, with all that was read from it, and never let it in again')
    .argument('<paper>', 'arXiv id, DOI, OpenAlex id (W…), key (s2:…, json:…) or id of the paper')
    .option('--reason <text>', 'kept with its ids', 'withdrawn')
    .option('--in-advance', 'also a paper that is not stored: it will not be let in')
    .option('--undo', 'let it in again with the next ingest')
    .option('--json', 'what was done as one JSON line on standard output')
    .addHelpText(
      'after',
      '\nExample:\n  claimgraph forget 2401.01234 --reason "asked by the authors"',
    );
  addSettings(command, STORE_FLAGS).action(forget);
}

async function forget(name: string, flags: ForgetFlags): Promise<void> {
  const store = await openStore(settingsOf(flags).config);
  try {
    const keys = keysNamed(name);
    if (flags.undo) {
      const count = await writeTransaction(store.dataSource, (manager) => remember(manager, keys));
      if (count === 0) throw unknown(name, 'was not forgotten');
      if (flags.json) return await writeLine({ remembered: keys });
      return say(`${name} may come in again.`);
    }
    const papers = await writeTransaction(store.dataSource, async (manager) => {
      const found = await papersNamed(manager, [name, ...keys]);
      if (found.length === 0 && keys.length === 0) throw unknown(name, 'is not stored');
      if (found.length === 0 && !flags.inAdvance) {
        throw new ClaimgraphError(
          'BAD_USER_INPUT',
          `${name} is not stored; with --in-advance it will never be let in.`,
        );
      }
      await forgetPapers(manager, found, keys, flags.reason);
      return found;
    });
    if (flags.json) return await writeLine({ forgotten: papers, refused: keys });
    for (const { title, keys: own } of papers)
      say(`Forgotten: ${title ?? own[0]} (${own.join(', ')}).`);
    if (papers.length === 0) say(`${name} is not stored; it will not be let in.`);
  } finally {
    await store.close();
  }
}

const KEY = /^[a-z][a-z0-9-]*:\S/;

/** The keys that a person can mean by a name. */
function keysNamed(name: string): string[] {
  const arxiv = parseArxivId(name);
  if (arxiv) return [`arxiv:${arxiv.id}`];
  if (/^W\d+$/.test(name)) return [`openalex:${name}`];
  if (KEY.test(name) && !name.startsWith('http')) return [name];
  const doi = parseDoi(name);
  return doi ? [`doi:${doi}`] : [];
}

function unknown(name: string, what: string): ClaimgraphError {
  return new ClaimgraphError(
    'BAD_USER_INPUT',
    `${name} ${what}: name a paper by its arXiv id, DOI, OpenAlex id, key or id.`,
  );
}
