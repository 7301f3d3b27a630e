import { describe, expect, it } from 'vitest';
import { toDocument } from '../../../src/documents/index.js';
import { extract } from '../../../src/extraction/index.js';
import { gainOf } from '../../../src/normalisation/gain.js';

const resultsOf = (abstract: string) => extract(toDocument('A study of parsing', abstract)).results;
const firstOf = (abstract: string) => resultsOf(abstract)[0];

describe('what others spend', () => {
  it.each([
    ['BERT outperforms models 8x larger.', 'down'],
    ['BERT is competitive with decoders up to 12x larger.', 'down'],
    ['BERT outperforms models given 10x more parameters.', 'up'],
    ['BERT outperforms 2x larger models.', 'down'],
    ['BERT matches models trained with 10x more memory.', 'up'],
    ['BERT matches GPT-2, which needs 5x more memory.', 'up'],
    ['BERT rivals older results reached with over 30x the data volume.', 'up'],
  ])('is no loss behind a verb of beating: %s', (text, direction) => {
    expect(firstOf(text)).toMatchObject({ direction, better: true });
  });

  it.each([
    'BERT reaches 5x larger models.',
    'BERT outperforms GPT-2, but is 3x larger.',
    'BERT outperforms GPT-2 and needs 2x more memory.',
    'BERT beats GPT-2 with 2x more compute.',
    'BERT matches GPT-2 using 2x more memory.',
    'Stereo matching needs 2x more memory than before.',
  ])('is a loss elsewhere: %s', (text) => {
    expect(firstOf(text)).toMatchObject({ better: false });
  });

  it('ends what is compared against', () => {
    expect(firstOf('BERT beats readers given 10x more parameters.')?.baseline).toBe('readers');
  });

  it('is a gain of as much', () => {
    const [result] = resultsOf('BERT outperforms models 8x larger.');
    expect(result && gainOf(result).factor).toBe(8);
  });
});

describe('a part of what another takes', () => {
  it.each([
    ["BERT has 20% of GPT-2's latency.", 5],
    ['BERT finishes in 20% of the time.', 5],
    ['BERT is right 88% of the time.', null],
    ['BERT shrinks from 175 to 7 billion parameters.', null],
  ])('%s', (text, factor) => {
    const [result] = resultsOf(text);
    expect(result && gainOf(result).factor).toBe(factor);
  });
});

describe('more data', () => {
  it.each([
    'Our benchmark is 10x larger than existing datasets.',
    'QuizBank is 10x larger than existing benchmarks.',
  ])('is good to have: %s', (text) => {
    expect(firstOf(text)).toMatchObject({ better: true });
  });
});

describe('compression of what should be little', () => {
  it('brings it down', () => {
    const result = firstOf('BERT works under 3x token compression.');
    expect(result).toMatchObject({ direction: 'down', better: true });
  });
});
