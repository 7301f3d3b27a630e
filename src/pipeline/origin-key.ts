import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { OpenSource, PagePosition } from '../sources/index.js';
import { hashOf, type RunPlace } from '../store/index.js';

/** Of a list's address, or of a file and its content; null for what cannot be read from the start again. */
export function originKeyOf({ name, format, position }: OpenSource): string | null {
  if (position() !== null) return hashOf(name, format);
  const path = resolve(name);
  const file = statSync(path, { throwIfNoEntry: false });
  return file?.isFile() ? hashOf(path, format, file.size, file.mtimeMs) : null;
}

/** Where a source is opened again, and how many of its items from there on are done with. */
export interface Restart {
  readonly from: PagePosition | null;
  readonly skip: number;
}

/** The place of a run in terms of its source: a list is asked for again from the page that it stood at. */
export function restartOf({ items, resumeAt }: RunPlace): Restart {
  if (resumeAt === null) return { from: null, skip: items };
  const from = JSON.parse(resumeAt) as PagePosition;
  return { from, skip: items - from.records };
}

/** What is kept of the place that a source stands at. */
export function resumeAtOf(source: OpenSource): string | null {
  const position = source.position();
  return position && JSON.stringify(position);
}
