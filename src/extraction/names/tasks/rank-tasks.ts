import type { FieldText } from '../../../domain/index.js';
import { taskWords } from '../../../knowledge/name-knowledge.js';
import type { TaskRow } from '../../../knowledge/name-rows.js';
import type { Chunk } from '../chunks.js';
import type { TaskPhrase } from './task-phrases.js';

export interface Place {
  readonly field: FieldText;
  readonly chunks: readonly Chunk[];
  readonly phrase: TaskPhrase;
  readonly start: number;
  readonly end: number;
}

/** One task with every place it stands at. */
export interface TaskEntry {
  readonly key: string;
  readonly row: TaskRow | null;
  readonly places: Place[];
}

export interface RankedTask {
  readonly entry: TaskEntry;
  readonly score: number;
}

const CUE_AFTER = taskWords('cue.after');
const CUE_BEFORE = taskWords('cue.before');
const TITLE_MEANS = taskWords('title.means');
const WEAK_HEADS = taskWords('head.weak');

const WEIGHTS = {
  title: 2,
  titleFor: 2.3,
  titleMeans: 0.5,
  titleHead: 1.2,
  again: 0.5,
  maxAgain: 1.5,
  after: 0.7,
  before: 0.3,
  taskList: 1,
  problem: 0.8,
  technique: -0.6,
  weak: -0.3,
  long: -0.4,
  threshold: 1.3,
};

/** Scores the tasks by where they stand and what stands beside them; those too weak are left out. */
export function rankTasks(entries: readonly TaskEntry[]): RankedTask[] {
  const ranked = entries
    .map((entry) => ({ entry, score: scoreOf(entry) }))
    .filter(({ score }) => score >= WEIGHTS.threshold)
    .sort((a, b) => b.score - a.score || (a.entry.key < b.entry.key ? -1 : 1));
  return withoutParts(ranked);
}

function scoreOf({ key, row, places }: TaskEntry): number {
  const words = key.split(' ');
  let score = Math.max(...places.map(titleScore));
  score += Math.min(WEIGHTS.maxAgain, WEIGHTS.again * (places.length - 1));
  if (row)
    score +=
      (row.kind === 'technique' ? WEIGHTS.technique : WEIGHTS.problem) *
      (row.name.length >= key.length - 1 ? 1 : 0.5);
  else if (WEAK_HEADS.has(words.at(-1) as string)) score += WEIGHTS.weak;
  if (words.length > 5) score += WEIGHTS.long;
  return score + Math.max(...places.map(cueScore));
}

/** In a title, what stands after "for" is the task, after "via" the means. */
function titleScore({ field, chunks, phrase }: Place): number {
  if (field.field !== 'title') return 0;
  for (let at = phrase.from - 1; at >= 0; at--) {
    const { lower, after } = chunks[at] as Chunk;
    if (after.includes(':')) break;
    if (lower === 'for') return WEIGHTS.titleFor;
    if (TITLE_MEANS.has(lower)) return WEIGHTS.titleMeans;
  }
  const colon = chunks.findIndex(({ after }) => after.includes(':'));
  return phrase.to <= colon ? WEIGHTS.titleHead : WEIGHTS.title;
}

/** What the words beside one place say: `for X`, `X tasks`, `tasks such as X`. */
function cueScore({ chunks, phrase }: Place): number {
  const before = chunks[phrase.from - 1];
  const after = chunks[phrase.to];
  const last = chunks[phrase.to - 1] as Chunk;
  let score = 0;
  if (after && last.after === '' && CUE_AFTER.has(after.lower)) score += WEIGHTS.after;
  if (before && CUE_BEFORE.has(before.lower) && before.after === '') score += WEIGHTS.before;
  if (inTaskList(chunks, phrase.from)) score += WEIGHTS.taskList;
  return score;
}

const LIST_REACH = 24;
const LIST_NOUN = /^(?:tasks|problems|applications|domains|subtasks|areas|scenarios|challenges)$/;
const LIST_OPENER = /^(?:such|including|like|namely|i\.e|e\.g|includes?|—|–|-)$/;

/** `tasks such as A, B and C`, `tasks (A, B)`: every member, as far as the sentence goes. */
function inTaskList(chunks: readonly Chunk[], from: number): boolean {
  let opened = false;
  for (let at = from - 1; at >= Math.max(0, from - LIST_REACH); at--) {
    const chunk = chunks[at] as Chunk;
    if (/[.;!?]/.test(chunk.after)) return false;
    if (LIST_NOUN.test(chunk.lower))
      return opened || /[:]/.test(chunk.after) || (chunks[at + 1]?.before ?? '').includes('(');
    opened ||= LIST_OPENER.test(chunk.lower);
  }
  return false;
}

/** A phrase inside a longer one that scores at least as much is the same task said shortly. */
function withoutParts(ranked: readonly RankedTask[]): RankedTask[] {
  return ranked.filter(
    ({ entry, score }) =>
      !ranked.some(
        (other) =>
          other.entry.key !== entry.key &&
          other.entry.key.endsWith(` ${entry.key}`) &&
          other.score >= score,
      ),
  );
}
