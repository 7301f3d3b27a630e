import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

interface Paper {
  readonly id: string;
  readonly title: string;
  readonly abstract: string;
}

interface Named {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly role: string;
}

interface Quoted {
  readonly quote: string;
  readonly value: number;
}

interface Result extends Quoted {
  readonly high: number | null;
  readonly form: string;
  readonly direction: string | null;
  readonly better: boolean | null;
  readonly bound: string;
  readonly metric: string;
  readonly category: string;
  readonly dataset: string | null;
  readonly subject: string | null;
}

interface Annotation {
  readonly id: string;
  readonly datasets: readonly Named[];
  readonly models: readonly Named[];
  readonly tasks: readonly string[];
  readonly tasks_optional?: readonly string[];
  readonly results: readonly Result[];
  readonly quantities: readonly (Quoted & { readonly what: string })[];
}

const FOLDER = new URL('../golden/sentences/', import.meta.url);
const DATASET_ROLES = ['evaluated', 'training', 'introduced', 'mentioned'];
const MODEL_ROLES = ['proposed', 'baseline', 'base', 'mentioned'];
const FORMS = ['absolute', 'change', 'ratio', 'share'];
const BOUNDS = ['exact', 'up_to', 'at_least', 'approx'];
const CATEGORIES = ['quality', 'speed', 'memory', 'compute', 'size', 'data', 'other'];
const WHATS = [
  'parameters',
  'dataset size',
  'training data',
  'hardware',
  'duration',
  'count',
  'sequence length',
  'bits',
  'other',
];

function rowsOf<Row>(name: string): Row[] {
  const lines = readFileSync(new URL(name, FOLDER), 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as Row);
}

const papers = rowsOf<Paper>('papers.jsonl');
const annotations = rowsOf<Annotation>('gold.jsonl');
const textOf = new Map(papers.map(({ id, title, abstract }) => [id, `${title}\n${abstract}`]));

/** What `check` finds fault with, over all annotations, each with the id of its text. */
function faults(check: (annotation: Annotation, text: string) => readonly unknown[]): unknown[] {
  return annotations.flatMap((annotation) =>
    check(annotation, textOf.get(annotation.id) ?? '').map((fault) => [annotation.id, fault]),
  );
}

describe('the annotated sentences', () => {
  test('are at least 320 texts with unique ids and titles, each annotated once', () => {
    expect(papers.length).toBeGreaterThanOrEqual(320);
    expect(new Set(papers.map((paper) => paper.id)).size).toBe(papers.length);
    expect(new Set(papers.map((paper) => paper.title)).size).toBe(papers.length);
    expect(annotations.map(({ id }) => id)).toEqual(papers.map(({ id }) => id));
  });

  test('hold nothing to find in a third of the texts', () => {
    const empty = annotations.filter(({ results }) => results.length === 0);
    expect(empty.length).toBeGreaterThanOrEqual(annotations.length / 3);
  });

  test('are one to four sentences each', () => {
    const long = papers.filter(({ abstract }) => abstract.split(/[.!?]\s+(?=\p{Lu})/u).length > 4);
    expect(long.map(({ id }) => id)).toEqual([]);
  });

  test('name and quote what stands in the text', () => {
    const absent = faults((annotation, text) =>
      [
        ...[...annotation.datasets, ...annotation.models].flatMap((entry) => [
          entry.name,
          ...(entry.aliases ?? []),
        ]),
        ...[...annotation.results, ...annotation.quantities].map((entry) => entry.quote),
        ...annotation.results.flatMap(({ dataset, subject }) => [dataset ?? '', subject ?? '']),
      ].filter((part) => !text.includes(part)),
    );
    const lost = faults(({ tasks, tasks_optional }, text) =>
      [...tasks, ...(tasks_optional ?? [])].filter(
        (task) => !text.toLowerCase().includes(task.toLowerCase()),
      ),
    );
    expect([...absent, ...lost]).toEqual([]);
  });

  test('give every entry a role, form, bound and category of the scheme', () => {
    const roles = faults(({ datasets, models }) => [
      ...datasets.filter(({ role }) => !DATASET_ROLES.includes(role)),
      ...models.filter(({ role }) => !MODEL_ROLES.includes(role)),
    ]);
    const results = faults((annotation) =>
      annotation.results.filter(
        ({ value, high, form, better, bound, metric, category }) =>
          !Number.isFinite(value) ||
          !(high === null || high > value) ||
          !FORMS.includes(form) ||
          ![true, false, null].includes(better) ||
          !BOUNDS.includes(bound) ||
          metric === '' ||
          !CATEGORIES.includes(category),
      ),
    );
    const quantities = faults((annotation) =>
      annotation.quantities.filter(({ what }) => !WHATS.includes(what)),
    );
    expect([...roles, ...results, ...quantities]).toEqual([]);
  });

  test('give a direction to changes and ratios, and to nothing else', () => {
    const odd = faults(({ results }) =>
      results.filter(
        ({ form, direction }) =>
          ['change', 'ratio'].includes(form) !== ['up', 'down'].includes(direction ?? ''),
      ),
    );
    expect(odd).toEqual([]);
  });
});
