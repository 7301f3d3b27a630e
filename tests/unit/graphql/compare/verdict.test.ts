import { describe, expect, it } from 'vitest';
import { paretoFront } from '../../../../src/graphql/compare/pareto-front.js';
import { type Comparable, judge } from '../../../../src/graphql/compare/verdict.js';

const LEVEL: Comparable = {
  ...{ form: 'absolute', metric: 'accuracy', dataset: 'imagenet', setting: null, baseline: null },
  ...{ level: 0.8, levelUnit: '', gainFactor: null },
};
const GAIN: Comparable = {
  ...LEVEL,
  ...{ form: 'ratio', metric: 'memory', baseline: 'lora', level: null, gainFactor: 2 },
};

describe('judge', () => {
  it.each([
    [LEVEL, LEVEL, 'COMPARABLE', 'SAME_MEASURE'],
    [LEVEL, { ...LEVEL, metric: 'top-5-accuracy' }, 'NOT_COMPARABLE', 'OTHER_METRIC'],
    [LEVEL, { ...LEVEL, metric: null }, 'UNKNOWN', 'NO_METRIC'],
    [LEVEL, { ...LEVEL, dataset: 'gsm8k' }, 'NOT_COMPARABLE', 'OTHER_DATASET'],
    [LEVEL, { ...LEVEL, dataset: null }, 'UNKNOWN', 'NO_DATASET'],
    [LEVEL, { ...LEVEL, form: 'change' }, 'NOT_COMPARABLE', 'CHANGE_AGAINST_LEVEL'],
    [
      { ...LEVEL, setting: 'test' },
      { ...LEVEL, setting: 'validation' },
      'NOT_COMPARABLE',
      'OTHER_SETTING',
    ],
    [LEVEL, { ...LEVEL, setting: 'test' }, 'UNKNOWN', 'SETTING_UNSTATED'],
    [LEVEL, { ...LEVEL, levelUnit: 'seconds' }, 'NOT_COMPARABLE', 'OTHER_UNIT'],
    [LEVEL, { ...LEVEL, level: null }, 'UNKNOWN', 'NO_SCALE'],
    [GAIN, GAIN, 'COMPARABLE', 'SAME_GAIN'],
    [GAIN, { ...GAIN, form: 'change' }, 'COMPARABLE', 'SAME_GAIN'],
    [GAIN, { ...GAIN, form: 'change', gainFactor: null }, 'NOT_COMPARABLE', 'OTHER_FORM'],
    [GAIN, { ...GAIN, baseline: 'bert' }, 'NOT_COMPARABLE', 'OTHER_BASELINE'],
    [GAIN, { ...GAIN, baseline: null }, 'UNKNOWN', 'NO_BASELINE'],
    [GAIN, { ...GAIN, gainFactor: null }, 'UNKNOWN', 'NO_SCALE'],
  ] as const)('of %o and %o', (a, b, verdict, reason) => {
    expect(judge(a, b)).toEqual({ verdict, reason });
    expect(judge(b, a)).toEqual({ verdict, reason });
  });
});

describe('paretoFront', () => {
  const front = (points: readonly (readonly [number, number])[], y: 'higher' | 'lower') => {
    const all = points.map(([px, py]) => ({ x: px, y: py }));
    return [...paretoFront(all, { x: 'higher', y })].map((point) => [point.x, point.y]);
  };

  it('holds what nothing else is better than', () => {
    const points = [
      [0.9, 10],
      [0.8, 4],
      [0.8, 5],
      [0.7, 4],
      [0.6, 1],
      [0.9, 10],
    ] as const;
    expect(front(points, 'lower')).toEqual([
      [0.9, 10],
      [0.9, 10],
      [0.8, 4],
      [0.6, 1],
    ]);
    expect(front(points, 'higher')).toEqual([
      [0.9, 10],
      [0.9, 10],
    ]);
    expect(front([], 'lower')).toEqual([]);
  });
});
