import { taskWords } from '../../../knowledge/name-knowledge.js';
import { beginsKnownTask } from './known-tasks.js';
import { isModifier, isStripped, type PlainWord } from './modifiers.js';

/** What the reading of tasks makes of one word. */
export interface TaskWord {
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
  return shared({
    beginsKnown: beginsKnownTask(lower),
    head: isCompound(lower) ? 'compound' : HEADS.has(lower) ? 'plain' : null,
    modifier: isModifier(word),
    stripped: isStripped(lower),
    gerund: GERUNDS.has(lower),
  });
}

const SHARED = new Map<string, TaskWord>();

/** One for all words that are alike: thousands of words are kept, and most are. */
function shared(word: TaskWord): TaskWord {
  const { beginsKnown, head, modifier, stripped, gerund } = word;
  const key = `${beginsKnown} ${head} ${modifier} ${stripped} ${gerund}`;
  const known = SHARED.get(key);
  if (!known) SHARED.set(key, word);
  return known ?? word;
}

function isCompound(lower: string): boolean {
  const at = lower.lastIndexOf('-');
  if (at < 3 || lower.includes('/')) return false;
  return HEADS.has(lower.slice(at + 1)) && !STOP.has(lower.slice(0, at));
}
