import { describe, expect, it } from 'vitest';
import { toBase } from '../../../src/normalisation/base-units.js';
import { checkSums } from '../../../src/normalisation/checked-sums.js';
import { comparableValue } from '../../../src/normalisation/comparable.js';
import { metricByName } from '../../../src/normalisation/metric-names.js';
import { reported } from './reported.js';

describe('the value on the scale of the metric', () => {
  const grid: readonly [
    metric: string,
    raw: readonly [number, string],
    comparable: number | null,
  ][] = [
    ['accuracy', [0.85, ''], 0.85],
    ['accuracy', [85, ''], 0.85],
    ['accuracy', [85, '%'], 0.85],
    ['accuracy', [0.85, '%'], 0.0085],
    ['zero-shot accuracy', [85, '%'], 0.85],
    ['F1', [1, ''], 1],
    ['BLEU', [0.37, ''], 37],
    ['BLEU', [37, ''], 37],
    ['ROUGE-L', [44.1, '%'], 44.1],
    ['perplexity', [12.3, ''], 12.3],
    ['FID', [2.97, ''], 2.97],
    ['latency', [20, 'ms'], 0.02],
    ['latency', [2, 'min'], 120],
    ['memory', [24, 'GB'], 24e9],
    ['FLOPs', [7.5, 'GFLOPs'], 7.5e9],
    ['accuracy', [3, 'points'], null],
    ['readability of prose', [3, ''], null],
  ];
  it.each(grid)('%s %j', (metric, [value, unit], comparable) => {
    const number = reported({ metric, value, unit });
    const found = comparableValue(number, metricByName(metric));
    if (comparable === null) expect(found).toBeNull();
    else expect(found).toBeCloseTo(comparable, 9);
  });

  it.each(['change', 'ratio', 'share'] as const)('is null for a %s', (form) => {
    expect(
      comparableValue(reported({ metric: 'accuracy', value: 3, form }), metricByName('accuracy')),
    ).toBeNull();
  });
});

describe('base units', () => {
  it.each([
    [1.5, 'h', 5400, 'seconds'],
    [256, 'KB', 256000, 'bytes'],
    [65.5, '%', 0.655, 'fraction'],
    [57, 'tokens', 57, 'count'],
    [3, 'TFLOPs', 3e12, 'FLOP'],
  ] as const)('%d %s', (value, unit, base, name) => {
    expect(toBase({ value, high: null, unit })).toEqual({ value: base, high: null, unit: name });
  });

  it('are null for factors, points and plain scores', () => {
    for (const unit of ['x', 'points', '', 'dB'])
      expect(toBase({ value: 1, high: null, unit })).toBeNull();
  });
});

describe('checked sums', () => {
  const at = (start: number) => ({ field: 'abstract', start, end: start + 5 }) as const;
  const sum = (
    change: number,
    unit: string,
    a: number,
    b: number,
    form: 'change' | 'ratio' = 'change',
  ) =>
    checkSums([
      reported({ value: change, unit, form, metric: 'accuracy', span: at(0) }),
      reported({ value: a, metric: 'accuracy', span: at(20) }),
      reported({ value: b, metric: 'accuracy', span: at(30), rule: 'level.versus' }),
    ])[0];

  it.each([
    ['a difference of points', sum(1.67, 'points', 69.48, 67.81), 'consistent'],
    ['a difference that is off', sum(1.9, 'points', 69.48, 67.81), 'inconsistent'],
    ['a relative difference', sum(25, '%', 50, 40), 'consistent'],
    ['a factor', sum(2, 'x', 50, 25, 'ratio'), 'consistent'],
    ['a factor that is off', sum(3, 'x', 50, 25, 'ratio'), 'inconsistent'],
  ])('%s', (_, found, check) => {
    expect(found).toBe(check);
  });

  it('leave alone what has no two levels beside it', () => {
    expect(checkSums([reported({ value: 3, unit: '%', form: 'change' })])).toEqual(['unchecked']);
  });
});
