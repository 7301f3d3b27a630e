import type { Abbreviation } from './abbreviations.js';
import type { Chunk } from './chunks.js';
import { absorb, type Entity, keyOf } from './entities.js';

export interface AbbreviatedField {
  readonly clean: string;
  readonly chunks: readonly Chunk[];
  readonly abbreviations: readonly Abbreviation[];
}

/** Makes one entity of a long form and its short one; the short one names it. */
export function tieAbbreviations(
  entities: Map<string, Entity>,
  fields: readonly AbbreviatedField[],
): void {
  for (const { clean, chunks, abbreviations } of fields) {
    for (const { longFrom, longTo, shortAt } of abbreviations) {
      const entity = entities.get(keyOf((chunks[shortAt] as Chunk).text));
      if (!entity) continue;
      const start = (chunks[longFrom] as Chunk).start;
      const longForm = clean.slice(start, (chunks[longTo - 1] as Chunk).end);
      entity.longForm ??= longForm;
      entity.forms.set(longForm, entity.forms.get(longForm) ?? 0);
      absorbWithin(entities, entity, start, (chunks[longTo - 1] as Chunk).end, clean);
    }
  }
  foldLongForms(entities);
}

/** What was found inside the long form is a part of it: `Attention Network` of `Graph Attention Network (GAT)`. */
function absorbWithin(
  entities: Map<string, Entity>,
  entity: Entity,
  start: number,
  end: number,
  clean: string,
): void {
  absorb(entities, keyOf(clean.slice(start, end)), entity);
  for (const other of [...entities.values()]) {
    if (other === entity || other.known) continue;
    const inside = other.places.filter(
      (place) =>
        place.start >= start &&
        place.end <= end &&
        clean.slice(place.start, place.end) === place.surface,
    );
    if (inside.length === 0) continue;
    if (inside.length === other.places.length) {
      for (const [role, weight] of other.roles)
        entity.roles.set(role, (entity.roles.get(role) ?? 0) + weight);
      entity.method += other.method;
      entity.dataset += other.dataset;
      entities.delete(other.key);
    }
  }
}

/** `Sliced Recursive Transformer` in the title and `(SReT)` in the abstract are one. */
function foldLongForms(entities: Map<string, Entity>): void {
  for (const entity of [...entities.values()]) {
    if (entity.longForm === null || !entities.has(entity.key)) continue;
    for (const form of entity.forms.keys()) absorb(entities, keyOf(form), entity);
  }
}
