import { describe, expect, it } from 'vitest';
import { toDocument } from '../../src/documents/index.js';
import { candidatesOf } from '../../src/extraction/names/candidates.js';
import { chunksOf } from '../../src/extraction/names/chunks.js';
import { evidenceAt } from '../../src/extraction/names/evidence.js';
import { fold } from '../../src/extraction/names/known-names.js';
import { readNames } from '../../src/extraction/names/read-names.js';
import { taskPhrasesOf } from '../../src/extraction/names/tasks/task-phrases.js';
import {
  DATASETS,
  GENERIC_NAMES,
  METHODS,
  NAME_CUES,
  TASKS,
} from '../../src/knowledge/name-knowledge.js';
import type { NameRow } from '../../src/knowledge/name-rows.js';

const read = (text: string) => readNames(toDocument(null, text));

/** Whether a text names the thing of a row, as a data set or as a method. */
function names(row: NameRow, kind: 'datasets' | 'methods', text: string): boolean {
  const forms = new Set([row.name, ...row.aliases].map(fold));
  return read(text)[kind].some(({ name, aliases }) =>
    [name, ...aliases].some((form) => forms.has(fold(form))),
  );
}

describe.each([
  ['datasets', DATASETS],
  ['methods', METHODS],
] as const)('%s', (kind, rows) => {
  it('finds every row in its examples and in none of its counter-examples', () => {
    const missed = rows.filter((row) => !row.examples.every((text) => names(row, kind, text)));
    const wrong = rows.filter((row) => row.not.some((text) => names(row, kind, text)));
    expect(missed.map(({ id }) => id)).toEqual([]);
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it('is sorted by id and belongs to families that exist', () => {
    const ids = rows.map(({ id }) => id);
    expect(ids).toEqual([...ids].sort((a, b) => (a < b ? -1 : 1)));
    const known = new Set(ids);
    expect(rows.filter(({ family }) => !known.has(family)).map(({ id }) => id)).toEqual([]);
  });
});

describe('forms', () => {
  it('belong to one row only', () => {
    const owners = new Map<string, Set<string>>();
    for (const [kind, rows] of [
      ['dataset', DATASETS],
      ['method', METHODS],
    ] as const) {
      for (const row of rows)
        for (const form of [row.name, ...row.aliases]) {
          const key = fold(form);
          owners.set(key, (owners.get(key) ?? new Set()).add(`${kind}:${row.id}`));
        }
    }
    const shared = [...owners].filter(([, rows]) => rows.size > 1);
    expect(shared.map(([form, rows]) => `${form}: ${[...rows].join(', ')}`)).toEqual([]);
  });

  it('stand once in their row', () => {
    const twice = [...DATASETS, ...METHODS].filter(
      ({ name, aliases }) => new Set([name, ...aliases]).size <= aliases.length,
    );
    expect(twice.map(({ id }) => id)).toEqual([]);
  });
});

describe('generic names', () => {
  it('are no names of data sets or methods', () => {
    const known = new Set([...DATASETS, ...METHODS].flatMap((row) => [row.name, ...row.aliases]));
    expect(GENERIC_NAMES.filter(({ surface }) => known.has(surface))).toEqual([]);
    const found = GENERIC_NAMES.filter(({ surface }) => {
      const { datasets, methods } = read(`In such work ${surface} is used.`);
      return [...datasets, ...methods].some(({ name }) => name === surface);
    });
    expect(found.map(({ surface }) => surface)).toEqual([]);
  });
});

describe('tasks', () => {
  const rowsIn = (text: string) => taskPhrasesOf(chunksOf(text)).map(({ row }) => row?.id);

  it('finds every row in its examples and in none of its counter-examples', () => {
    const missed = TASKS.filter(
      ({ id, examples }) => !examples.every((text) => rowsIn(text).includes(id)),
    );
    const wrong = TASKS.filter(({ id, not }) => not.some((text) => rowsIn(text).includes(id)));
    expect(missed.map(({ id }) => id)).toEqual([]);
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });
});

describe('name cues', () => {
  const rules = (text: string): readonly string[] => {
    const chunks = chunksOf(text);
    return candidatesOf('abstract', text, chunks).flatMap(
      (candidate) => evidenceAt(chunks, candidate).rules,
    );
  };

  it.each(NAME_CUES.map((cue) => [cue.id, cue] as const))(
    '%s speaks where it should',
    (id, cue) => {
      for (const text of cue.examples) expect(rules(text), text).toContain(id);
      for (const text of cue.not) expect(rules(text), text).not.toContain(id);
    },
  );
});
