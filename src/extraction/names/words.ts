import { nameWords } from '../../knowledge/name-knowledge.js';
import { remembered } from '../text/remembered.js';
import {
  familyOf,
  genericWords,
  isGenericName,
  type KnownForm,
  type KnownWord,
  knownRow,
  readKnownWord,
} from './known-names.js';
import { type NameCore, nameCore } from './name-core.js';
import { type NameShape, nameShape } from './name-shape.js';
import { mayPropose } from './proposals.js';
import { taskKey } from './tasks/known-tasks.js';
import { readTaskWord, type TaskWord } from './tasks/task-words.js';

/** What a word says wherever it stands. */
export interface Word extends KnownWord {
  readonly text: string;
  readonly lower: string;
  readonly generic: boolean;
  /** Of how many words the longest generic name is that begins with it; 1 where none does. */
  readonly genericWords: number;
  readonly shape: NameShape;
  /** Its shape as first word of a sentence. */
  readonly firstShape: NameShape;
  /** The known name that it is a variant of. */
  readonly family: KnownForm | null;
  /** An address or a function word, which is no name. */
  readonly excluded: boolean;
  readonly compound: Compound | null;
  /** An adjective made of an ordinary word, which may begin a name in capitals: `Sharpness-aware`. */
  readonly qualifies: boolean;
  /** A word that begins sentences, but within one a name in capitals: `Background`. */
  readonly opensRun: boolean;
  /** A small word that may stand within a name in capitals. */
  readonly small: boolean;
  readonly capitalised: boolean;
  readonly mayPropose: boolean;
  /** As known tasks are looked up: `text to image`. */
  readonly taskKey: string;
  readonly task: TaskWord;
}

/** A word with a hyphen that holds a name: `SAMI-trained`. */
export interface Compound {
  readonly part: NameCore;
  /** The known name that its part is, or is a variant of. */
  readonly known: KnownForm | null;
  /** The shape of its part; `none` for a part that is no name. */
  readonly shape: NameShape;
  /** Begins a run of capitals: `Quantization-Aware Scaling`. */
  readonly inCapitals: boolean;
}

const FUNCTION_WORDS = nameWords('function-word');
const SMALL = nameWords('run.small');
const OPENERS = nameWords('run.opener');
// Most words, of which much need not be asked: such a one has no shape, no digit and no hyphen.
const SMALL_LETTERS = /^[a-z]+$/;
const QUALIFIED = /^\p{Lu}\p{Ll}+(?:-\p{Ll}+)+$/u;

/** What is said of a word by its letters and by the lists alone. */
export const wordAt: (text: string, from: number, to: number) => Word = remembered((text) => {
  const plain = SMALL_LETTERS.test(text);
  const lower = plain ? text : text.toLowerCase();
  const { folded, goesOn, known } = readKnownWord(text);
  const shape = plain ? 'none' : nameShape(text, false);
  return {
    text,
    lower,
    // One string for both where they are alike, as they mostly are.
    folded: folded === lower ? lower : folded,
    goesOn,
    known,
    generic: isGenericName(text),
    genericWords: genericWords(text),
    shape,
    firstShape: shape === 'capital' ? nameShape(text, true) : shape,
    family: !plain && /\d|-/.test(text) ? familyOf(text) : null,
    excluded: (!plain && isAddress(text)) || FUNCTION_WORDS.has(text),
    compound: !plain && text.includes('-') ? compoundOf(text) : null,
    qualifies: !plain && qualifies(text),
    opensRun: OPENERS.has(text),
    small: SMALL.has(text),
    capitalised: !plain && text.length > 1 && /^\p{Lu}[\p{L}\d-]*$/u.test(text),
    mayPropose: mayPropose(lower),
    taskKey: taskKey(lower),
    task: readTaskWord({ text, lower, shape, known }),
  };
});

function compoundOf(text: string): Compound | null {
  const part = nameCore(text);
  if (!part) return null;
  const shape = nameShape(part.text, false);
  const named = (shape === 'strong' || shape === 'acronym') && !isGenericName(part.text);
  return {
    part,
    known: knownRow(part.text) ?? familyOf(part.text),
    shape: named ? shape : 'none',
    inCapitals: /^\p{Lu}.*-\p{Lu}/u.test(text),
  };
}

function qualifies(text: string): boolean {
  return (
    QUALIFIED.test(text) && !text.endsWith('-based') && !knownRow(nameCore(text)?.text ?? text)
  );
}

function isAddress(text: string): boolean {
  return /:\/\/|^www\.|\.(?:com|org|io|net|ai|co|edu)(?:\/|$)|@|^arXiv:/.test(text);
}
