import { nameWords } from '../../knowledge/name-knowledge.js';
import type { Chunk } from './chunks.js';
import { cuesOf } from './cues.js';
import { isGenericName, type NameKind } from './known-names.js';
import { nameShape } from './name-shape.js';

const MAX_HEAD = 6;
const MAX_WORDS = 4;
const ORDINARY = nameWords('title.ordinary');
const DATASET_VERBS = nameWords('title.dataset-verb');
const PHRASE_END = nameWords('apposition.end');

/** The name before a title's colon: `GaLore: Memory-Efficient …`. Chunk indices, `to` exclusive. */
export interface TitleHead {
  readonly from: number;
  readonly to: number;
  /** Null where the title does not say. */
  readonly kind: NameKind | null;
  /** Neither its form nor the abstract confirms that it is a name. */
  readonly doubtful: boolean;
}

/** Null where the title opens with a saying; `abstract` confirms a head that has no unmistakable form, else it is doubtful. */
export function titleHead(
  title: string,
  chunks: readonly Chunk[],
  abstract: string,
): TitleHead | null {
  const report = reportHead(title, chunks);
  if (report) return report;
  const colon = chunks.findIndex((chunk) => chunk.after.includes(':'));
  if (colon === -1 || colon >= MAX_HEAD) return dashHead(title, chunks);
  const to = endOfHead(chunks, colon + 1);
  const head = chunks.slice(0, to);
  const surface = title.slice((head[0] as Chunk).start, (head.at(-1) as Chunk).end);
  const doubtful = !isNamed(head, surface, abstract);
  const kind = kindOfRest(chunks.slice(colon + 1));
  if (doubtful && !(mayBeNamed(head) && (kind !== null || head.some(isCompound)))) return null;
  return { from: 0, to, kind, doubtful };
}

/** `Video PreTraining (VPT)` less its short form. */
function endOfHead(chunks: readonly Chunk[], end: number): number {
  const parenthesis = chunks.findIndex((chunk, at) => at > 0 && chunk.before.includes('('));
  return parenthesis > 0 && parenthesis < end ? parenthesis : end;
}

function isNamed(head: readonly Chunk[], surface: string, abstract: string): boolean {
  if (head.some((chunk) => ORDINARY.has(chunk.lower)) || head.length > MAX_WORDS) return false;
  const shapes = head.map((chunk) => nameShape(chunk.text, false));
  const shaped = shapes.includes('strong') || shapes.includes('acronym');
  if (head.length === 1) return shapes[0] !== 'none' && !isGenericName(surface);
  if (shaped && head.length <= 2 && !isGenericName((head[0] as Chunk).text)) return true;
  return head.every((chunk) => /^[\p{Lu}\d]/u.test(chunk.text)) && abstract.includes(surface);
}

/** `Surface-Form Sparse Retrieval: …`: some words in capitals that tell of no doing and no text. */
function mayBeNamed(head: readonly Chunk[]): boolean {
  if (head.length < 2 || head.length > MAX_WORDS) return false;
  const [first, last] = [head[0] as Chunk, head.at(-1) as Chunk];
  if (/ing$/.test(first.lower) || NO_LAST.test(last.lower) || head.some(isVerb)) return false;
  return head.every(({ text, lower, after }, at) => {
    const joined = at === head.length - 1 || after === '';
    return joined && /^[\p{Lu}\d]/u.test(text) && !ORDINARY.has(lower);
  });
}

/** `Background Matters`, `Formal Methods Meet …`: a sentence. */
function isVerb({ lower }: Chunk): boolean {
  return /^(?:matters?|meets?|helps?|triggers?|playing|makes?|made|wins?|works?|fails?|beats?)$/.test(
    lower,
  );
}

function isCompound({ text }: Chunk): boolean {
  return /^\p{Lu}\p{Ll}+-\p{L}/u.test(text);
}

const NO_LAST = /(?:ing|ly|ed|report|study|survey|review|analysis|case|perspective|approach|easy)$/;

/** `OwlLM 2 Technical Report`: what the report is on. */
function reportHead(title: string, chunks: readonly Chunk[]): TitleHead | null {
  const to = chunks.findIndex(({ lower }) => lower === 'technical');
  const [first, report] = [chunks[0], chunks[to + 1]];
  if (!first || to < 1 || to > MAX_REPORTED || report?.lower !== 'report') return null;
  const head = chunks.slice(0, to);
  const generic = isGenericName(title.slice(first.start, (head.at(-1) as Chunk).end));
  if (generic || !(head.some(isCoined) || (to === 1 && isProper(first)))) return null;
  return { from: 0, to, kind: 'method', doubtful: false };
}
const MAX_REPORTED = 3;
const FUNCTION_WORDS = nameWords('function-word');

/** `OwlLM`, `3.2-Owls`: no ordinary word. */
function isCoined({ text }: Chunk): boolean {
  if (isGenericName(text)) return false;
  const shape = nameShape(text, false);
  return shape === 'strong' || shape === 'acronym' || /^\d+(?:\.\d+)?-\p{Lu}/u.test(text);
}

function isProper({ text, lower }: Chunk): boolean {
  const capital = nameShape(text, false) === 'capital';
  return capital && !isGenericName(text) && !ORDINARY.has(lower) && !FUNCTION_WORDS.has(text);
}

/** `CPTQuant - A Novel …`. */
function dashHead(title: string, chunks: readonly Chunk[]): TitleHead | null {
  const [first, second] = chunks;
  if (!first || !second || nameShape(first.text, false) !== 'strong') return null;
  const dash = /^[-–—]$/.test(second.text) || / [-–—] /.test(title.slice(first.end, first.end + 3));
  return dash ? { from: 0, to: 1, kind: kindOfRest(chunks.slice(1)), doubtful: false } : null;
}

/** What the rest of the title calls it: `A Dataset for …`, `Benchmarking …`; the head noun before the first preposition decides. */
function kindOfRest(rest: readonly Chunk[]): NameKind | null {
  if (DATASET_VERBS.has(rest[0]?.lower ?? '')) return 'dataset';
  let kind: NameKind | null = null;
  for (const { lower } of rest) {
    if (kind !== null && (PHRASE_END.has(lower) || lower === 'and')) break;
    const cue = cuesOf('head', lower).find(
      ({ id }) => id === 'dataset.head' || id === 'method.head',
    );
    if (cue) kind = cue.id === 'dataset.head' ? 'dataset' : 'method';
    if (PHRASE_END.has(lower) && kind === null && lower !== 'of') break;
  }
  return kind;
}
