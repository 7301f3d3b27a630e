import type {
  DatasetMention,
  Document,
  FieldText,
  MethodMention,
  TaskMention,
} from '../../domain/index.js';
import type { NamePlace } from '../results/sentence-items.js';
import { toOriginal } from '../spans.js';
import { findAbbreviations } from './abbreviations.js';
import { type Candidate, candidatesOf } from './candidates.js';
import { chunksOf } from './chunks.js';
import {
  absorb,
  type Entity,
  emptyEntity,
  type FieldNames,
  gatherEntities,
  keyOf,
  tieAbbreviations,
} from './entities.js';
import { kindOf } from './kind.js';
import { datasetRole, isProposed, methodRole, ownPartStart } from './roles.js';
import { readTasks } from './tasks/read-tasks.js';
import { titleHead } from './title.js';

/** A name's place in the clean text of a field. */
export interface NamePlaceInField extends NamePlace {
  readonly field: FieldText['field'];
}

export interface NamesOfDocument {
  readonly datasets: readonly DatasetMention[];
  readonly methods: readonly MethodMention[];
  readonly tasks: readonly TaskMention[];
  /** Where data sets and methods stand, sorted by place within each field, free of overlap. */
  readonly places: readonly NamePlaceInField[];
}

/** Finds the names of a document with their kinds and roles. Total, like all of extraction. */
export function readNames(document: Document): NamesOfDocument {
  const texts = [document.title, document.abstract];
  const fields = texts.map((field): FieldNames => {
    const chunks = chunksOf(field.clean);
    return {
      chunks,
      candidates: candidatesOf(field.field, field.clean, chunks),
      abbreviations: findAbbreviations(chunks),
    };
  });
  const entities = gatherEntities(fields);
  markTitle(document.title.clean, fields[0] as FieldNames, entities);
  tieAbbreviations(
    entities,
    fields,
    texts.map((field) => field.clean),
  );
  foldLongForms(entities);
  const byField = new Map(texts.map((field) => [field.field, field]));
  const ranked = [...entities.values()].sort(
    (a, b) => Number(b.titular) - Number(a.titular) || firstPlace(a) - firstPlace(b),
  );
  const datasets: DatasetMention[] = [];
  const methods: MethodMention[] = [];
  const places: NamePlaceInField[] = [];
  const ownPart = ownPartStart((fields[1] as FieldNames).chunks);
  const own = ranked.filter(isProposed);
  for (const entity of ranked) {
    const kind = kindOf(entity);
    if (!kind) continue;
    const common = describe(entity, byField);
    if (kind === 'dataset') datasets.push({ ...common, role: datasetRole(entity, ownPart) });
    else methods.push({ ...common, role: methodRole(entity, ownPart, own) });
    for (const { field, start, end } of entity.places) {
      places.push({ field, start, end, kind, name: common.name });
    }
  }
  places.sort((a, b) => (a.field === b.field ? a.start - b.start : a.field < b.field ? 1 : -1));
  return {
    datasets,
    methods: byRole(methods),
    tasks: readTasks(
      texts.map((field, at) => ({
        field,
        chunks: (fields[at] as FieldNames).chunks,
        taken: places.filter((place) => place.field === field.field),
      })),
    ),
    places,
  };
}

/** The proposed ones first, so that the first is the paper's own. */
function byRole(methods: readonly MethodMention[]): MethodMention[] {
  return [
    ...methods.filter(({ role }) => role === 'proposed'),
    ...methods.filter(({ role }) => role !== 'proposed'),
  ];
}

function firstPlace(entity: Entity): number {
  const first = entity.places[0];
  return first ? (first.field === 'title' ? first.start - 1e6 : first.start) : 0;
}

function markTitle(title: string, field: FieldNames, entities: Map<string, Entity>): void {
  const head = titleHead(title, field.chunks);
  if (!head) return;
  const [from, to] = [field.chunks[head.from], field.chunks[head.to - 1]];
  if (!from || !to) return;
  const surface = title.slice(from.start, to.end);
  const key = keyOf(surface);
  const place: Candidate = {
    field: 'title',
    from: head.from,
    to: head.to,
    start: from.start,
    end: to.end,
    surface,
    shape: 'strong',
    known: null,
  };
  const entity = entities.get(key) ?? emptyEntity(key);
  entities.set(key, entity);
  for (const candidate of field.candidates) {
    if (candidate.start < place.end) remove(entities, candidate, entity);
  }
  entity.forms.set(surface, (entity.forms.get(surface) ?? 0) + 1);
  entity.places.unshift(place);
  entity.titular = true;
  entity[head.kind] += 3;
  if (head.kind === 'dataset') entity.rules.add('dataset.head');
}

/** A part of the title's name is no name of its own there. */
function remove(entities: Map<string, Entity>, candidate: Candidate, keep: Entity): void {
  const entity = entities.get(keyOf(candidate.surface));
  if (!entity) return;
  const at = entity.places.indexOf(candidate);
  if (at !== -1) entity.places.splice(at, 1);
  if (entity.places.length === 0 && entity !== keep) entities.delete(entity.key);
}

/** `Sliced Recursive Transformer` in the title and `(SReT)` in the abstract are one. */
function foldLongForms(entities: Map<string, Entity>): void {
  for (const entity of [...entities.values()]) {
    if (!entity.abbreviated) continue;
    for (const form of entity.forms.keys()) absorb(entities, keyOf(form), entity);
  }
}

function describe(entity: Entity, byField: ReadonlyMap<string, FieldText>) {
  const spans = entity.places.map((place) =>
    toOriginal(byField.get(place.field) as FieldText, place.start, place.end),
  );
  const surfaces = entity.places.map((place, at) => {
    const span = spans[at];
    return (byField.get(place.field) as FieldText).original.slice(span?.start, span?.end);
  });
  const counted = new Map<string, number>();
  for (const surface of surfaces) counted.set(surface, (counted.get(surface) ?? 0) + 1);
  // The short form names the thing; among equals the more frequent, then the earlier.
  const forms = [...new Set([...surfaces, ...entity.forms.keys()])];
  const name =
    [...forms].sort(
      (a, b) =>
        Number(a.includes(' ')) - Number(b.includes(' ')) ||
        (counted.get(b) ?? 0) - (counted.get(a) ?? 0),
    )[0] ?? entity.key;
  return {
    name,
    aliases: forms.filter((form) => form !== name),
    spans,
    rule:
      [...entity.rules][0] ??
      (entity.known ? `known.${entity.known}` : entity.titular ? 'title.head' : 'name.form'),
    confidence: entity.known
      ? 0.9
      : Math.min(0.9, 0.5 + 0.08 * Math.max(entity.dataset, entity.method)),
  };
}
