import { genericNameRow, nameCueRow, nameRow, taskRow, wordListRow } from './name-rows.js';
import { readRows } from './read-rows.js';

/** What the reading of names knows: known data sets, methods and tasks, words that tell a kind, words that are no name. */
export const DATASETS = readRows('datasets.json', nameRow);
export const METHODS = readRows('methods.json', nameRow);
export const TASKS = readRows('tasks.json', taskRow);
export const NAME_CUES = readRows('name-cues.json', nameCueRow);
export const GENERIC_NAMES = readRows('generic-names.json', genericNameRow);

/** The cues that go by an id. */
export const nameCues = (id: string) => NAME_CUES.filter((cue) => cue.id === id);

/** Words by list; asking for a list that is not there is a mistake of the code and throws. */
function wordLists(file: string): (id: string) => ReadonlySet<string> {
  const byId = new Map(readRows(file, wordListRow).map((row) => [row.id, new Set(row.words)]));
  return (id) => {
    const words = byId.get(id);
    if (!words) throw new Error(`knowledge/${file} has no list ${id}`);
    return words;
  };
}
export const nameWords = wordLists('name-words.json');
export const taskWords = wordLists('task-words.json');
