import type { FieldText, TaskMention } from '../../../domain/index.js';
import { toOriginal } from '../../spans.js';
import type { Chunk } from '../chunks.js';
import { type Place, rankTasks, type TaskEntry } from './rank-tasks.js';
import { taskKey, taskPhrasesOf } from './task-phrases.js';

const MAX_TASKS = 8;

/** A field with its chunks, and the places in its clean text that other names take up. */
export interface ChunkedField {
  readonly field: FieldText;
  readonly chunks: readonly Chunk[];
  readonly taken: readonly { readonly start: number; readonly end: number }[];
}

/** Finds the tasks that a paper is about, main ones first, at most eight. */
export function readTasks(fields: readonly ChunkedField[]): TaskMention[] {
  const entries = new Map<string, TaskEntry>();
  for (const { field, chunks, taken } of fields) {
    for (const phrase of taskPhrasesOf(chunks)) {
      const start = (chunks[phrase.from] as Chunk).start;
      const end = (chunks[phrase.to - 1] as Chunk).end;
      if (taken.some((name) => name.end === end || (name.start < start && end < name.end)))
        continue;
      const key = taskKey(field.clean.slice(start, end));
      const place: Place = { field, chunks, phrase, start, end };
      const entry = entries.get(key) ?? { key, row: phrase.row, places: [] };
      entry.places.push(place);
      entries.set(key, entry);
    }
  }
  return rankTasks([...entries.values()])
    .slice(0, MAX_TASKS)
    .map(({ entry, score }) => mention(entry, score));
}

function mention({ row, places }: TaskEntry, score: number): TaskMention {
  const spans = places.map(({ field, start, end }) => toOriginal(field, start, end));
  // The form inside a sentence is the natural one: `Object Detection` in a title is a spelling of it.
  const at = Math.max(
    0,
    spans.findIndex(({ field }) => field === 'abstract'),
  );
  const span = spans[at];
  return {
    name: (places[at] as Place).field.original.slice(span?.start, span?.end),
    aliases: [],
    role: 'task',
    spans,
    rule: row ? 'task.known' : 'task.head',
    confidence: Math.min(0.9, 0.3 + 0.12 * score),
  };
}
