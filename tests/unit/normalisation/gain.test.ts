import { describe, expect, it } from 'vitest';
import { gainOf, gainOverLevel } from '../../../src/normalisation/gain.js';
import { reported } from './reported.js';

describe('the gain factor', () => {
  it.each([
    [
      'memory cut by 63.3 %',
      {
        value: 63.3,
        unit: '%',
        form: 'change',
        direction: 'down',
        metric: 'memory',
        category: 'memory',
      },
      2.7248,
    ],
    [
      'memory cut 12.2 times',
      {
        value: 12.2,
        unit: 'x',
        form: 'ratio',
        direction: 'down',
        metric: 'GPU memory',
        category: 'memory',
      },
      12.2,
    ],
    [
      'a third of the data',
      {
        value: 1 / 3,
        unit: '',
        form: 'share',
        metric: 'training data',
        category: 'data',
        quote: 'a third of the training data',
      },
      3,
    ],
    [
      '11 % of the tokens',
      {
        value: 11,
        unit: '%',
        form: 'share',
        metric: 'tokens',
        category: 'size',
        quote: '11% of the tokens',
      },
      9.0909,
    ],
    [
      'hardly any data',
      {
        value: 5,
        unit: '%',
        form: 'share',
        metric: 'training data',
        category: 'data',
        quote: 'as little as 5% of labelled data',
      },
      20,
    ],
    [
      'memory cut by two thirds',
      {
        value: 2 / 3,
        unit: '',
        form: 'change',
        direction: 'down',
        metric: 'memory',
        category: 'memory',
        quote: 'cuts memory by two thirds',
      },
      3,
    ],
    [
      'speed up 14.1 times',
      {
        value: 14.1,
        unit: 'x',
        form: 'ratio',
        direction: 'up',
        metric: 'inference speed',
        category: 'speed',
      },
      14.1,
    ],
    [
      'throughput up by 40 %',
      {
        value: 40,
        unit: '%',
        form: 'change',
        direction: 'up',
        metric: 'throughput',
        category: 'speed',
      },
      1.4,
    ],
    [
      'latency down by 20 %',
      {
        value: 20,
        unit: '%',
        form: 'change',
        direction: 'down',
        metric: 'end-to-end latency',
        category: 'speed',
      },
      1.25,
    ],
    [
      'latency up by 25 %',
      {
        value: 25,
        unit: '%',
        form: 'change',
        direction: 'up',
        metric: 'latency',
        category: 'speed',
      },
      0.8,
    ],
    [
      'a compression of 16x',
      {
        value: 16,
        unit: 'x',
        form: 'ratio',
        direction: 'up',
        metric: 'compression ratio',
        category: 'memory',
      },
      16,
    ],
    [
      'parameters 3.6 times fewer',
      {
        value: 3.6,
        unit: 'x',
        form: 'ratio',
        direction: 'down',
        metric: 'trainable parameters',
        category: 'size',
      },
      3.6,
    ],
  ] as const)('of %s', (_, parts, factor) => {
    expect(gainOf(reported(parts)).factor).toBeCloseTo(factor, 3);
  });

  it.each([
    [
      'a cut of 100 %',
      {
        value: 100,
        unit: '%',
        form: 'change',
        direction: 'down',
        metric: 'memory',
        category: 'memory',
      },
    ],
    [
      'a cut of 140 %',
      {
        value: 140,
        unit: '%',
        form: 'change',
        direction: 'down',
        metric: 'cost',
        category: 'compute',
      },
    ],
    [
      'a cut in seconds',
      {
        value: 3,
        unit: 's',
        form: 'change',
        direction: 'down',
        metric: 'latency',
        category: 'speed',
      },
    ],
    [
      'a quality',
      {
        value: 3,
        unit: '%',
        form: 'change',
        direction: 'up',
        metric: 'accuracy',
        category: 'quality',
      },
    ],
    [
      'a change on a scale of its own',
      {
        value: 0.94,
        unit: '',
        form: 'change',
        direction: 'up',
        metric: 'model size',
        category: 'size',
        quote: '+0.94',
      },
    ],
    [
      'a share of some things',
      {
        value: 10,
        high: 20,
        unit: '%',
        form: 'share',
        metric: 'tokens',
        category: 'size',
        quote: '10 and 20 percent of tokens',
      },
    ],
    [
      'a part of a data set',
      {
        value: 75,
        unit: '%',
        form: 'share',
        metric: 'training data',
        category: 'data',
        quote: '75% of the dataset',
      },
    ],
    [
      'how often something is so',
      {
        value: 20,
        unit: '%',
        form: 'share',
        metric: 'time',
        category: 'speed',
        quote: 'only 20% of the time',
      },
    ],
    [
      'models given more data',
      {
        value: 100,
        unit: 'x',
        form: 'ratio',
        direction: 'up',
        better: false,
        metric: 'data',
        category: 'data',
        quote: '100x more data',
      },
    ],
    ['a level', { value: 24, unit: 'GB', form: 'absolute', metric: 'memory', category: 'memory' }],
  ] as const)('is null for %s', (_, parts) => {
    expect(gainOf(reported(parts)).factor).toBeNull();
  });

  it('keeps both ends of a range', () => {
    const gain = gainOf(
      reported({
        value: 10,
        high: 30,
        unit: '%',
        form: 'change',
        direction: 'down',
        metric: 'cost',
        category: 'compute',
      }),
    );
    expect(gain.factor).toBeCloseTo(1 / 0.9);
    expect(gain.high).toBeCloseTo(1 / 0.7);
  });
});

describe('the gain of one level over another', () => {
  const level = (
    value: number,
    unit: string,
    metric: string,
    category: 'memory' | 'speed' | 'quality',
  ) => reported({ value, unit, metric, category });

  it('is oriented so that more than 1 is better', () => {
    expect(
      gainOverLevel(level(19.2, 'GB', 'memory', 'memory'), level(24.2, 'GB', 'memory', 'memory')),
    ).toBeCloseTo(1.2604, 3);
    expect(
      gainOverLevel(level(500, 'ms', 'latency', 'speed'), level(2, 's', 'latency', 'speed')),
    ).toBe(4);
  });

  it('is null for qualities and for units that do not meet', () => {
    expect(
      gainOverLevel(level(90, '%', 'accuracy', 'quality'), level(80, '%', 'accuracy', 'quality')),
    ).toBeNull();
    expect(
      gainOverLevel(level(19, 'GB', 'memory', 'memory'), level(2, 's', 'latency', 'speed')),
    ).toBeNull();
  });
});

describe('the kind of a gain in quality', () => {
  it.each([
    ['points', { value: 2, unit: 'points' }, 'points'],
    ['a percentage', { value: 2, unit: '%' }, 'ambiguous'],
    [
      'a percentage called relative',
      { value: 2, unit: '%', quote: 'a 2% relative gain' },
      'relative',
    ],
    [
      'a percentage called absolute',
      { value: 2, unit: '%', quote: 'a 2% absolute gain' },
      'points',
    ],
    ['more than 100 %', { value: 143, unit: '%' }, 'relative'],
    ['plain scores', { value: 2.3, unit: '' }, null],
  ] as const)('in %s', (_, parts, kind) => {
    expect(
      gainOf(reported({ form: 'change', direction: 'up', metric: 'accuracy', ...parts })).kind,
    ).toBe(kind);
  });
});
