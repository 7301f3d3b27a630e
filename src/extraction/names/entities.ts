import type { Abbreviation } from './abbreviations.js';
import type { Candidate } from './candidates.js';
import type { Chunk } from './chunks.js';
import { type Evidence, evidenceAt } from './evidence.js';
import { familyOf, fold, isCautious, knownRow, type NameKind } from './known-names.js';
import { alongLists } from './lists.js';

/** One distinct thing of a paper with every place it stands at and all that the words around say. */
export interface Entity {
  readonly key: string;
  /** Surface forms with how often each stands in the text; a long form may stand only once beside its short one. */
  readonly forms: Map<string, number>;
  readonly places: Candidate[];
  dataset: number;
  method: number;
  readonly roles: Map<string, number>;
  readonly rules: Set<string>;
  /** Stands at the head of the title, before its colon. */
  titular: boolean;
  /** The words that its short form abbreviates, where the text gives both. */
  longForm: string | null;
  known: NameKind | null;
  /** Known, but an ordinary word, a platform or a series as well. */
  cautious: boolean;
}

export interface ChunkedCandidates {
  readonly chunks: readonly Chunk[];
  readonly candidates: readonly Candidate[];
  readonly abbreviations: readonly Abbreviation[];
}

/** Gathers the candidates of all fields into entities, with shared evidence along lists. */
export function gatherEntities(fields: readonly ChunkedCandidates[]): Map<string, Entity> {
  const entities = new Map<string, Entity>();
  for (const { chunks, candidates, abbreviations } of fields) {
    const longForms = new Map(
      abbreviations
        .filter(({ shortAt, longFrom }) => longFrom < shortAt)
        .map(({ shortAt, longFrom }) => [shortAt, longFrom]),
    );
    const own = candidates.map((candidate) =>
      evidenceAt(chunks, candidate, longForms.get(candidate.from) ?? null),
    );
    const shared = alongLists(chunks, candidates, own);
    candidates.forEach((candidate, at) => {
      add(entityOf(entities, candidate.surface), candidate, shared[at] as Evidence);
    });
  }
  return entities;
}

/** The entity of a surface form; a new one where there is none yet. */
export function entityOf(entities: Map<string, Entity>, surface: string): Entity {
  const key = keyOf(surface);
  const entity = entities.get(key) ?? {
    key,
    forms: new Map<string, number>(),
    places: [],
    dataset: 0,
    method: 0,
    roles: new Map<string, number>(),
    rules: new Set<string>(),
    titular: false,
    longForm: null,
    known: null,
    cautious: false,
  };
  entities.set(key, entity);
  return entity;
}

/** Spellings of one thing fold to one key; known things by their row. */
export function keyOf(surface: string): string {
  const known = knownRow(surface);
  if (known) return `${known.kind}:${known.row.id}`;
  const folded = fold(surface);
  return folded.length > 4 && !familyOf(surface) ? folded.replace(/s$/, '') : folded;
}

function add(entity: Entity, candidate: Candidate, evidence: Evidence): void {
  entity.forms.set(candidate.surface, (entity.forms.get(candidate.surface) ?? 0) + 1);
  entity.places.push(candidate);
  entity.dataset += evidence.dataset;
  entity.method += evidence.method;
  entity.known ??= candidate.known;
  entity.cautious ||= isCautious(candidate.surface);
  addVotes(entity.roles, evidence.roles);
  for (const rule of evidence.rules) entity.rules.add(rule);
}

/** Adds role votes to role votes. */
export function addVotes(into: Map<string, number>, votes: ReadonlyMap<string, number>): void {
  for (const [role, weight] of votes) into.set(role, (into.get(role) ?? 0) + weight);
}

/** Makes one of two entities that turned out to be the same thing. */
export function absorb(entities: Map<string, Entity>, key: string, into: Entity): void {
  const other = entities.get(key);
  if (!other || other === into) return;
  for (const [form, count] of other.forms)
    into.forms.set(form, (into.forms.get(form) ?? 0) + count);
  into.places.push(...other.places);
  into.dataset += other.dataset;
  into.method += other.method;
  addVotes(into.roles, other.roles);
  for (const rule of other.rules) into.rules.add(rule);
  into.titular ||= other.titular;
  into.known ??= other.known;
  entities.delete(key);
}
