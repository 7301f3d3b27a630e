import { TASKS } from '../../../knowledge/name-knowledge.js';
import type { TaskRow } from '../../../knowledge/name-rows.js';
import type { Chunk } from '../chunks.js';

const MAX_CHUNKS = 6;

const byPhrase = new Map<string, TaskRow>();
const firstWords = new Set<string>();
for (const row of TASKS) {
  for (const form of [row.name, ...row.aliases]) {
    const key = taskKey(form);
    byPhrase.set(key, row);
    firstWords.add(key.split(' ', 1)[0] as string);
  }
}

/** Case and hyphens folded: `text-to-image generation` and `text to image generation` are one. */
export function taskKey(surface: string): string {
  return surface.toLowerCase().replace(/[-‑–]/g, ' ');
}

/** The longest known task that begins at a chunk, with the chunk that it ends before. */
export function knownTaskAt(
  chunks: readonly Chunk[],
  at: number,
): { to: number; row: TaskRow } | null {
  const [first = ''] = /^[^\s\-‑–]*/.exec((chunks[at] as Chunk).lower) ?? [];
  if (!firstWords.has(first)) return null;
  let joined = '';
  let best: { to: number; row: TaskRow } | null = null;
  for (let to = at + 1; to <= Math.min(chunks.length, at + MAX_CHUNKS); to++) {
    const chunk = chunks[to - 1] as Chunk;
    if (to > at + 1 && chunk.before !== '') break;
    joined += (to > at + 1 ? ' ' : '') + taskKey(chunk.text);
    const row = byPhrase.get(joined);
    if (row) best = { to, row };
    if (chunk.after !== '') break;
  }
  return best;
}
