import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { ClaimgraphError } from '../../domain/index.js';

/** One file, or standard input, opened for reading. */
export interface Input {
  /** As a person knows it. */
  readonly name: string;
  readonly bytes: AsyncIterable<Buffer>;
  /** Null where it is not known. */
  readonly totalBytes: number | null;
}

const bad = (message: string, cause?: unknown): ClaimgraphError =>
  new ClaimgraphError('BAD_USER_INPUT', message, { cause });

/** The files that a path stands for: itself, or those of a folder and the folders in it, in the order of their
 * paths; hidden ones are passed over. */
export async function inputPaths(path: string): Promise<string[]> {
  if (path === '-') return ['-'];
  const info = await stat(path).catch((error: unknown) => {
    throw bad(`${path}: there is no such file or folder.`, error);
  });
  if (!info.isDirectory()) return [path];
  const entries = await readdir(path, { withFileTypes: true, recursive: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !/(?:^|[\\/])\./.test(relative(path, file)));
  if (files.length === 0) throw bad(`${path}: the folder holds no files.`);
  return files.sort();
}

/** Opens one path. Errors of the file system come out of the stream, named after the path. */
export async function openInput(path: string): Promise<Input> {
  if (path === '-') return { name: 'standard input', bytes: process.stdin, totalBytes: null };
  const { size } = await stat(path);
  return { name: basename(path), bytes: createReadStream(path), totalBytes: size };
}
