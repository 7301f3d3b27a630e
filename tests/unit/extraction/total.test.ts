import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Extraction, Span } from '../../../src/domain/index.js';
import { createPaperReader } from '../../../src/pipeline/index.js';
import { processorTimeOf } from '../../support/processor-time.js';

const reader = createPaperReader();

/** Pieces that rules look for, so that random texts reach deep into them. */
const PIECES = [
  ...[
    'We propose X-Net (Extended Network), ',
    'outperforming ',
    'GPT-4 ',
    'on ImageNet-1K ',
    'by ',
  ],
  ...[
    '95.2% ',
    '3.2x ',
    '$1{16}$ ',
    '10~30% ',
    '1-2.7x ',
    '(69.48 vs. 72.41) ',
    'up to ',
    'from ',
    'to ',
  ],
  ...[
    'accuracy ',
    'GPU memory ',
    'respectively. ',
    'threefold ',
    'half ',
    'and ',
    'introduces ',
    ', ',
    '(',
    ')',
    '±',
    '\\%',
    '\\constructor ',
    '5 constructor ',
    '×10^-3 ',
    '$5 ',
    '-$20 ',
  ],
  ...[
    'https://github.com/a/b ',
    '\ud800',
    '\udfff',
    '\u0000',
    '\u202e',
    'İ',
    'ß',
    '́',
    '１２％ ',
    '٣ ',
  ],
];
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 })
    .map((units) => String.fromCharCode(...units)),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join('')),
);

function evidenceOf(read: Extraction): { quote: string | null; span: Span }[] {
  const mentions = [...read.datasets, ...read.methods, ...read.tasks];
  return [
    ...read.results,
    ...read.quantities,
    ...mentions.flatMap(({ spans }) => spans.map((span) => ({ quote: null, span }))),
    ...read.links.map(({ span }) => ({ quote: null, span })),
  ];
}

describe('reading', () => {
  it('takes any two strings and cuts every quote out of them', () => {
    fc.assert(
      fc.property(anyText, anyText, (title, abstract) => {
        const read = reader.read(title, abstract);
        for (const { quote, span } of evidenceOf(read)) {
          const text = { title, abstract }[span.field];
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeGreaterThan(span.start);
          expect(span.end).toBeLessThanOrEqual(text.length);
          if (quote !== null) expect(text.slice(span.start, span.end)).toBe(quote);
        }
        for (const { value } of [...read.results, ...read.quantities])
          expect(Number.isFinite(value)).toBe(true);
        for (const { confidence } of read.results) {
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 400, seed: 20_260_101 },
    );
  });

  it('gives the same bytes whatever was read before', () => {
    const texts = fc.sample(fc.tuple(anyText, anyText), { numRuns: 60, seed: 7 });
    const read = ([title, abstract]: readonly [string, string]) =>
      JSON.stringify(createPaperReader().read(title, abstract));
    const forwards = texts.map(read);
    const backwards = [...texts].reverse().map(read).reverse();
    expect(backwards).toEqual(forwards);
  });

  it.each([null, ''])('takes a paper without a part (%j)', (part) => {
    expect(reader.read(part, part).results).toEqual([]);
    expect(reader.read(part, 'It reaches 95.2% accuracy.').results).toHaveLength(1);
    expect(reader.read('It reaches 95.2% accuracy', part).results).toHaveLength(1);
  });
});

const counted = (count: number, make: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => make(at)).join('');

const HOSTILE: Record<string, (length: number) => string> = {
  digits: (length) => '1'.repeat(length),
  'digits and commas': (length) => '123,'.repeat(length / 4),
  'digits and dots': (length) => '1.'.repeat(length / 2),
  'open parentheses': (length) => '('.repeat(length),
  'nested parentheses': (length) => '('.repeat(length / 2) + ')'.repeat(length / 2),
  spaces: (length) => `a${' '.repeat(length)}b`,
  'spaces between digits': (length) => '1 '.repeat(length / 2),
  percents: (length) => '%'.repeat(length),
  'a list of numbers': (length) => '1.5%, '.repeat(length / 6),
  'a list of names': (length) => 'ResNet-50, '.repeat(length / 11),
  capitals: (length) => 'A'.repeat(length),
  'capitals and hyphens': (length) => 'Ab-'.repeat(length / 3),
  dollars: (length) => '$'.repeat(length),
  'braces and backslashes': (length) => '\\frac{'.repeat(length / 6),
  'unfinished markup': (length) => '<'.repeat(length),
  ampersands: (length) => '&'.repeat(length),
  words: (length) => 'accuracy '.repeat(length / 9),
  'improves by': (length) => 'improves by 3% '.repeat(length / 15),
  'slashes of an address': (length) => `https://${'/'.repeat(length)}`,
  'an address of dots': (length) => 'github.'.repeat(length / 7),
  hyphens: (length) => '-'.repeat(length),
  quotes: (length) => '"'.repeat(length),
  'thousands of names in a list': (length) => counted(length / 11, (at) => `Net${at}Former, `),
  'thousands of short forms': (length) =>
    counted(length / 40, (at) => `Big Extended Network ${at} (BEN${at}), our model, `),
  'thousands of names with results': (length) =>
    counted(
      length / 60,
      (at) => `Ab${at}Net reaches ${at % 100}.1% accuracy on the Set${at}QA data set. `,
    ),
  'a sentence of names with results': (length) =>
    counted(length / 40, (at) => `Ab${at}Net with ${at % 100}.1% on Set${at}QA, `),
};
/** Ten times the text may take this many times as long: linear, with room for a busy machine. */
const MOST_GROWTH = 30;
/** Milliseconds below which the compiler and the collector weigh more than the reading. */
const SHORTEST = 20;

describe('hostile text is read in linear time', () => {
  it.each(Object.entries(HOSTILE))('%s', (_, make) => {
    const took = (length: number): number => {
      const text = make(length);
      return processorTimeOf(() => reader.read('', text));
    };
    took(1_000);
    const [ten, hundred] = [took(10_000), took(100_000)];
    expect(hundred / Math.max(ten, SHORTEST)).toBeLessThan(MOST_GROWTH);
  });

  it('a megabyte of open parentheses', () => {
    expect(reader.read('', '('.repeat(1_000_000)).results).toEqual([]);
  });
});
