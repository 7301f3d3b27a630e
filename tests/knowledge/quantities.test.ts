import { describe, expect, it } from 'vitest';
import { toDocument } from '../../src/documents/index.js';
import { findWordings } from '../../src/extraction/nlp.js';
import { scanNumbers } from '../../src/extraction/numbers/scan-numbers.js';
import { mask } from '../../src/extraction/results/mask.js';
import { findMetrics } from '../../src/extraction/results/metric-lexicon.js';
import { readNumbers } from '../../src/extraction/results/read-results.js';
import { sentenceItems } from '../../src/extraction/results/sentence-items.js';
import { tokenize } from '../../src/extraction/text/tokens.js';
import {
  BOUNDS,
  METRICS,
  NUMBER_WORDS,
  UNITS,
  WORD_CLASSES,
  WORDINGS,
  wordsOf,
} from '../../src/knowledge/quantity-knowledge.js';

const free = (): boolean => false;
const numbersIn = (text: string) => scanNumbers(text, tokenize(text), free);
const metricsIn = (text: string) => findMetrics(text, tokenize(text), free);
const itemsOf = (text: string) => sentenceItems(text, { start: 0, end: text.length }, [], []).items;
const wordingsIn = (text: string) =>
  findWordings(mask(itemsOf(text)).terms).map(({ wording }) => wording.id);
const resultsIn = (text: string) =>
  readNumbers(toDocument(null, text).abstract, [], [], {
    methods: { roles: new Map(), main: null, introducedAt: 0 },
    onlyDataset: null,
    ownBenchmark: null,
    resultDatasets: new Set(),
  }).results;

interface Row {
  readonly id: string;
  readonly examples: readonly string[];
  readonly not: readonly string[];
}

/** Ids of the rows whose examples are not all found, and of those found in a counter-example. */
function faults<R extends Row>(rows: readonly R[], found: (row: R, text: string) => boolean) {
  return {
    missed: rows
      .filter((row) => !row.examples.every((text) => found(row, text)))
      .map(({ id }) => id),
    wrong: rows.filter((row) => row.not.some((text) => found(row, text))).map(({ id }) => id),
  };
}
const NO_FAULTS = { missed: [], wrong: [] };

function clashes(forms: Iterable<readonly [form: string, owner: string]>): string[] {
  const owners = new Map<string, Set<string>>();
  for (const [form, owner] of forms) owners.set(form, (owners.get(form) ?? new Set()).add(owner));
  return [...owners].filter(([, ids]) => ids.size > 1).map(([form, ids]) => `${form}: ${[...ids]}`);
}

describe('units', () => {
  it('are found in their examples and in none of their counter-examples', () => {
    expect(
      faults(UNITS, (row, text) => numbersIn(text).some(({ unit }) => unit?.id === row.id)),
    ).toEqual(NO_FAULTS);
  });

  it('share no alias, but for those that the case tells apart', () => {
    const forms = UNITS.flatMap((unit) =>
      unit.aliases.map((alias) => [unit.exact ? `exact ${alias}` : alias, unit.id] as const),
    );
    expect(clashes(forms)).toEqual([]);
  });

  it('have a factor wherever they have a base', () => {
    expect(UNITS.filter(({ base, factor }) => (base === null) !== (factor === null))).toEqual([]);
  });
});

describe('metrics', () => {
  it('are found in their examples and in none of their counter-examples', () => {
    expect(
      faults(METRICS, (row, text) => metricsIn(text).some(({ metric }) => metric.id === row.id)),
    ).toEqual(NO_FAULTS);
  });

  it('share no name', () => {
    const forms = METRICS.flatMap(({ id, name, aliases }) =>
      [name, ...aliases].map((form) => [form, id] as const),
    );
    expect(clashes(forms)).toEqual([]);
  });
});

describe('number words', () => {
  it('are read in their examples, and reported in none of their counter-examples', () => {
    expect(
      faults(NUMBER_WORDS, (row, text) =>
        row.not.includes(text)
          ? resultsIn(text).some(({ value }) => value === row.value)
          : numbersIn(text).some(({ value, inWords }) => inWords && value === row.value),
      ),
    ).toEqual(NO_FAULTS);
  });
});

describe('bounds', () => {
  it('are found in their examples and in none of their counter-examples', () => {
    expect(
      faults(BOUNDS, (row, text) =>
        numbersIn(text).some(
          ({ bound, start, end, outerStart, outerEnd }) =>
            bound === row.bound && (outerStart < start || outerEnd > end),
        ),
      ),
    ).toEqual(NO_FAULTS);
  });
});

describe('wordings', () => {
  it('are found in their examples and in none of their counter-examples', () => {
    expect(faults(WORDINGS, (row, text) => wordingsIn(text).includes(row.id))).toEqual(NO_FAULTS);
  });

  it('ask for classes of words that exist', () => {
    const given = new Set([
      ...WORD_CLASSES.map(({ id }) => id),
      ...[
        'Num',
        'Step',
        'AtMost',
        'Pct',
        'Pts',
        'Fac',
        'Phys',
        'Plain',
        'Share',
        'Word',
        'Noun',
        'Met',
      ],
      ...['Perf', 'Mth', 'Dat', 'Tsk', 'Mark', 'Comma', 'BeforeBy', 'BeforeTo', 'BeforeOf'],
    ]);
    const asked = WORDINGS.flatMap(({ match }) => match.match(/(?<=#)\w+/g) ?? []);
    expect(asked.filter((tag) => !given.has(tag))).toEqual([]);
  });
});

describe('rows', () => {
  it.each([
    ['units', UNITS],
    ['metrics', METRICS],
    ['number words', NUMBER_WORDS],
    ['wordings', WORDINGS],
    ['word classes', WORD_CLASSES],
  ])('of %s are sorted by id', (_, rows) => {
    const ids = rows.map(({ id }) => id);
    expect(ids).toEqual([...ids].sort((a, b) => (a < b ? -1 : 1)));
  });

  it('of word lists are asked for by an id that exists', () => {
    expect(wordsOf('Month').has('may')).toBe(true);
    expect(() => wordsOf('Nothing')).toThrow('word-lists.json has no list Nothing');
  });
});
