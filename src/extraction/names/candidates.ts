import type { Field } from '../../domain/index.js';
import { nameWords } from '../../knowledge/name-knowledge.js';
import { campaignEnd } from './campaigns.js';
import type { Chunk } from './chunks.js';
import { coinedNames } from './coined.js';
import { cuesOf } from './cues.js';
import { genericLength, knownNameAt, type NameKind } from './known-names.js';
import { capitalsFrom, withVersion } from './name-runs.js';
import type { NameShape } from './name-shape.js';

/** One place at which a name may stand. */
export interface Candidate {
  readonly field: Field;
  /** Chunk indices, `to` exclusive. */
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
  readonly surface: string;
  /** `coined` for a name in small letters that only its proposal makes one. */
  readonly shape: NameShape | 'known' | 'coined';
  readonly known: NameKind | null;
}

/** What stands at a chunk: where it ends, and the part of the chunk that it is when not the whole. */
interface Standing {
  readonly to: number;
  readonly shape: Candidate['shape'];
  readonly known: NameKind | null;
  readonly part?: { readonly text: string; readonly offset: number };
}

const PART_HEADS = nameWords('run.part-head');

/** Finds every place in a field that may hold a name, left to right, without overlap. */
export function candidatesOf(field: Field, text: string, chunks: readonly Chunk[]): Candidate[] {
  const found: Candidate[] = [];
  const coined = coinedNames();
  const runs = new Map<string, string>();
  for (let at = 0; at < chunks.length; ) {
    const standing =
      standingOfCoined(coined(chunks, at)) ??
      campaignAt(chunks, at) ??
      repeatedAt(chunks, at, runs) ??
      knownAt(chunks, at) ??
      genericAt(chunks, at) ??
      compoundAt(chunks, at, field === 'title') ??
      shapedAt(chunks, at, field === 'title');
    if (!standing) {
      at++;
      continue;
    }
    const { to, shape, known, part } = standing;
    if (shape !== 'none') {
      const first = chunks[at] as Chunk;
      const start = first.start + (part?.offset ?? 0);
      const end = part ? start + part.text.length : (chunks[to - 1] as Chunk).end;
      if (to > at + 1) runs.set(first.text, text.slice(start, end));
      found.push({
        field,
        from: at,
        to,
        start,
        end,
        surface: text.slice(start, end),
        shape,
        known,
      });
    }
    at = to;
  }
  return found;
}

function standingOfCoined(to: number | null): Standing | null {
  return to === null ? null : { to, shape: 'coined', known: null };
}

/** `Calm Owl, which …` at the head of a sentence: a run that stood before within one. */
function repeatedAt(
  chunks: readonly Chunk[],
  at: number,
  runs: ReadonlyMap<string, string>,
): Standing | null {
  const { first, text } = chunks[at] as Chunk;
  const run = first ? runs.get(text) : undefined;
  if (run === undefined) return null;
  const to = at + run.split(' ').length;
  const words = chunks.slice(at, to);
  const same = words.map((chunk) => chunk.text).join(' ') === run;
  const tight = words.slice(0, -1).every(({ after }) => after === '');
  return same && tight ? { to, shape: 'capital', known: null } : null;
}

function campaignAt(chunks: readonly Chunk[], at: number): Standing | null {
  const to = campaignEnd(chunks, at);
  return to === null ? null : { to, shape: 'strong', known: 'dataset' };
}

function knownAt(chunks: readonly Chunk[], at: number): Standing | null {
  const known = knownNameAt(chunks, at);
  if (!known) return null;
  return {
    to: withVersion(chunks, at + known.length, known.kind),
    shape: 'known',
    known: known.kind,
  };
}

/** `Hugging Face`, `Monte Carlo`: passed over as a whole, unless a longer run goes on. */
function genericAt(chunks: readonly Chunk[], at: number): Standing | null {
  const length = genericLength(chunks, at);
  if (length === 0 || capitalsFrom(chunks, at) > at + length) return null;
  return { to: at + length, shape: 'none', known: null };
}

/** `SAMI-trained` holds a name, `LLM-based` and `AI-Generated` hold none, and are none. */
function compoundAt(chunks: readonly Chunk[], at: number, title: boolean): Standing | null {
  const { compound, qualifies } = (chunks[at] as Chunk).word;
  if (qualifies && !title) {
    const to = qualifiedRun(chunks, at);
    if (to > at + 1) return { to, shape: 'capital', known: null };
  }
  if (!compound) return null;
  const { part, known, shape, inCapitals } = compound;
  if (known) return { to: at + 1, shape: 'known', known: known.kind, part };
  if (shape === 'none' && !title && inCapitals && capitalsFrom(chunks, at) > at + 1) return null;
  return { to: at + 1, shape, known: null, part };
}

