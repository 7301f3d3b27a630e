import type { PaperRecord } from '../../../src/domain/index.js';
import { type OpenOptions, openSources, type Reject } from '../../../src/sources/index.js';

export interface Reading {
  readonly format: string;
  /** The papers in the order of the input; null for one with neither title nor abstract. */
  readonly items: readonly (PaperRecord | null)[];
  readonly records: readonly PaperRecord[];
  readonly rejects: readonly Reject[];
}

/** Reads the one file that a path stands for to its end. */
export async function readSource(path: string, options?: OpenOptions): Promise<Reading> {
  const items: (PaperRecord | null)[] = [];
  const rejects: Reject[] = [];
  let format = '';
  for await (const source of openSources(path, options)) {
    format = source.format;
    for await (const item of source.items()) {
      if ('record' in item) items.push(item.record);
      else {
        rejects.push(item.reject);
        if (/neither a title nor an abstract/.test(item.reject.reason)) items.push(null);
      }
    }
  }
  return { format, items, records: items.filter((item) => item !== null), rejects };
}
