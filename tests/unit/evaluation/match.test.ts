import { describe, expect, it } from 'vitest';
import type { AnnotatedResult } from '../../../src/evaluation/annotation.js';
import { bootstrapInterval } from '../../../src/evaluation/interval.js';
import { matchNames } from '../../../src/evaluation/match-names.js';
import { agreement, sameNumber } from '../../../src/evaluation/match-results.js';
import { sameMetric } from '../../../src/evaluation/same-metric.js';

describe('names', () => {
  it('match by any form, one to one', () => {
    const gold = [
      { name: 'AST', role: 'proposed', aliases: ['Adaptive Sparse Trainer'] },
      { name: 'LoRA', role: 'base' },
      { name: 'Adam', role: 'base', optional: true },
    ];
    const system = [
      { name: 'adaptive sparse trainer', role: 'proposed' },
      { name: 'AST', role: 'base' },
      { name: 'Adam', role: 'base' },
      { name: 'Lora', role: 'baseline' },
      { name: 'QLoRA', role: 'base' },
    ];
    expect(matchNames(gold, system)).toEqual({ hits: 2, system: 3, gold: 2 });
    expect(matchNames(gold, system, true)).toEqual({ hits: 1, system: 3, gold: 2 });
  });
});

describe('metrics', () => {
  it.each([
    ['top-1 accuracy', 'accuracy', true],
    ['top-1 accuracy', 'top-5 accuracy', false],
    ['F1-score', 'F1', true],
    ['inference latency', 'inference time', true],
    ['word error rate', 'WER', true],
    ['GPU memory usage', 'memory', true],
    ['BLEU', 'ROUGE-L', false],
    [null, 'accuracy', false],
    [null, '', true],
  ])('%s and %s: %s', (one, other, same) => {
    expect(sameMetric(one, other)).toBe(same);
  });
});

const number = (fields: Partial<AnnotatedResult>): AnnotatedResult & { high: number | null } => ({
  ...{ quote: '', value: 0, high: null, unit: '%', form: 'absolute', direction: null },
  ...{ better: null, bound: 'exact', metric: 'accuracy', category: 'quality' },
  ...(fields as object),
});

describe('numbers', () => {
  const text = 'It keeps half of the accuracy, 5 to 7% more than before.';

  it('match by value and overlapping quotes', () => {
    const gold = number({ quote: 'half of the accuracy', value: 0.5, unit: '', form: 'share' });
    expect(sameNumber(text, gold, number({ quote: 'half', value: 50 }))).toBe(true);
    expect(sameNumber(text, gold, number({ quote: 'before', value: 50 }))).toBe(false);
    expect(sameNumber(text, gold, number({ quote: 'half', value: 51 }))).toBe(false);
    const range = number({ quote: '5 to 7%', value: 5, high: 7 });
    expect(sameNumber(text, range, number({ quote: '7% more', value: -7, high: 5 }))).toBe(true);
    expect(sameNumber(text, range, number({ quote: '7% more', value: 5 }))).toBe(false);
  });

  it('agree on a thing under any of its names', () => {
    const names = (aliases: string[]) => ({
      datasets: [],
      methods: [{ name: 'AST', role: 'proposed', aliases }],
    });
    const [long, short] = ['Adaptive Sparse Trainer', 'AST'];
    const one = number({ subject: long });
    const agreed = agreement(one, number({ subject: short }), names([long]), names([]));
    expect(agreed).toMatchObject({ subject: true, tuple: true });
    const other = agreement(one, number({ subject: 'SGD' }), names([long]), names([]));
    expect(other).toMatchObject({ subject: false, claim: true, tuple: false });
  });
});

describe('the interval', () => {
  const mean = (sample: readonly number[]) =>
    sample.reduce((sum, item) => sum + item, 0) / sample.length;

  it('is the same for the same items, holds their figure, and narrows with their number', () => {
    const few = [0, 1, 1, 0, 1, 1, 0, 1];
    const many = Array.from({ length: 40 }, () => few).flat();
    const [low, high] = bootstrapInterval(few, mean);
    expect(bootstrapInterval(few, mean)).toEqual([low, high]);
    expect(low).toBeLessThan(mean(few));
    expect(high).toBeGreaterThan(mean(few));
    const [narrowLow, narrowHigh] = bootstrapInterval(many, mean);
    expect(narrowHigh - narrowLow).toBeLessThan((high - low) / 3);
  });
});