/** `Depth-aware Token Mixer`: inside a sentence such an adjective begins a run of capitals. */
function qualifiedRun(chunks: readonly Chunk[], at: number): number {
  const next = chunks[at + 1];
  if ((chunks[at] as Chunk).first || !next || knownNameAt(chunks, at + 1)) return at + 1;
  if (next.word.generic) return at + 1;
  const to = capitalsFrom(chunks, at);
  return /^\p{Lu}\p{Ll}+$/u.test(chunks[to - 1]?.text ?? '') ? to : at + 1;
}

function shapedAt(chunks: readonly Chunk[], at: number, title: boolean): Standing | null {
  const { text, first, word } = chunks[at] as Chunk;
  if (word.excluded) return title || first || !word.opensRun ? null : openedRun(chunks, at);
  if (word.generic) return genericRun(chunks, at, title);
  const shape = first && !title ? word.firstShape : word.shape;
  const { family } = word;
  if (family && (shape !== 'none' || /-\d|\d-|\d[bm]$/i.test(text)))
    return { to: withVersion(chunks, at + 1, family.kind), shape: 'known', known: family.kind };
  switch (shape) {
    case 'strong':
      return {
        to: withVersion(chunks, title ? at + 1 : strongRun(chunks, at), 'method'),
        shape,
        known: null,
      };
    case 'acronym':
      return { to: withVersion(chunks, capitalsFrom(chunks, at), 'method'), shape, known: null };
    case 'capital':
      return title ? null : capitalRun(chunks, at, shape);
    default:
      return !title && !first && word.compound?.inCapitals ? compoundRun(chunks, at) : null;
  }
}

/** `Vision Transformer-based` is an adjective and no name. */
function capitalRun(chunks: readonly Chunk[], at: number, shape: 'capital'): Standing {
  const to = capitalsFrom(chunks, at);
  const adjective = to > at + 1 && /-based$/.test((chunks[to - 1] as Chunk).text);
  return adjective
    ? { to, shape: 'none', known: null }
    : { to: withVersion(chunks, to, 'method'), shape, known: null };
}

/** `Class-Based Image Composition`: a compound of ordinary words begins a run of capitals. */
function compoundRun(chunks: readonly Chunk[], at: number): Standing | null {
  const to = capitalsFrom(chunks, at);
  return to > at + 1 ? { to, shape: 'capital', known: null } : null;
}

/** `S3LI Vulcano dataset`, `Gauss-Mamba Head`: capitals go on with a name where a noun closes them. */
function strongRun(chunks: readonly Chunk[], at: number): number {
  const to = capitalsFrom(chunks, at);
  if (to === at + 1) return to;
  const [last, next] = [chunks[to - 1] as Chunk, chunks[to]];
  if (PART_HEADS.has(last.text)) return to;
  if (isDatasetHead(last)) return to - 1;
  return last.after === '' && next?.before === '' && isDatasetHead(next) ? to : at + 1;
}

/** `Background Noise Removal`: within a sentence some of the words that a capital makes no name of begin one. */
function openedRun(chunks: readonly Chunk[], at: number): Standing | null {
  const to = capitalsFrom(chunks, at);
  const proper = /^\p{Lu}/u.test(chunks[at + 1]?.text ?? '');
  return to > at + 1 && proper ? { to, shape: 'capital', known: null } : null;
}

function isDatasetHead({ lower }: Chunk): boolean {
  return cuesOf('head', lower).some(({ id }) => id === 'dataset.head');
}

/** `LiDAR Depth Feature Aggregation (LDFA)`, `Google Books corpus`: a general word may begin a name where a short form or a data set's noun follows. */
function genericRun(chunks: readonly Chunk[], at: number, title: boolean): Standing | null {
  const to = capitalsFrom(chunks, at);
  const next = chunks[to];
  if (title || to - at < 2 || !next) return null;
  const abbreviated = next.before.includes('(') && /^\p{Lu}{2,}/u.test(next.text);
  const last = chunks[to - 1] as Chunk;
  const headed = isDatasetHead(last) || isDatasetHead(next);
  if (!abbreviated && !(headed && last.after === '')) return null;
  return { to, shape: 'capital', known: null };
}
