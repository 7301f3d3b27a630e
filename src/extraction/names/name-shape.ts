import { nameWords } from '../../knowledge/name-knowledge.js';

/** How much a chunk looks like a proper name by its letters alone. */
export type NameShape = 'strong' | 'acronym' | 'capital' | 'none';

const ADJECTIVES = nameWords('compound.adjective');
const NOUNS = nameWords('compound.noun');
const MAX_LENGTH = 60;

// `256x256`, `±0.3`: digits and marks alone.
const NUMERIC = /^[\d.,%+\-×xX=<>~≈±$^_/]+$/;
// `O(N`, `x=1`, `p|q`: a formula.
const FORMULA = /[=<>|~\\()]|\p{Ll}{3}\.\p{Lu}\p{Ll}/u;
// `20GB`, `5th`, `2D`, `512px`: a number with its unit.
const MEASURE =
  /^\d+(?:\.\d+)?(?:D|st|nd|rd|th|x|k|K|M|B|T|s|m|ms|mm|cm|km|nm|px|bit|way|shot|[KMGT]i?B|[kMGT]?Hz|fps|FPS|dB|GPUs?)$/u;
// `V-Harbor`, `h-Sculpt`: a letter before a name of its own.
const LETTERED = /^[A-Za-z][-‑]\p{Lu}\p{L}{2}/u;
// `T1w`, `F0`, `Q3`: a letter with its index.
const INDEXED = /^\p{Lu}\d{1,2}\p{Ll}?$/u;

/** Judges one chunk. `strong`: inner capital, digit or mark no ordinary word has. */
export function nameShape(text: string, first: boolean): NameShape {
  if (text.length < 2 || text.length > MAX_LENGTH || /^[a-z]+$/.test(text)) return 'none';
  if (/^[A-Z][a-z]+$/.test(text)) return first ? 'none' : 'capital';
  // A macro that the authors wrote for their method's name.
  if (/^\\[a-zA-Z]{4,}$/.test(text)) return 'capital';
  if (NUMERIC.test(text) || FORMULA.test(text) || INDEXED.test(text) || !/\p{L}/u.test(text))
    return 'none';
  const parts = text.split(/[-‑]/);
  return parts.length > 1 ? compoundShape(text, parts, first) : partShape(text, first);
}

function compoundShape(text: string, parts: readonly string[], first: boolean): NameShape {
  const ordinary = (part: string): boolean =>
    ADJECTIVES.has(part.toLowerCase()) || NOUNS.has(part.toLowerCase());
  if (parts.every(ordinary)) return 'none';
  if (LETTERED.test(text)) return 'strong';
  const shapes = parts.map((part, index) => partShape(part, first && index === 0));
  if (shapes.includes('strong')) return 'strong';
  if (shapes.includes('acronym'))
    return shapes.every((shape) => shape === 'acronym') ? 'acronym' : 'strong';
  if (/^\p{L}/u.test(text) && /\p{Lu}/u.test(text) && /^\d/.test(parts.at(-1) ?? ''))
    return 'strong';
  // `Owlnet-m`: a variant by a letter.
  const variant = parts.length > 1 && /^\p{Ll}$/u.test(parts.at(-1) as string);
  const capitals = (variant ? parts.slice(0, -1) : parts).every((part) =>
    /^\p{Lu}\p{Ll}/u.test(part),
  );
  return capitals && !first ? 'capital' : 'none';
}

function partShape(part: string, first: boolean): NameShape {
  if (part.length < 2 || MEASURE.test(part)) return 'none';
  if (/^\d/.test(part)) return /^\d+\p{Lu}[\p{L}\d]+/u.test(part) ? 'strong' : 'none';
  if (/^\p{Lu}{2,}s?$/u.test(part)) return 'acronym';
  if (/\p{Ll}.*\p{Lu}|^\p{Lu}{2,}\p{Ll}/u.test(part)) return 'strong';
  if (/\p{Lu}/u.test(part) && /\d/.test(part)) return 'strong';
  if (/^\p{Lu}[\p{L}\d]*[+*@$^]/u.test(part)) return 'strong';
  return /^\p{Lu}\p{L}+$/u.test(part) && !first ? 'capital' : 'none';
}
