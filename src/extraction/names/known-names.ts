import { DATASETS, GENERIC_NAMES, METHODS } from '../../knowledge/name-knowledge.js';
import type { NameRow } from '../../knowledge/name-rows.js';
import type { Chunk } from './chunks.js';

export type NameKind = 'dataset' | 'method';

/** A known name. */
export interface KnownForm {
  readonly kind: NameKind;
  readonly row: NameRow;
}

export interface KnownName extends KnownForm {
  /** Chunks that the name takes up. */
  readonly length: number;
}

const MAX_CHUNKS = 5;
const PLAIN = /^[a-zA-Z0-9]+$/;
const JOINED = /^[a-zA-Z0-9 -]+$/;
const GENERIC = new Set(GENERIC_NAMES.map((row) => row.surface));

interface Form extends KnownForm {
  readonly surface: string;
}
const byFold = new Map<string, Form[]>();
/** What may follow each beginning of a known name, folded: most words begin none. */
const following = new Map<string, string>();
for (const [kind, rows] of [
  ['dataset', DATASETS],
  ['method', METHODS],
] as const) {
  for (const row of rows) {
    for (const surface of [row.name, ...row.aliases]) {
      const key = fold(surface);
      byFold.set(key, [...(byFold.get(key) ?? []), { kind, row, surface }]);
      for (let length = 1; length <= key.length; length++)
        addFollowing(key.slice(0, length), key.charAt(length));
    }
  }
}

function addFollowing(beginning: string, next: string): void {
  const known = following.get(beginning) ?? '';
  following.set(beginning, known.includes(next) ? known : known + next);
}

/** Case and marks folded: `CIFAR-10`, `CIFAR10` and `cifar 10` are one. */
export function fold(name: string): string {
  if (PLAIN.test(name)) return name.toLowerCase();
  if (JOINED.test(name)) return name.toLowerCase().replace(/[ -]/g, '');
  return name
    .replace(/\\[a-zA-Z]+|[{}$\\]/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\d+]/gu, '');
}

/** A field-wide term, place, unit, formula: a form that looks like a name and is none. */
export function isGenericName(surface: string): boolean {
  return (
    GENERIC.has(surface) ||
    (surface.endsWith('s') && GENERIC.has(surface.slice(0, -1))) ||
    isFormula(surface) ||
    isMacro(surface)
  );
}

const GENERIC_FIRST = new Map<string, number>();
for (const surface of GENERIC) {
  const words = surface.split(' ');
  const first = words[0] as string;
  GENERIC_FIRST.set(first, Math.max(GENERIC_FIRST.get(first) ?? 1, words.length));
}

/** Of how many words the longest generic name is that begins with a word; 1 where none does. */
export function genericWords(first: string): number {
  return GENERIC_FIRST.get(first) ?? 1;
}

/** How many chunks a generic name of several words takes up from a chunk on; 0 where none does. */
export function genericLength(chunks: readonly Chunk[], at: number): number {
  for (let length = (chunks[at] as Chunk).word.genericWords; length > 1; length--) {
    const words = chunks.slice(at, at + length);
    if (words.slice(0, -1).some(({ after }) => after !== '')) continue;
    if (GENERIC.has(words.map(({ text }) => text).join(' '))) return length;
  }
  return 0;
}

/** `\name`, `\ours`: a macro of LaTeX that stands for a name which the text does not give. */
const isMacro = (surface: string): boolean => /^\\[a-z]+$/.test(surface);

const ELEMENT =
  'A[cglrstu]|B[aeir]?|C[adelorsu]?|Eu|F[er]?|G[ade]|H[efg]?|I[nr]?|K|L[ai]|M[gno]|N[abdei]?|Os?|P[bdt]?|R[bhu]|S[bceimnr]?|T[abeilm]|U|V|W|Xe|Y|Z[nr]';
const COMPOUND = new RegExp(`^(?:(?:${ELEMENT})\\d{0,2}){2,8}$`);

// `IC13`, `VOC07`: an acronym with its year.
const YEARLY = /^\p{Lu}{2,}\d{2}$/u;

/** `MoS2`, `Fe3O4`, `GaN`: a chemical formula; one of capitals alone is rather an acronym. */
function isFormula(surface: string): boolean {
  return (
    surface.length <= 12 &&
    /^[A-Z]/.test(surface) &&
    /\d|\p{Ll}/u.test(surface) &&
    !YEARLY.test(surface) &&
    COMPOUND.test(surface)
  );
}

