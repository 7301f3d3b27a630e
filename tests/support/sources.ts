import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { type OpenSource, openSources } from '../../src/sources/index.js';

let files = 0;

/** A file of JSON lines with this text, taken away after the test file. */
export function linesFile(text: string): string {
  const path = join(tmpdir(), `claimgraph-lines-${process.pid}-${++files}.jsonl`);
  writeFileSync(path, text);
  afterAll(() => rmSync(path, { force: true }));
  return path;
}

/** Opens a file as a command does. */
export async function openFile(path: string): Promise<OpenSource> {
  for await (const source of openSources(path)) return source;
  throw new Error(`${path} holds no source`);
}
