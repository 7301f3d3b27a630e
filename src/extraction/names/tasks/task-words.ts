import { taskWords } from '../../../knowledge/name-knowledge.js';
import { beginsKnownTask, taskKey } from './known-tasks.js';
import { isModifier, isStripped, type PlainWord } from './modifiers.js';

/** What the reading of tasks makes of one word. */
export interface TaskWord {
  readonly key: string;
  readonly beginsKnown: boolean;
  /** A noun that a task's name may end in; `compound` with its modifier in one: `question-answering`. */
  readonly head: 'plain' | 'compound' | null;
  readonly modifier: boolean;
  readonly stripped: boolean;
  readonly gerund: boolean;
}

const HEADS = taskWords('head');
const STOP = taskWords('stop');
const GERUNDS = taskWords('gerund');

export function readTaskWord(word: PlainWord): TaskWord {
  const { lower } = word;
  return {
    key: taskKey(lower),
    beginsKnown: beginsKnownTask(lower),
    head: isCompound(lower) ? 'compound' : HEADS.has(lower) ? 'plain' : null,
    modifier: isModifier(word),
    stripped: isStripped(lower),
    gerund: GERUNDS.has(lower),
  };
}

function isCompound(lower: string): boolean {
  const at = lower.lastIndexOf('-');
  if (at < 3 || lower.includes('/')) return false;
  return HEADS.has(lower.slice(at + 1)) && !STOP.has(lower.slice(0, at));
}
