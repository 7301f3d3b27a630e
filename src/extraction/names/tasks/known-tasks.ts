import { TASKS } from '../../../knowledge/name-knowledge.js';
import type { TaskRow } from '../../../knowledge/name-rows.js';
import type { Chunk } from '../chunks.js';

const MAX_CHUNKS = 6;

const byPhrase = new Map<string, TaskRow>();
const firstWords = new Set<string>();
/** What known tasks begin with, up to the end of a word: no phrase goes on with anything else. */
const beginnings = new Set<string>();
for (const row of TASKS) {
  for (const form of [row.name, ...row.aliases]) {
    const key = taskKey(form);
    byPhrase.set(key, row);
    const words = key.split(' ');
    firstWords.add(words[0] as string);
    for (let to = 1; to <= words.length; to++) beginnings.add(words.slice(0, to).join(' '));
  }
}

/** Case and hyphens folded: `text-to-image generation` and `text to image generation` are one. */
export function taskKey(surface: string): string {
  return surface.toLowerCase().replace(/[-‑–]/g, ' ');
}

/** Whether a known task may begin with a word, in lower case. */
export function beginsKnownTask(lower: string): boolean {
  const end = lower.search(/[\s\-‑–]/);
  return firstWords.has(end === -1 ? lower : lower.slice(0, end));
}

/** The longest known task that begins at a chunk, with the chunk that it ends before. */
export function knownTaskAt(
  chunks: readonly Chunk[],
  at: number,
): { to: number; row: TaskRow } | null {
  if (!(chunks[at] as Chunk).word.task.beginsKnown) return null;
  let joined = '';
  let best: { to: number; row: TaskRow } | null = null;
  for (let to = at + 1; to <= Math.min(chunks.length, at + MAX_CHUNKS); to++) {
    const chunk = chunks[to - 1] as Chunk;
    if (to > at + 1 && chunk.before !== '') break;
    joined += (to > at + 1 ? ' ' : '') + chunk.word.taskKey;
    if (!beginnings.has(joined)) break;
    const row = byPhrase.get(joined);
    if (row) best = { to, row };
    if (chunk.after !== '') break;
  }
  return best;
}
