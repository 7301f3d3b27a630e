import { describe, expect, it } from 'vitest';
import { toDocument } from '../../../src/documents/index.js';
import { extract } from '../../../src/extraction/index.js';

function confidenceOf(abstract: string): number {
  const { results } = extract(toDocument('FooNet: a parser', abstract));
  return results.at(-1)?.confidence ?? Number.NaN;
}

describe('confidence', () => {
  const own = 'We propose FooNet. FooNet achieves 92.1% accuracy on MNLI.';

  it('is higher for what the clause says than for what another sentence lends', () => {
    const lent = 'We propose FooNet. Accuracy is measured on MNLI. It then reaches 92.1%.';
    expect(confidenceOf(own)).toBeGreaterThan(confidenceOf(lent));
  });

  it('is higher where metric, data set and method are all said than where the method is not', () => {
    expect(confidenceOf(own)).toBeGreaterThan(
      confidenceOf('Parsing is hard. An accuracy of 92.1% is seen on MNLI.'),
    );
  });

  it('is a probability that is neither 0 nor 1', () => {
    expect(confidenceOf(own)).toBeGreaterThan(0.5);
    expect(confidenceOf(own)).toBeLessThanOrEqual(0.98);
  });
});
