import type { FieldText, TaskMention } from '../../../domain/index.js';
import { toOriginal } from '../../spans.js';
import type { Chunk } from '../chunks.js';
import { taskKey } from './known-tasks.js';
import { type Place, rankTasks, type TaskEntry } from './rank-tasks.js';
import { type TaskPhrase, taskPhrasesOf } from './task-phrases.js';

const MAX_TASKS = 8;

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A field with its chunks, and the places in its clean text that other names take up. */
export interface ChunkedField {
  readonly field: FieldText;
  readonly chunks: readonly Chunk[];
  readonly taken: readonly Stretch[];
  /** Where the field begins to speak of the paper itself. */
  readonly ownPart: number;
}

/** Finds the tasks that a paper is about, main ones first, at most eight. */
export function readTasks(fields: readonly ChunkedField[]): TaskMention[] {
  const entries = new Map<string, TaskEntry>();
  for (const { field, chunks, taken, ownPart } of fields) {
    const isTaken = takenBy(taken);
    for (const phrase of taskPhrasesOf(chunks)) {
      const start = (chunks[phrase.from] as Chunk).start;
      const end = (chunks[phrase.to - 1] as Chunk).end;
      if (isTaken(start, end)) continue;
      const key = keyOf(phrase, field.clean.slice(start, end));
      const place: Place = { field, chunks, phrase, ownPart, start, end };
      const entry = entries.get(key) ?? { key, row: phrase.row, places: [] };
      entry.places.push(place);
      entries.set(key, entry);
    }
  }
  return rankTasks([...entries.values()])
    .slice(0, MAX_TASKS)
    .map(({ entry, score }) => mention(entry, score));
}

/** Known tasks by their row, so that `QA` and `question answering` are one. */
function keyOf({ row }: TaskPhrase, surface: string): string {
  const key = taskKey(surface);
  const whole = row !== null && [row.name, ...row.aliases].some((form) => taskKey(form) === key);
  return whole ? taskKey(row.name) : key;
}

function mention({ key, row, places }: TaskEntry, score: number): TaskMention {
  const spans = places.map(({ field, start, end }) => toOriginal(field, start, end));
  // The full form inside a sentence is the natural one: `Object Detection` in a title is a spelling of it.
  const full = (at: number): boolean => {
    const { field, start, end } = places[at] as Place;
    return taskKey(field.clean.slice(start, end)) === key;
  };
  const inAbstract = spans.findIndex(({ field }, place) => field === 'abstract' && full(place));
  const at =
    inAbstract === -1
      ? Math.max(
          0,
          places.findIndex((_, place) => full(place)),
        )
      : inAbstract;
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

/** Whether a phrase ends with a name or lies within one; the names are sorted and free of overlap. */
function takenBy(names: readonly Stretch[]): (start: number, end: number) => boolean {
  return (start, end) => {
    let [low, high] = [0, names.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((names[middle] as Stretch).end < end) low = middle + 1;
      else high = middle;
    }
    const name = names[low];
    return name !== undefined && (name.end === end || (name.start < start && end < name.end));
  };
}
