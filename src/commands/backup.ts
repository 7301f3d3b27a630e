import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Command } from 'commander';
import { ClaimgraphError } from '../domain/index.js';
import { openStore, writeBackup } from '../store/index.js';
import { say, writeLine } from './output.js';
import { addSettings, STORE_FLAGS, settingsOf } from './settings.js';

export function backupCommand(program: Command): void {
  const command = program
    .command('backup')
    .description('write everything in the store, corrections included, as JSON lines')
    .argument('<file>', 'the file to write, gzipped if it ends in .gz; - for standard output')
    .addHelpText(
      'after',
      '\nIt is the store at one moment, whoever reads or writes meanwhile; `claimgraph restore` puts it into\n' +
        'any Postgres.\n\nExample:\n  claimgraph backup claimgraph.ndjson.gz',
    );
  addSettings(command, STORE_FLAGS).action(backup);
}

async function backup(file: string, flags: Record<string, unknown>): Promise<void> {
  const store = await openStore(settingsOf(flags).config);
  let papers = 0;
  try {
    const lines = writeBackup(store.dataSource, (count) => {
      papers = count;
    });
    if (file === '-') for await (const line of lines) await writeLine(line);
    else await writeFile(file, lines);
  } finally {
    await store.close();
  }
  say(`${papers} papers written${file === '-' ? '' : ` to ${file}`}.`);
}

/** Under another name first, so that what stands under `file` is always whole. */
async function writeFile(file: string, lines: AsyncIterable<string>): Promise<void> {
  const draft = `${file}.part`;
  const text = Readable.from(chunksOf(lines));
  const output = createWriteStream(draft, { mode: 0o600, flush: true });
  try {
    if (file.endsWith('.gz')) await pipeline(text, createGzip(), output);
    else await pipeline(text, output);
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (!code || !syscall) throw error;
    throw new ClaimgraphError('BAD_USER_INPUT', `${file} cannot be written (${code}).`, {
      cause: error,
    });
  }
}

const CHUNK = 64 * 1024;

async function* chunksOf(lines: AsyncIterable<string>): AsyncGenerator<Buffer> {
  let chunk = '';
  for await (const line of lines) {
    chunk += `${line}\n`;
    if (chunk.length < CHUNK) continue;
    yield Buffer.from(chunk);
    chunk = '';
  }
  yield Buffer.from(chunk);
}
