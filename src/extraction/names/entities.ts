import type { Abbreviation } from './abbreviations.js';
import type { Candidate } from './candidates.js';
import type { Chunk } from './chunks.js';
import { type Evidence, evidenceAt } from './evidence.js';
import { familyOf, fold, knownRow, type NameKind } from './known-names.js';

/** One distinct thing of a paper with every place it stands at and all that the words around say. */
export interface Entity {
  readonly key: string;
  readonly forms: Map<string, number>;
  readonly places: Candidate[];
  dataset: number;
  method: number;
  readonly roles: Map<string, number>;
  readonly rules: Set<string>;
  /** Stands at the head of the title, before its colon. */
  titular: boolean;
  /** A long form or a short one ties it to another form. */
  abbreviated: boolean;
  known: NameKind | null;
}

export interface FieldNames {
  readonly chunks: readonly Chunk[];
  readonly candidates: readonly Candidate[];
  readonly abbreviations: readonly Abbreviation[];
}

const LIST_SHARE = 0.8;

/** Gathers the candidates of all fields into entities, with shared evidence along lists. */
export function gatherEntities(fields: readonly FieldNames[]): Map<string, Entity> {
  const entities = new Map<string, Entity>();
  for (const { chunks, candidates } of fields) {
    const own = candidates.map((candidate) => evidenceAt(chunks, candidate));
    const shared = alongLists(chunks, candidates, own);
    candidates.forEach((candidate, at) => {
      add(entityOf(entities, candidate), candidate, shared[at] as Evidence);
    });
  }
  return entities;
}

function entityOf(entities: Map<string, Entity>, candidate: Candidate): Entity {
  const key = keyOf(candidate.surface);
  const entity = entities.get(key) ?? emptyEntity(key);
  entities.set(key, entity);
  return entity;
}

export function emptyEntity(key: string): Entity {
  return {
    key,
    forms: new Map(),
    places: [],
    dataset: 0,
    method: 0,
    roles: new Map(),
    rules: new Set(),
    titular: false,
    abbreviated: false,
    known: null,
  };
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
  for (const [role, weight] of evidence.roles) {
    entity.roles.set(role, (entity.roles.get(role) ?? 0) + weight);
  }
  for (const rule of evidence.rules) entity.rules.add(rule);
}

/** Members of a list are of one kind: what is said before the first or after the last holds for all. */
function alongLists(
  chunks: readonly Chunk[],
  candidates: readonly Candidate[],
  own: readonly Evidence[],
): Evidence[] {
  const result = [...own];
  for (let at = 0; at < candidates.length; ) {
    let end = at + 1;
    while (
      end < candidates.length &&
      joined(chunks, candidates[end - 1] as Candidate, candidates[end] as Candidate)
    )
      end++;
    if (end - at > 1) {
      const members = own.slice(at, end);
      const total = members.reduce(merge);
      const kinds = candidates.slice(at, end);
      const knownDatasets = kinds.filter((candidate) => candidate.known === 'dataset').length;
      const knownMethods = kinds.filter((candidate) => candidate.known === 'method').length;
      for (let member = at; member < end; member++) {
        const mine = own[member] as Evidence;
        result[member] = {
          dataset:
            Math.max(mine.dataset, total.dataset * LIST_SHARE) +
            (knownDatasets > knownMethods ? 2 : 0),
          method:
            Math.max(mine.method, total.method * LIST_SHARE) +
            (knownMethods > knownDatasets ? 2 : 0),
          roles: total.roles,
          rules: [...new Set([...mine.rules, 'list.shared'])],
        };
      }
    }
    at = end;
  }
  return result;
}

function merge(a: Evidence, b: Evidence): Evidence {
  const roles = new Map(a.roles);
  for (const [role, weight] of b.roles) roles.set(role, Math.max(roles.get(role) ?? 0, weight));
  return {
    dataset: Math.max(a.dataset, b.dataset),
    method: Math.max(a.method, b.method),
    roles,
    rules: [...a.rules, ...b.rules],
  };
}

function joined(chunks: readonly Chunk[], a: Candidate, b: Candidate): boolean {
  const last = chunks[a.to - 1] as Chunk;
  const between = chunks.slice(a.to, b.from);
  if (/[.;:?!]$/.test(last.after)) return false;
  const words = between.map((chunk) => chunk.lower).join(' ');
  if (between.some((chunk) => /[.;:()]/.test(chunk.after))) return false;
  if (words === '')
    return /,/.test(last.after) || ((chunks[b.from] as Chunk).before === '' && last.after === '/');
  return /^(?:and|or|&|as well as|and the|\/|, and|and on|the)$/.test(words);
}

/** Makes one entity of a long form and its short one; the short one names it. */
export function tieAbbreviations(
  entities: Map<string, Entity>,
  fields: readonly FieldNames[],
  texts: readonly string[],
): Map<string, string> {
  const aliases = new Map<string, string>();
  fields.forEach(({ chunks, abbreviations }, field) => {
    for (const { longFrom, longTo, shortAt } of abbreviations) {
      const short = (chunks[shortAt] as Chunk).text;
      const entity = entities.get(keyOf(short));
      if (!entity) continue;
      const start = (chunks[longFrom] as Chunk).start;
      const surface = (texts[field] as string).slice(start, (chunks[longTo - 1] as Chunk).end);
      entity.abbreviated = true;
      entity.forms.set(surface, entity.forms.get(surface) ?? 0);
      aliases.set(keyOf(surface), entity.key);
      absorb(entities, keyOf(surface), entity);
    }
  });
  return aliases;
}

export function absorb(entities: Map<string, Entity>, key: string, into: Entity): void {
  const other = entities.get(key);
  if (!other || other === into) return;
  for (const [form, count] of other.forms)
    into.forms.set(form, (into.forms.get(form) ?? 0) + count);
  into.places.push(...other.places);
  into.dataset += other.dataset;
  into.method += other.method;
  for (const [role, weight] of other.roles)
    into.roles.set(role, (into.roles.get(role) ?? 0) + weight);
  for (const rule of other.rules) into.rules.add(rule);
  into.titular ||= other.titular;
  into.known ??= other.known;
  entities.delete(key);
}
