import { describe, expect, it } from 'vitest';
import { processorTimeOf } from '../../../support/processor-time.js';
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
      return processorTimeOf(() => namesOf(text.slice(0, 200), text));
    };
    time(1_000);
    const short = time(10_000);
    // Ten times the text may take ten times as long, and three times that on a busy machine.
    expect(time(100_000)).toBeLessThan(Math.max(2_000, short * 30));
  });

  it('gives the same names whatever was read before', () => {
    const text = 'We propose OwlNet and test it on MNIST against ResNet-50.';
    const first = namesOf('', text);
    namesOf('OtherNet: A Network', 'OtherNet beats OwlNet on SVHN.');
    expect(namesOf('', text)).toEqual(first);
  });
});
