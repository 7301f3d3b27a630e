import { describe, expect, it } from 'vitest';
import { namesOf } from './read.js';

const UNITS = [
  '(',
  'a(',
  '{',
  'A-',
  'Aa',
  'A, ',
  'A and ',
  '(ABC) ',
  'we propose ',
  'X-based ',
  '\ud800',
  '3D ',
  "'s ",
  'on the ',
  'detecting ',
];

describe('hostile text', () => {
  it.each(UNITS)('is read in time that grows with its length: %j', (unit) => {
    const time = (length: number): number => {
      const text = unit.repeat(Math.ceil(length / unit.length));
      const start = performance.now();
      namesOf(text.slice(0, 200), text);
      return performance.now() - start;
    };
    time(1_000);
    const short = Math.min(time(10_000), time(10_000), time(10_000));
    // Ten times the text may take ten times as long, and three times that on a busy machine.
    expect(Math.min(time(100_000), time(100_000))).toBeLessThan(Math.max(2_000, short * 30));
  });

  it('gives the same names whatever was read before', () => {
    const text = 'We propose OwlNet and test it on MNIST against ResNet-50.';
    const first = namesOf('', text);
    namesOf('OtherNet: A Network', 'OtherNet beats OwlNet on SVHN.');
    expect(namesOf('', text)).toEqual(first);
  });
});
