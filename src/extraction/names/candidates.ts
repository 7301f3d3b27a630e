import type { Field } from '../../domain/index.js';
import type { Chunk } from './chunks.js';
import {
  familyOf,
  fold,
  isGenericName,
  knownNameAt,
  knownRow,
  type NameKind,
} from './known-names.js';
import { type NameCore, type NameShape, nameCore, nameShape } from './name-shape.js';

/** One place at which a name may stand. */
export interface Candidate {
  readonly field: Field;
  /** Chunk indices, `to` exclusive. */
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
  readonly surface: string;
  readonly shape: NameShape | 'known';
  readonly known: NameKind | null;
}

const VERSION =
  /^(?:v?\d{1,2}(?:\.\d{1,2})?(?:-[\p{L}\d-]+)?|XL|L|Small|Base|Large|Mini|Medium|Tiny|Pro|Ultra|Flash|Turbo|Plus|Max|Nano|Haiku|Sonnet|Opus|Instruct|Chat|\d+(?:\.\d+)?[BM](?:-[\p{L}\d-]+)?|II|III|Zero)$/u;
const COUNTED =
  /^(?:%|x|times|points?|percent|hours?|days?|epochs?|gpus?|layers?|datasets?|benchmarks?|tasks?|models?|tokens?|steps?|parameters?|million|billion|seconds?|images?|samples?|languages?|and|different|of|out|to|more|other|new)/i;
const MAX_CAPITALS = 5;
const SMALL = new Set(['of', 'for', 'with']);

/** Finds every place in a field that may hold a name, left to right, without overlap. */
export function candidatesOf(field: Field, text: string, chunks: readonly Chunk[]): Candidate[] {
  const found: Candidate[] = [];
  const push = (
    from: number,
    to: number,
    shape: Candidate['shape'],
    known: NameKind | null,
  ): void => {
    const start = (chunks[from] as Chunk).start;
    const end = (chunks[to - 1] as Chunk).end;
    found.push({ field, from, to, start, end, surface: text.slice(start, end), shape, known });
  };
  const pushPart = (
    at: number,
    part: NameCore,
    shape: Candidate['shape'],
    known: NameKind | null,
  ): void => {
    const start = (chunks[at] as Chunk).start + part.offset;
    found.push({
      field,
      from: at,
      to: at + 1,
      start,
      end: start + part.text.length,
      surface: part.text,
      shape,
      known,
    });
  };
  for (let at = 0; at < chunks.length; ) {
    const chunk = chunks[at] as Chunk;
    const known = knownNameAt(chunks, at);
    if (known) {
      const to = extended(chunks, at + known.length, known.kind);
      push(at, to, 'known', known.kind);
      at = to;
      continue;
    }
    const core = nameCore(chunk.text);
    if (
      core &&
      nameShape(core.text, false) !== 'none' &&
      nameShape(core.text, false) !== 'capital'
    ) {
      const family = familyOf(core.text) ?? knownRow(core.text);
      if (!isGenericName(core.text))
        pushPart(at, core, family ? 'known' : 'strong', family?.kind ?? null);
      at++;
      continue;
    }
    const shape = nameShape(chunk.text, chunk.first && field !== 'title');
    const lowerFamily =
      shape === 'none' && /-\d|\d-|\d[bm]$/i.test(chunk.text) ? familyOf(chunk.text) : null;
    if (lowerFamily) {
      push(at, at + 1, 'known', lowerFamily.kind);
      at++;
      continue;
    }
    if (
      (shape === 'strong' || shape === 'acronym') &&
      !isAddress(chunk.text) &&
      !isGenericName(chunk.text)
    ) {
      const family = familyOf(chunk.text);
      const run = shape === 'acronym' ? capitalsFrom(chunks, at) : at + 1;
      const to = extended(chunks, Math.max(at + 1, run), family?.kind ?? 'method');
      push(at, to, family ? 'known' : shape, family?.kind ?? null);
      at = to;
      continue;
    }
    const run = shape === 'capital' && field !== 'title' ? capitalsFrom(chunks, at) : at;
    if (run - at >= 2) {
      push(at, extended(chunks, run, 'method'), 'capital', null);
      at = run;
      continue;
    }
    if (shape === 'capital' && field !== 'title' && !isGenericName(chunk.text))
      push(at, extended(chunks, at + 1, 'method'), 'capital', null);
    at++;
  }
  return found;
}

/** Takes in the version or size that follows: `LLaMA 7B`, `Claude 3.5-Haiku`, `Orca 2`. */
function extended(chunks: readonly Chunk[], to: number, kind: NameKind): number {
  let end = to;
  while (end < to + 3) {
    const previous = chunks[end - 1];
    const next = chunks[end];
    if (!next || previous?.after !== '' || next.before !== '' || !VERSION.test(next.text)) break;
    if (/^\d{1,2}$/.test(next.text) && !isVersion(next, chunks[end + 1])) break;
    if (/^(?:%|x$|times)/.test(chunks[end + 1]?.lower ?? '') || /^[%x×]/.test(next.after)) break;
    if (kind === 'dataset' && !/^v?\d/.test(next.text)) break;
    end++;
  }
  return end;
}

/** A whole number after a name is its version unless it counts what follows or marks an item: `X 1)`. */
function isVersion(number: Chunk, next: Chunk | undefined): boolean {
  if (number.after.startsWith(')')) return false;
  return number.after !== '' || !COUNTED.test(next?.text ?? '');
}

/** A run of capitalised words, small words inside allowed: `Iterative Training with Reflective Online Traces`. */
function capitalsFrom(chunks: readonly Chunk[], at: number): number {
  let end = at;
  let last = at;
  while (end < chunks.length && end - at < MAX_CAPITALS) {
    const chunk = chunks[end] as Chunk;
    if (end > at && (chunks[end - 1] as Chunk).after !== '') break;
    if (end > at && chunk.before !== '') break;
    const capital = /^\p{Lu}[\p{L}\d-]+$/u.test(chunk.text);
    if (!capital && !SMALL.has(chunk.text)) break;
    end++;
    if (capital) last = end;
  }
  return Math.max(last, at + 1);
}

function isAddress(text: string): boolean {
  return (
    /:\/\/|^www\.|\.(?:com|org|io|net|ai|co|edu)(?:\/|$)|@/.test(text) || fold(text).length < 2
  );
}
