import { describe, expect, it } from 'vitest';
import { toDocument } from '../../../src/documents/index.js';
import { extract } from '../../../src/extraction/index.js';

function readingsOf(abstract: string) {
  return extract(toDocument('A study of parsing', abstract)).results.map(
    ({ value, form, direction, better, metric }) => [value, form, direction, better, metric],
  );
}

describe('what a number measures', () => {
  it('is what a preposition ties to each number of a list', () => {
    expect(readingsOf('BERT improves over LSTM by 6% in IoU and 4% in mIoU.')).toEqual([
      [6, 'change', 'up', true, 'IoU'],
      [4, 'change', 'up', true, 'mIoU'],
    ]);
  });

  it('holds for the whole list where it is said behind the last', () => {
    const readings = readingsOf('BERT beats LSTM by 1.0, 4.5 and 3.3 points in F1 on three sets.');
    expect(readings.map(([, , , , metric]) => metric)).toEqual(['F1', 'F1', 'F1']);
  });

  it('is not where things go wrong', () => {
    expect(
      readingsOf('BERT answers 41% of them; no model exceeds 50% on collisions.').at(-1),
    ).toEqual(expect.not.arrayContaining(['collision']));
  });
});

describe('the form and the worth of a number', () => {
  it('falls where a metric improves of which less is better', () => {
    expect(readingsOf('BERT improves perplexity by 1.8 points.')).toEqual([
      [1.8, 'change', 'down', true, 'perplexity'],
    ]);
  });

  it('is a ratio for a bare factor', () => {
    expect(
      readingsOf('The speedup of BERT on long inputs is 1.8x for English.')[0]?.slice(0, 3),
    ).toEqual([1.8, 'ratio', 'up']);
  });

  it('is no gain for a quality shown as low', () => {
    const [reading] = readingsOf('Even GPT-4 reaches only 38.1% accuracy.');
    expect(reading?.[3]).toBeNull();
  });

  it('is a gain where rivals spend more', () => {
    const text = 'BERT gains 3 points of accuracy, matching larger models that use 2x more memory.';
    expect(readingsOf(text).at(-1)?.slice(0, 4)).toEqual([2, 'ratio', 'up', true]);
  });
});
