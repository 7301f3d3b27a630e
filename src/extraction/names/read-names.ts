import type {
  DatasetMention,
  Document,
  Field,
  FieldText,
  MethodMention,
  TaskMention,
} from '../../domain/index.js';
import type { NamePlace } from '../results/sentence-items.js';
import { toOriginal } from '../spans.js';
import { findAbbreviations } from './abbreviations.js';
import { tieAbbreviations } from './aliases.js';
import { type Candidate, candidatesOf } from './candidates.js';
import { type Chunk, chunksOf } from './chunks.js';
import { datasetPhrase } from './dataset-phrase.js';
import {
  type ChunkedCandidates,
  type Entity,
  entityOf,
  gatherEntities,
  keyOf,
} from './entities.js';
import { kindOf } from './kind.js';
import { datasetRole, isProposed, isVariantOf, methodRole, ownPartStart } from './roles.js';
import { readTasks } from './tasks/read-tasks.js';
import { titleHead } from './title.js';

/** What a title says of the name that it opens with, in votes. */
const TITLE_VOTE = 1.5;
/** Of how many own methods variants are looked for. */
const MAX_OWN = 20;
/** At how many places of a data set the phrase around it is looked at. */
const MAX_PHRASES = 5;

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
  const fields = [document.title, document.abstract].map((field) => {
    const chunks = chunksOf(field.clean);
    return {
      field,
      clean: field.clean,
      chunks,
      candidates: candidatesOf(field.field, field.clean, chunks),
      abbreviations: findAbbreviations(chunks),
      ownPart: ownPartStart(chunks),
    };
  });
  const [title, abstract] = fields as [(typeof fields)[0], (typeof fields)[0]];
  const entities = gatherEntities(fields);
  markTitle(title.clean, title, abstract.clean, entities);
  tieAbbreviations(entities, fields);
  const byField = new Map(fields.map(({ field }) => [field.field, field]));
  const chunksByField = new Map(fields.map(({ field, ...rest }) => [field.field, rest]));
  const ranked = [...entities.values()].sort(
    (a, b) => Number(b.titular) - Number(a.titular) || firstPlace(a) - firstPlace(b),
  );
  const datasets: DatasetMention[] = [];
  const methods: MethodMention[] = [];
  const places: NamePlaceInField[] = [];
  const { ownPart } = abstract;
  const own = ranked.filter(isProposed).slice(0, MAX_OWN);
  for (const entity of ranked) {
    const kind = kindOf(entity) ?? (isOwnVariant(entity, own) ? 'method' : null);
    if (!kind) continue;
    if (kind === 'dataset') addPhrases(entity, chunksByField);
    const common = describe(entity, byField);
    if (kind === 'dataset') datasets.push({ ...common, role: datasetRole(entity, ownPart) });
    else methods.push({ ...common, role: methodRole(entity, ownPart, own) });
    for (const { field, start, end } of entity.places)
      places.push({ field, start, end, kind, name: common.name });
  }
  places.sort((a, b) => (a.field === b.field ? a.start - b.start : a.field < b.field ? 1 : -1));
  const tasks = readTasks(
    fields.map((field) => ({
      ...field,
      taken: places.filter((place) => place.field === field.field.field),
    })),
  );
  return { datasets, methods: byRole(methods), tasks, places };
}

/** `QOwlNet` of a paper's `OwlNet`: a form that no ordinary word has needs no words beside it. */
function isOwnVariant(entity: Entity, own: readonly Entity[]): boolean {
  const [first] = entity.places;
  if (first?.shape !== 'strong' || entity.dataset > entity.method) return false;
  return !JOINED.test(first.surface) && own.some((other) => isVariantOf(entity, other));
}

// `end.OwlNet`, `OwlNet:it`: a name with its neighbour.
const JOINED = /[.:]\p{L}/u;

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

/** Gives the name before the title's colon an entity of its own, with what the title calls it. */
function markTitle(
  title: string,
  { chunks, candidates }: ChunkedCandidates,
  abstract: string,
  entities: Map<string, Entity>,
): void {
  const head = titleHead(title, chunks, abstract);
  // A saying stands before the name of what the abstract proposes.
  if (!head || (head.doubtful && [...entities.values()].some(isProposed))) return;
  const { from, to } = head;
  const [start, end] = [(chunks[from] as Chunk).start, (chunks[to - 1] as Chunk).end];
  const surface = title.slice(start, end);
  const entity = entityOf(entities, surface);
  for (const candidate of candidates)
    if (candidate.start < end) remove(entities, candidate, entity);
  entity.forms.set(surface, (entity.forms.get(surface) ?? 0) + 1);
  entity.places.unshift({
    field: 'title',
    from,
    to,
    start,
    end,
    surface,
    shape: 'strong',
    known: null,
  });
  entity.titular = true;
  if (head.kind) entity[head.kind] += TITLE_VOTE;
  // A method may share the name of a known data set, which the title then says.
  if (head.kind === 'method' && entity.known === 'dataset' && entity.dataset < entity.method)
    entity.known = null;
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

/** Adds the phrases that a data set's name stands in to its forms. */
function addPhrases(
  entity: Entity,
  fields: ReadonlyMap<Field, { readonly clean: string; readonly chunks: readonly Chunk[] }>,
): void {
  for (const place of entity.places.slice(0, MAX_PHRASES)) {
    const field = fields.get(place.field);
    const phrase = field && datasetPhrase(field.chunks, place);
    if (!phrase) continue;
    const [first, last] = [
      field.chunks[phrase.from] as Chunk,
      field.chunks[phrase.to - 1] as Chunk,
    ];
    const form = field.clean.slice(first.start, last.end);
    entity.forms.set(form, entity.forms.get(form) ?? 0);
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