/** What known names make of one word. */
export interface KnownWord {
  readonly folded: string;
  /** The characters by which a known name goes on behind the word, folded; null where none begins with it. */
  readonly goesOn: string | null;
  /** The known name that the word is by itself. */
  readonly known: KnownForm | null;
}

/** Reads one word; what depends on it alone is remembered with it. */
export function readKnownWord(text: string): KnownWord {
  const folded = fold(text);
  const known = formOf(text, folded);
  return { folded, goesOn: following.get(folded) ?? (known ? '' : null), known };
}

/** The known name that begins at a chunk, the longest that fits. */
export function knownNameAt(chunks: readonly Chunk[], at: number): KnownName | null {
  const first = (chunks[at] as Chunk).word;
  if (first.goesOn === null) return null;
  let found: KnownName | null = first.known && { ...first.known, length: 1 };
  let { folded, goesOn, text: joined } = first as { folded: string; goesOn: string; text: string };
  for (let length = 2; length <= MAX_CHUNKS && at + length <= chunks.length; length++) {
    const { after, text } = chunks[at + length - 2] as Chunk;
    // `Humanity's Last Exam`, `Mr. TyDi` go on.
    if (/^['’]s$/.test(after)) {
      joined += after;
      folded += 's';
      goesOn = following.get(folded) ?? '';
    } else if (after !== '' && !(after === '.' && /^[DM]r$/.test(text))) break;
    const chunk = chunks[at + length - 1] as Chunk;
    const next = chunk.word.folded;
    if (chunk.before !== '' || !(next === '' || goesOn.includes(next.charAt(0)))) break;
    folded += next;
    const further = following.get(folded);
    if (further === undefined) break;
    goesOn = further;
    joined += ` ${chunk.text}`;
    const form = formOf(joined, folded);
    // A mark alone ends no name: `DOTA-v1.0 /`.
    if (form && next !== '') found = { kind: form.kind, row: form.row, length };
  }
  return found;
}

const PLURAL = /\p{Lu}{2}s$/u;

/** An exact spelling, or another one that no ordinary word has: a digit or a capital inside. */
function formOf(surface: string, folded = fold(surface)): Form | null {
  const forms = byFold.get(folded);
  // `DCGANs`
  if (!forms)
    return PLURAL.test(surface) && !GENERIC.has(surface) ? formOf(surface.slice(0, -1)) : null;
  const exact = forms.find((form) => form.surface === surface);
  if (exact) return exact;
  // `LoRa` is the radio, not LoRA; `REST` no spelling of ReST.
  if (GENERIC.has(surface)) return null;
  return /\d|\p{Ll}\p{Lu}|\p{Lu}{2}|-\p{Lu}/u.test(surface) ? (forms[0] ?? null) : null;
}

/** Whether a known name is an ordinary word, a platform or a series as well. */
export function isCautious(surface: string): boolean {
  return formOf(surface)?.row.cautious ?? false;
}

/** The row of a name given alone. */
export function knownRow(surface: string): KnownForm | null {
  return formOf(surface);
}

/** Whether a name is known in whatever case and number: `vision transformers`. */
export function isKnownInAnyCase(surface: string): boolean {
  const folded = fold(surface);
  return byFold.has(folded) || byFold.has(folded.replace(/s$/, ''));
}

const VARIANT = /^(.+?)[-_](?:v?\d.*|[\p{L}\d.+-]+)$/u;
const MAX_CUTS = 6;

/** `LLaMA-3.1-70B`, `ViT-B/16`, `mistral-7b-instruct`: a variant of a known method. */
export function familyOf(surface: string): KnownForm | null {
  let base = surface;
  for (let cut = 0; cut < MAX_CUTS; cut++) {
    const shorter = VARIANT.test(base)
      ? base.slice(0, Math.max(base.lastIndexOf('-'), base.lastIndexOf('_')))
      : base.replace(/[\d.]+$/, '');
    if (shorter === base || shorter.length < 2) return null;
    base = shorter;
    const forms = byFold.get(fold(base));
    if (forms && /\d|\p{Lu}/u.test(surface)) {
      const form = forms.find((candidate) => candidate.surface === base) ?? forms[0];
      if (form && (form.surface === base || base.length > 3)) return form;
    }
    if (forms && surface !== base && /-\d+(?:\.\d+)?b|\d/i.test(surface)) return forms[0] ?? null;
  }
  return null;
}
