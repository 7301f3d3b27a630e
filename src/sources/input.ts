import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { PassThrough, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { ClaimgraphError } from '../domain/index.js';

/** One file, or standard input, opened for reading. */
export interface Input {
  /** As a person knows it. */
  readonly name: string;
  readonly bytes: Readable;
  /** Null where it is not known. */
  readonly totalBytes: number | null;
}

const bad = (message: string, cause?: unknown): ClaimgraphError =>
  new ClaimgraphError('BAD_USER_INPUT', message, { cause });

/** The files that a path stands for: itself, or those of a folder in the order of their names. */
export async function inputPaths(path: string): Promise<string[]> {
  if (path === '-') return ['-'];
  const info = await stat(path).catch((error: unknown) => {
    throw bad(`${path}: there is no such file or folder.`, error);
  });
  if (!info.isDirectory()) return [path];
  const entries = await readdir(path, { withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && !entry.name.startsWith('.'));
  if (files.length === 0) throw bad(`${path}: the folder holds no files.`);
  return files.map((entry) => join(path, entry.name)).sort();
}

/** Opens one path. Errors of the file system come out of the stream, named after the path. */
export async function openInput(path: string): Promise<Input> {
  if (path === '-') return { name: 'standard input', bytes: process.stdin, totalBytes: null };
  const { size } = await stat(path);
  return { name: basename(path), bytes: createReadStream(path), totalBytes: size };
}

/** Unpacked text may be this many times its packed size before it is taken for a bomb, past `FREE_BYTES`. */
const MAX_RATIO = 200;
const FREE_BYTES = 64 * 1024 * 1024;

/** Unpacks gzip where the first bytes say so; anything else passes through. */
export async function* unpacked(
  bytes: AsyncIterable<Buffer>,
  name: string,
): AsyncGenerator<Buffer> {
  const iterator = bytes[Symbol.asyncIterator]();
  const first = await iterator.next();
  if (first.done) return;
  const rest = async function* (): AsyncGenerator<Buffer> {
    yield first.value;
    for (let next = await iterator.next(); !next.done; next = await iterator.next())
      yield next.value;
  };
  if (first.value[0] !== 0x1f || first.value[1] !== 0x8b) {
    yield* rest();
    return;
  }
  yield* gunzipped(rest(), name);
}

async function* gunzipped(packed: AsyncIterable<Buffer>, name: string): AsyncGenerator<Buffer> {
  const gunzip = createGunzip();
  let packedBytes = 0;
  let bytes = 0;
  const feed = new PassThrough();
  feed.on('error', (error) => gunzip.destroy(error));
  feed.pipe(gunzip);
  const writing = (async () => {
    for await (const chunk of packed) {
      packedBytes += chunk.length;
      if (!feed.write(chunk)) await new Promise((resolve) => feed.once('drain', resolve));
    }
    feed.end();
  })().catch((error: unknown) => feed.destroy(error as Error));
  try {
    for await (const chunk of gunzip) {
      bytes += (chunk as Buffer).length;
      if (bytes > FREE_BYTES && bytes > MAX_RATIO * packedBytes) {
        throw bad(
          `${name}: the gzip data unpacks to more than ${MAX_RATIO} times its size; it was not read further.`,
        );
      }
      yield chunk as Buffer;
    }
    await writing;
  } catch (error) {
    if (error instanceof ClaimgraphError) throw error;
    throw bad(`${name}: the gzip data is broken or cut off.`, error);
  } finally {
    gunzip.destroy();
    feed.destroy();
  }
}
