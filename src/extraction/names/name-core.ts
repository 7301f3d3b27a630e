import { nameWords } from '../../knowledge/name-knowledge.js';

/** The name inside a compound: `SAMI` of `SAMI-trained`, `LLM` of `pre-LLM`. */
export interface NameCore {
  readonly text: string;
  readonly offset: number;
}

const ADJECTIVES = nameWords('compound.adjective');
const NOUNS = nameWords('compound.noun');
const PREFIXES = nameWords('compound.prefix');
const MAX_TAILS = 4;

/** Null for a chunk that is no compound of a name and an ordinary word. */
export function nameCore(text: string): NameCore | null {
  let end = text.length;
  for (let tails = 0; tails < MAX_TAILS; tails++) {
    const at = text.lastIndexOf('-', end - 1);
    if (at < 2 || !isTail(text.slice(at + 1, end))) break;
    end = at;
  }
  if (end < text.length) return { text: text.slice(0, end), offset: 0 };
  const first = text.indexOf('-');
  // `PRE-Owl` is a name with a short form in front.
  return first > 1 && PREFIXES.has(text.slice(0, first).toLowerCase()) && !/^\p{Lu}{2}/u.test(text)
    ? { text: text.slice(first + 1), offset: first + 1 }
    : null;
}

/** An adjective also with the capital of a title (`UAV-Based`); a noun only without (`SWE-Agent` is a name). */
function isTail(tail: string): boolean {
  const lower = tail.toLowerCase();
  if (ADJECTIVES.has(lower)) return true;
  return tail === lower && (NOUNS.has(lower) || /^[a-z]{3,}(?:ed|ing|able)$/.test(lower));
}
