import { wordsOf } from '../../knowledge/quantity-knowledge.js';

// Capitals inside a word tell a coined name: `StopRAG`, `pHash`; `LLMs` is a plural.
const ACTOR =
  /(?<![\p{L}\p{N}-])((?!\p{Lu}{2,20}s\b)\p{L}{0,20}(?:\p{Ll}\p{Lu}|\p{Lu}\p{Lu}\p{Ll})[\p{L}\d]{0,20}(?:-\p{Lu}[\p{L}\d]{0,20}|-\d{1,6})?)(?:'s [a-z]| (?:(?:only|also|then|can|[a-z]{1,20}ly) )?([a-z]{2,20}s)\b)/gu;
const BEFORE = /([\p{L}-]+) ?$/u;
// `IoT`, `MoE` are words of a field.
const MIN_LENGTH = 5;
const OBJECT_OF = wordsOf('ObjectOf');
const NO_VERB = /(?:ss|us|models|results|methods|weights|features|datasets|tasks|networks|as)$/;

/**
 * The first coined name of a text that acts as the subject of a verb (`StopRAG answers …`), for papers whose own
 * method no list of names tells; null where there is none.
 *
 * @param taken names of other kinds, data sets for one
 */
export function actingName(text: string, taken: ReadonlySet<string>): string | null {
  for (const match of text.matchAll(ACTOR)) {
    const [, name = '', verb = ''] = match;
    const before = BEFORE.exec(text.slice(Math.max(0, match.index - 24), match.index))?.[1] ?? '';
    const object = OBJECT_OF.has(before.toLowerCase()) && before.toLowerCase() !== 'with';
    if (!object && !NO_VERB.test(verb) && !taken.has(name) && name.length >= MIN_LENGTH)
      return name;
  }
  return null;
}
