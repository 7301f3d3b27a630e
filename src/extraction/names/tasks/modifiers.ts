import { taskWords } from '../../../knowledge/name-knowledge.js';
import type { KnownForm } from '../known-names.js';
import type { NameShape } from '../name-shape.js';

const STOP = taskWords('stop');
const VERBS = taskWords('verb');
const ING_NOUNS = taskWords('ing.noun');
const ED_ADJECTIVES = taskWords('ed.adjective');
const PLURALS = taskWords('modifier.plural');
const STRIPPED = taskWords('stripped');
const LY_NOUNS = /^(?:family|anomaly|assembly|early|supply|monopoly|weakly|partially)$/;
const MAX_LENGTH = 40;

/** A word with its looks as a name. */
export interface PlainWord {
  readonly text: string;
  readonly lower: string;
  readonly shape: NameShape;
  readonly known: KnownForm | null;
}

/** Whether a word may stand in a task's name before its head: a noun, or an adjective that says of what. */
export function isModifier({ text, lower, shape, known }: PlainWord): boolean {
  if (STOP.has(lower) || VERBS.has(lower) || lower.length < 2 || lower.length > MAX_LENGTH)
    return false;
  if (!/^[\p{L}\d][\p{L}\d'’.+-]*$/u.test(text) || /^\d(?!D$|-D|-?DoF)/.test(text)) return false;
  if (!lower.includes('-')) {
    if (/ly$/.test(lower)) return LY_NOUNS.test(lower);
    if (/ed$/.test(lower)) return ED_ADJECTIVES.has(lower);
    if (/ing$/.test(lower)) return ING_NOUNS.has(lower);
  }
  // A plural ends a phrase of its own: `models image classification`.
  if (/^\p{Ll}.*[^s]s$/u.test(text) && !PLURALS.has(lower) && !/(?:is|us|ics)$/.test(lower))
    return false;
  const named = shape === 'strong' && (known !== null || /\d/.test(text));
  return !named || /^\d+D$/.test(text);
}

/** A compound that says how the task is done: `diffusion-based`, `real-time`. */
export function isStripped(lower: string): boolean {
  const at = lower.lastIndexOf('-');
  return at > 0 && STRIPPED.has(lower.slice(at + 1));
}
