import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { OpenSource } from '../sources/index.js';
import { hashOf } from '../store/index.js';

/** Of a file and its content; null for what cannot be read from the start again. */
export function originKeyOf({ name, format }: OpenSource): string | null {
  const path = resolve(name);
  const file = statSync(path, { throwIfNoEntry: false });
  return file?.isFile() ? hashOf(path, format, file.size, file.mtimeMs) : null;
}
