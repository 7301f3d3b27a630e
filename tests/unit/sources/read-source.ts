import type { PaperRecord } from '../../../src/domain/index.js';
import {
  type OpenOptions,
  type OpenSource,
  openSources,
  type Reject,
  type SourceItem,
} from '../../../src/sources/index.js';
import type { Input } from '../../../src/sources/input/open-input.js';
import { openInputAs } from '../../../src/sources/open-source.js';

export interface Reading {
  readonly format: string;
  readonly items: readonly SourceItem[];
  readonly records: readonly PaperRecord[];
  readonly rejects: readonly Reject[];
}

/** Reads the one file that a path stands for to its end. */
export async function readSource(path: string, options?: OpenOptions): Promise<Reading> {
  for await (const source of openSources(path, options)) return readAll(source);
  throw new Error(`${path} holds no file`);
}

/** Reads bytes to their end as if they were a file of that name. */
export async function readBytes(
  name: string,
  bytes: Buffer,
  { format = 'auto', pieceBytes = 64 * 1024 } = {},
): Promise<Reading> {
  return readAll(await openInputAs(inputOf(name, bytes, pieceBytes), name, format));
}

function inputOf(name: string, bytes: Buffer, pieceBytes: number): Input {
  async function* pieces(): AsyncGenerator<Buffer> {
    for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
  }
  return { name, bytes: pieces(), totalBytes: bytes.length };
}

async function readAll(source: OpenSource): Promise<Reading> {
  const items: SourceItem[] = [];
  for await (const item of source.items()) items.push(item);
  return {
    format: source.format,
    items,
    records: items.flatMap((item) => ('record' in item ? item.record : [])),
    rejects: items.flatMap((item) => ('reject' in item ? item.reject : [])),
  };
}
