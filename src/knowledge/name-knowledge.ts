import { genericNameRow, nameCueRow, nameRow, taskRow } from './name-rows.js';
import { readRows } from './read-rows.js';

/** What the reading of names knows: known data sets, methods and tasks, words that tell a kind, words that are no name. */
export const DATASETS = readRows('datasets.json', nameRow);
export const METHODS = readRows('methods.json', nameRow);
export const TASKS = readRows('tasks.json', taskRow);
export const NAME_CUES = readRows('name-cues.json', nameCueRow);
export const GENERIC_NAMES = readRows('generic-names.json', genericNameRow);
