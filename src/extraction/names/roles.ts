import type { DatasetRole, MethodRole } from '../../domain/index.js';
import type { Chunk } from './chunks.js';
import type { Entity } from './entities.js';
import { fold, isKnownInAnyCase, knownRow } from './known-names.js';

const OWN_WORDS = new Set(['we', 'our', 'here']);
const POINTERS = new Set(['this', 'the', 'present']);

/** Where the abstract stops telling what others did: the start of its first sentence on the paper itself. */
export function ownPartStart(chunks: readonly Chunk[]): number {
  let sentence = 0;
  for (let at = 0; at < chunks.length; at++) {
    const { first, lower, start } = chunks[at] as Chunk;
    if (first) sentence = start;
    if (OWN_WORDS.has(lower)) return sentence;
    if (POINTERS.has(lower) && OWN.test(chunks[at + 1]?.lower ?? '')) return sentence;
  }
  return 0;
}
const OWN =
  /^(?:paper|work|study|article|report|thesis|survey|research|letter|manuscript|proposed)$/;

/** Votes that make a name the paper's own, and a variant of a known one. */
const OWN_VOTES = 1.5;
const OUTRIGHT = 2.5;

const vote = (entity: Entity, role: string): number => entity.roles.get(role) ?? 0;

/** The role in which a data set stands: introduced wins, then where it is measured on or trained on. */
export function datasetRole(entity: Entity, ownPart: number): DatasetRole {
  if (
    entity.titular ||
    (!isKnownItself(entity) &&
      vote(entity, 'introduced') + vote(entity, 'proposed') >=
        (entity.known ? OUTRIGHT : OWN_VOTES))
  )
    return 'introduced';
  const [evaluated, training] = [vote(entity, 'evaluated'), vote(entity, 'training')];
  if (evaluated > 0 && evaluated >= training * 0.7) return 'evaluated';
  if (training > 0) return 'training';
  // `Compared to earlier benchmarks (X, Y)`, `unlike X`
  if (vote(entity, 'baseline') > 0) return 'mentioned';
  return isBackground(entity, ownPart) ? 'mentioned' : 'evaluated';
}

/** Votes from which a part that the paper names is built on rather than its own. */
const FIRM = 1.3;
/** The same for a part that it gives a short form. */
const FIRM_DEFINED = 2.5;

/** By how much acting outweighs being worked on. */
const LEAD = 3;

/** The role in which a method stands; variants of the paper's own are its own. */
export function methodRole(entity: Entity, ownPart: number, own: readonly Entity[]): MethodRole {
  if (isProposed(entity) || own.some((other) => isVariantOf(entity, other))) return 'proposed';
  const [baseline, base] = [vote(entity, 'baseline'), vote(entity, 'base')];
  if (baseline > 0 && baseline >= base) return 'baseline';
  const background = isBackground(entity, ownPart);
  const firm = entity.longForm === null ? FIRM : FIRM_DEFINED;
  if (own.length > 0 && !background && base < firm && isOwnPart(entity)) return 'proposed';
  const subject = vote(entity, 'subject');
  if (base * LEAD <= subject && subject > 0 && !background && !entity.known) return 'proposed';
  return base === 0 && background ? 'mentioned' : 'base';
}

/** Says of itself that it is the paper's: stands before the title's colon or behind "we propose". */
export function isProposed(entity: Entity): boolean {
  if (entity.titular) return true;
  return vote(entity, 'proposed') >= neededToBeOwn(entity);
}

/** A name that is known is the paper's own only where it is proposed with a long form that is not. */
function neededToBeOwn(entity: Entity): number {
  if (!entity.known) return OWN_VOTES;
  const { longForm } = entity;
  const anew = longForm !== null && !isKnownInAnyCase(longForm);
  return isKnownItself(entity) && !anew ? Number.POSITIVE_INFINITY : OUTRIGHT;
}

/** Known by its own name rather than as a variant of a known line: `ResNet`, but not `OwlResNet-XL`. */
function isKnownItself({ known, forms }: Entity): boolean {
  return known !== null && [...forms.keys()].some((form) => knownRow(form) !== null);
}

/** A part that the paper named itself: a phrase in capitals, or a short form with one. */
function isOwnPart(entity: Entity): boolean {
  if (entity.known) return false;
  return [...entity.forms.keys()].some((form) => /^\p{Lu}\S* .*\p{Lu}/u.test(form));
}

/** `JudgeLM-7B` of `JudgeLM`, `CMPQ+` of `CMPQ`. */
export function isVariantOf(entity: Entity, other: Entity): boolean {
  if (entity === other || entity.known) return false;
  const stems = [...other.forms.keys()].filter((form) => !form.includes(' ')).map(fold);
  return [...entity.forms.keys()].some((form) =>
    stems.some((stem) => stem.length >= 3 && fold(form) !== stem && contains(form, stem)),
  );
}

// `Q`, `Py`, `Open`: longer beginnings make another's name.
const MAX_PREFIX = 4;

function contains(form: string, stem: string): boolean {
  const folded = fold(form);
  if (folded.startsWith(stem)) return true;
  return stem.length >= 4 && folded.endsWith(stem) && folded.length <= stem.length + MAX_PREFIX;
}

/** Stands only where the abstract tells what others did. */
function isBackground(entity: Entity, ownPart: number): boolean {
  const inAbstract = entity.places.filter(({ field }) => field === 'abstract');
  return (
    inAbstract.length > 0 &&
    inAbstract.length === entity.places.length &&
    inAbstract.every(({ start }) => start < ownPart)
  );
}
