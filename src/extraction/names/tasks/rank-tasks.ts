import type { FieldText } from '../../../domain/index.js';
import type { TaskRow } from '../../../knowledge/name-rows.js';
import type { Chunk } from '../chunks.js';
import { endsOf, type TaskFeature, type TaskKeys, taskFeatures } from './task-features.js';
import type { TaskPhrase } from './task-phrases.js';

export interface Place {
  readonly field: FieldText;
  readonly chunks: readonly Chunk[];
  readonly phrase: TaskPhrase;
  /** Where the field begins to speak of the paper itself. */
  readonly ownPart: number;
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

/** What each feature adds; a task is kept from 0 on. Set on annotated abstracts, then rounded. */
const WEIGHTS: Readonly<Record<TaskFeature, number>> = {
  bias: -1,
  titleFor: 1.85,
  title: 1.45,
  titleHead: 0.7,
  titleMeans: -0.1,
  again: 0.5,
  after: 0.65,
  before: 0.75,
  taskList: 0.9,
  subject: 1.3,
  proposal: 0.3,
  problem: 1.6,
  problemWithin: 0.3,
  technique: 0.1,
  techniqueWithin: -0.05,
  field: -1.4,
  fieldWithin: -0.7,
  tail: -2.5,
  of: -0.9,
  gerund: -1.3,
  gerundTitle: 0.45,
  weakHead: -0.7,
  strongHead: 1,
  single: -1.1,
  techniqueSingle: -1.2,
  long: -0.8,
  background: 0.1,
  results: 0.4,
  part: 0.7,
  whole: 0.4,
  capitals: -1,
};

/** Scores the tasks by where they stand and what stands beside them; those too weak are left out. */
export function rankTasks(entries: readonly TaskEntry[]): RankedTask[] {
  const keys: TaskKeys = {
    whole: new Set(entries.map(({ key }) => key)),
    ends: new Set(entries.flatMap(({ key }) => endsOf(key))),
  };
  const ranked = entries
    .map((entry) => ({ entry, score: scoreOf(entry, keys) }))
    .filter(({ score }) => score >= 0)
    .sort((a, b) => b.score - a.score || (a.entry.key < b.entry.key ? -1 : 1));
  return withoutParts(ranked);
}

function scoreOf(entry: TaskEntry, keys: TaskKeys): number {
  let score = 0;
  for (const [feature, value] of taskFeatures(entry, keys)) score += WEIGHTS[feature] * value;
  return score;
}

/** A phrase that a longer one ends in which scores at least as much is the same task said shortly. */
function withoutParts(ranked: readonly RankedTask[]): RankedTask[] {
  const best = new Map<string, number>();
  for (const { entry, score } of ranked)
    for (const end of endsOf(entry.key)) best.set(end, Math.max(best.get(end) ?? -1, score));
  return ranked.filter(({ entry, score }) => (best.get(entry.key) ?? -1) < score);
}
