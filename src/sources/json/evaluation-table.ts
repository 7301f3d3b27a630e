import { type JsonObject, objectAt, objectsAt, textAt } from './values.js';

/** Papers of all tables that are told apart; beyond, one may come twice. */
const MAX_SEEN = 1_000_000;
const MAX_SUBTASKS = 20;

/**
 * The rows of a task's tables, and of its subtasks', that name a paper which no earlier row named.
 *
 * @param seen papers named so far; added to
 */
export function papersOfTask(task: JsonObject, seen: Set<string>, depth = 0): JsonObject[] {
  if (depth > MAX_SUBTASKS) return [];
  const own = objectsAt(task, 'datasets').flatMap((dataset) => [
    ...objectsAt(objectAt(dataset, 'sota'), 'rows'),
    ...objectsAt(dataset, 'subdatasets').flatMap((part) =>
      objectsAt(objectAt(part, 'sota'), 'rows'),
    ),
  ]);
  const fresh = own.filter((row) => {
    const title = textAt(row, 'paper_title');
    const key = `${title}\n${textAt(row, 'paper_url')}`;
    if (title === null || seen.has(key)) return false;
    if (seen.size < MAX_SEEN) seen.add(key);
    return true;
  });
  return [
    ...fresh,
    ...objectsAt(task, 'subtasks').flatMap((subtask) => papersOfTask(subtask, seen, depth + 1)),
  ];
}
