/** How much a chunk looks like a proper name by its letters alone. */
export type NameShape = 'strong' | 'acronym' | 'capital' | 'none';

const HYPHEN_TAILS =
  /^(?:based|like|style|trained|tuned|driven|enhanced|guided|powered|generated|level|free|aware|shot|stage|step|time|end|wise|only|specific|to|of|the|art|scale|quality|world|world's|and|or|as|a|judge|language|modal|view|agent|view|token|class|source|order|oriented|augmented|related|assisted|inspired|centric|agnostic|type|supervised|equipped|derived|filtered|compatible|written|annotated|labeled|dependent|independent|invariant|sensitive|side|friendly|ready|hoc|line|off|on|in|up|out|text|image|video|speech|audio|domain|task|training|tuning|finetuned|finetuning|distilled|initialized|induced|native|capable|grounded|infused|conditioned|integrated|optimized|focused|solving|making|learning|assistant|model|models|family|series|bench|rich|encoded|extracted|infected|enabled)$/i;

/** Judges one chunk. `strong`: inner capital, digit or mark no ordinary word has. */
export function nameShape(text: string, first: boolean): NameShape {
  if (text.length < 2 || text.length > 60) return 'none';
  if (/^[\d.,%+\-×xX=<>~≈±$^_/]+$/.test(text)) return 'none';
  if (/^\\[a-zA-Z]{3,}$/.test(text)) return 'strong';
  if (!/\p{L}/u.test(text)) return 'none';
  const parts = text.split(/[-‑]/);
  if (parts.length > 1) {
    const named = parts.filter((part) => !HYPHEN_TAILS.test(part));
    if (named.length === 0) return 'none';
    const shapes = parts.map((part, index) => partShape(part, first && index === 0));
    if (shapes.includes('strong')) return 'strong';
    if (shapes.includes('acronym'))
      return shapes.every((shape) => shape === 'acronym') ? 'acronym' : 'strong';
    if (
      parts.length > 1 &&
      /^\p{L}/u.test(text) &&
      /^\d/.test(parts.at(-1) ?? '') &&
      /\p{Lu}/u.test(text)
    )
      return 'strong';
    const capitals = parts.filter((part) => /^\p{Lu}\p{Ll}/u.test(part)).length;
    return capitals === parts.length && !first ? 'capital' : 'none';
  }
  return partShape(text, first);
}

function partShape(part: string, first: boolean): NameShape {
  if (part.length < 2) return 'none';
  if (/^\d/.test(part))
    return /^\d+D$|^\d+(?:st|nd|rd|th|x|k|K|M|B|T|s|bit|way|shot)$/u.test(part)
      ? 'none'
      : /^\d+\p{Lu}[\p{L}\d]+/u.test(part)
        ? 'strong'
        : 'none';
  if (/\p{Ll}.*\p{Lu}/u.test(part)) return 'strong';
  if (/^\p{Lu}{2,}s?$/u.test(part)) return 'acronym';
  if (/^\p{Lu}{2,}\p{Ll}/u.test(part)) return 'strong';
  if (/\p{Lu}/u.test(part) && /\d/.test(part)) return 'strong';
  if (/^\p{Lu}[\p{L}\d]*[+*@$^]/u.test(part)) return 'strong';
  if (/^\p{Lu}\p{L}+$/u.test(part)) return first ? 'none' : 'capital';
  return 'none';
}

/** The name inside a compound: `SAMI` of `SAMI-trained`, `LLM` of `pre-LLM`. */
export interface NameCore {
  readonly text: string;
  readonly offset: number;
}

const PREFIXES = /^(?:pre|post|non|multi|sub|inter|intra|cross|anti|un|re|semi|mini|state)$/i;

/** Null for a chunk that is no compound of a name and an ordinary word. */
export function nameCore(text: string): NameCore | null {
  const at = text.lastIndexOf('-');
  if (
    at > 1 &&
    at < text.length - 2 &&
    /^\p{Ll}+$/u.test(text.slice(at + 1)) &&
    HYPHEN_TAILS.test(text.slice(at + 1))
  ) {
    const inner = nameCore(text.slice(0, at));
    return inner ?? { text: text.slice(0, at), offset: 0 };
  }
  const first = text.indexOf('-');
  if (first > 1 && PREFIXES.test(text.slice(0, first)))
    return { text: text.slice(first + 1), offset: first + 1 };
  return null;
}
