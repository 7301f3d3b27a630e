import type { Document, FieldText, Findings, MethodMention } from '../domain/index.js';
import { findLinkPlaces, readLinks } from './links.js';
import { type NamesOfDocument, readNames } from './names/read-names.js';
import { actingName } from './results/acting-name.js';
import type { PaperContext } from './results/claim.js';
import { type NumbersOfField, readNumbers } from './results/read-results.js';

/**
 * Reads one document. Total: any text in, Findings out, never an exception; the same text gives the same
 * Findings, whatever was read before.
 */
export function extract(document: Document): Findings {
  const fields: readonly FieldText[] = [document.title, document.abstract];
  const links = fields.map((field) => findLinkPlaces(field.clean));
  const names = readNames(document);
  const evaluated = names.datasets.filter(
    ({ role }) => role === 'evaluated' || role === 'introduced',
  );
  const taken = new Set([
    ...names.datasets.flatMap(({ name, aliases }) => [name, ...aliases]),
    ...names.methods.map(({ name }) => name),
  ]);
  const context: PaperContext = {
    methods: {
      roles: new Map(names.methods.map((method) => [method.name, method.role])),
      main: mainMethod(names.methods) ?? actingName(document.abstract.clean, taken),
      introducedAt: 0,
    },
    resultDatasets: new Set(evaluated.map(({ name }) => name)),
    onlyDataset: onlyOf(
      evaluated.length > 0 ? evaluated : names.datasets.filter(({ role }) => role === 'training'),
    ),
    ownBenchmark: ownBenchmark(names),
  };
  const numbers = fields.map(
    (field, at): NumbersOfField =>
      readNumbers(
        field,
        names.places.filter((place) => place.field === field.field),
        links[at] ?? [],
        inField(context, names, field),
      ),
  );
  return {
    datasets: names.datasets,
    methods: names.methods,
    tasks: names.tasks,
    results: numbers.flatMap(({ results }) => results),
    quantities: numbers.flatMap(({ quantities }) => quantities),
    links: fields.flatMap((field, at) => readLinks(field, links[at] ?? [])),
  };
}

/** The context as it stands in a field: where the paper's own method is first spoken of is known for its abstract only. */
function inField(context: PaperContext, names: NamesOfDocument, field: FieldText): PaperContext {
  const { methods } = context;
  const first = names.places.find(
    (place) =>
      field.field === 'abstract' && place.field === field.field && place.name === methods.main,
  );
  return { ...context, methods: { ...methods, introducedAt: first?.start ?? 0 } };
}

function onlyOf(datasets: NamesOfDocument['datasets']): string | null {
  return datasets.length === 1 ? (datasets[0]?.name ?? null) : null;
}

/** The one data set that a paper is about: it introduces it, names it in its title and proposes nothing else. */
function ownBenchmark({ datasets, methods }: NamesOfDocument): string | null {
  if (methods.some(({ role }) => role === 'proposed')) return null;
  const own = datasets.filter(
    ({ role, spans }) => role === 'introduced' && spans.some(({ field }) => field === 'title'),
  );
  return own.length === 1 ? (own[0]?.name ?? null) : null;
}

/**
 * The method that a paper is about: the one it proposes, of several the one in the title, else the one that it
 * speaks of most often. Null where none stands out.
 */
function mainMethod(methods: readonly MethodMention[]): string | null {
  const proposed = methods.filter(({ role }) => role === 'proposed');
  const titled = proposed.find(({ spans }) => spans.some(({ field }) => field === 'title'));
  if (titled || proposed.length < 2) return (titled ?? proposed[0])?.name ?? null;
  const [first, second] = proposed.toSorted((a, b) => b.spans.length - a.spans.length);
  return first && second && first.spans.length > second.spans.length ? first.name : null;
}
