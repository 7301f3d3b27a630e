import type { Abbreviation } from './abbreviations.js';
import type { Candidate } from './candidates.js';
import type { Chunk } from './chunks.js';
import { absorb, addVotes, type Entity, keyOf } from './entities.js';
import { knownRow } from './known-names.js';

export interface AbbreviatedField {
  readonly clean: string;
  readonly chunks: readonly Chunk[];
  readonly candidates: readonly Candidate[];
  readonly abbreviations: readonly Abbreviation[];
}

/** Makes one entity of a long form and its short one; the short one names it. */
export function tieAbbreviations(
  entities: Map<string, Entity>,
  fields: readonly AbbreviatedField[],
): void {
  for (const { clean, chunks, candidates, abbreviations } of fields) {
    const byChunk = new Map(candidates.map((candidate) => [candidate.from, candidate]));
    for (const { longFrom, longTo, shortAt } of abbreviations) {
      const entity = entities.get(keyOf((chunks[shortAt] as Chunk).text));
      if (!entity) continue;
      const start = (chunks[longFrom] as Chunk).start;
      const longForm = clean.slice(start, (chunks[longTo - 1] as Chunk).end);
      entity.longForm ??= longForm;
      if (isAnotherThing((chunks[shortAt] as Chunk).text, longForm)) entity.known = null;
      entity.forms.set(longForm, entity.forms.get(longForm) ?? 0);
      absorb(entities, keyOf(longForm), entity);
      const parts: Candidate[] = [];
      for (let at = longFrom; at < longTo; at++) {
        const part = byChunk.get(at);
        if (part && part.to <= longTo) parts.push(part);
      }
      absorbParts(entities, entity, parts);
    }
  }
  foldLongForms(entities);
}

const STEM = 5;
const stemsOf = (phrase: string): string[] =>
  (phrase.toLowerCase().match(/[\p{L}\d]{3,}/gu) ?? []).map((word) => word.slice(0, STEM));

/** `Adaptive Sparse Trainer (AST)`: a known short form, defined with words that share none with its known long form. */
function isAnotherThing(short: string, longForm: string): boolean {
  const row = knownRow(short)?.row;
  const longForms = row ? [row.name, ...row.aliases].filter((form) => form.includes(' ')) : [];
  if (longForms.length === 0) return false;
  const known = new Set(longForms.flatMap(stemsOf));
  return !stemsOf(longForm).some((stem) => known.has(stem));
}

/** What was found inside the long form and nowhere else is a part of it: `Attention Network` of `Graph Attention Network (GAT)`. */
function absorbParts(
  entities: Map<string, Entity>,
  entity: Entity,
  parts: readonly Candidate[],
): void {
  for (const part of parts) {
    const other = entities.get(keyOf(part.surface));
    if (!other || other === entity || other.known || other.titular) continue;
    const at = other.places.indexOf(part);
    if (other.places.length > 1) {
      if (at !== -1) other.places.splice(at, 1);
      continue;
    }
    addVotes(entity.roles, other.roles);
    entity.method += other.method;
    entity.dataset += other.dataset;
    entities.delete(other.key);
  }
}

/** `Sliced Recursive Transformer` in the title and `(SReT)` in the abstract are one. */
function foldLongForms(entities: Map<string, Entity>): void {
  for (const entity of [...entities.values()]) {
    if (entity.longForm === null || !entities.has(entity.key)) continue;
    for (const form of entity.forms.keys()) absorb(entities, keyOf(form), entity);
  }
}
