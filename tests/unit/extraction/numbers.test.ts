import { describe, expect, it } from 'vitest';
import { toDocument } from '../../../src/documents/index.js';
import { scanNumbers } from '../../../src/extraction/numbers/scan-numbers.js';
import { tokenize } from '../../../src/extraction/text/tokens.js';
import { processorTimeOf } from '../../support/processor-time.js';

function read(text: string) {
  const { clean } = toDocument(null, text).abstract;
  return scanNumbers(clean, tokenize(clean), () => false);
}
const told = (text: string) =>
  read(text).map(({ value, high, unitSymbol, bound }) => [value, high, unitSymbol, bound]);

describe('one number', () => {
  it.each([
    ['88.5% of them', 88.5, null, '%', 'exact'],
    ['88.5\\% of them', 88.5, null, '%', 'exact'],
    ['88.5 percent of them', 88.5, null, '%', 'exact'],
    ['over 88.5 % of them', 88.5, null, '%', 'at_least'],
    ['>88.5% of them', 88.5, null, '%', 'at_least'],
    ['at most 3 points', 3, null, 'points', 'up_to'],
    ['<= 0.5% drift', 0.5, null, '%', 'up_to'],
    ['leq 5% drop', 5, null, '%', 'up_to'],
    ['roughly 70% of it', 70, null, '%', 'approx'],
    ['~8.4 GB of it', 8.4, null, 'GB', 'approx'],
    ['up to about 4x of it', 4, null, 'x', 'up_to'],
    ['2x or more of it', 2, null, 'x', 'at_least'],
    ['50% (or more) of it', 50, null, '%', 'at_least'],
    ['14.1times of it', 14.1, null, 'x', 'exact'],
    ['$3.2\\times$ of it', 3.2, null, 'x', 'exact'],
    ['3.2× of it', 3.2, null, 'x', 'exact'],
    ['a 10-fold gain', 10, null, 'x', 'exact'],
    ['a 2x-fold gain', 2, null, 'x', 'exact'],
    ['a ratio of 32:1 here', 32, null, 'x', 'exact'],
    ['by a factor of 3.5 here', 3.5, null, 'x', 'exact'],
    ['a threefold gain', 3, null, '', 'exact'],
    ['nearly half the memory', 0.5, null, '', 'approx'],
    ['an order of magnitude faster', 10, null, '', 'exact'],
    ['two orders of magnitude faster', 100, null, '', 'exact'],
    ['a score of 4.1/5 here', 4.1, null, '', 'exact'],
    ['a score of 82/100 here', 82, null, '', 'exact'],
    ['one third of the data', 1 / 3, null, '', 'exact'],
    ['1{16} of the data', 1 / 16, null, '', 'exact'],
    ['1/3 of the data', 1 / 3, null, '', 'exact'],
    ['2-3 orders of magnitude faster', 100, 1000, 'x', 'exact'],
    ['one to two orders of magnitude faster', 10, 100, 'x', 'exact'],
    ['31~FPS of it', 31, null, 'FPS', 'exact'],
    ['an error of 0.55m here', 0.55, null, 'm', 'exact'],
    ['a cost of $0.28 per query', 0.28, null, '$', 'exact'],
    ['a cost of \\$0.28 per query', 0.28, null, '$', 'exact'],
    ['a cost of $5-$20 per run', 5, 20, '$', 'exact'],
    ['a drop of -10 to -14 points', 10, 14, 'points', 'exact'],
    ['1,234 frames per second', 1234, null, 'FPS', 'exact'],
    ['1.9 million of them', 1900000, null, '', 'exact'],
    ['5 constructor calls', 5, null, '', 'exact'],
    ['57 billion tokens', 57e9, null, 'tokens', 'exact'],
    ['an error of 3.2e-4 here', 0.00032, null, '', 'exact'],
    ['an error of $10^{-3}$ here', 0.001, null, '', 'exact'],
    ['an error of 1.2×10^-3 here', 0.0012, null, '', 'exact'],
    ['95.1 \\pm 0.3 of them', 95.1, null, '', 'exact'],
    ['95.1 (plus or minus 0.3) of them', 95.1, null, '', 'exact'],
    ['.85 of them', 0.85, null, '', 'exact'],
    ['+2.9 pp of it', 2.9, null, 'points', 'exact'],
    ['GPU memory of 24GB here', 24, null, 'GB', 'exact'],
    ['within 48 s', 48, null, 's', 'up_to'],
    ['2.5m frames of it', 2500000, null, 'frames', 'exact'],
    ['a result -> 2.5 m of it', 2.5, null, 'm', 'exact'],
    ['SDXL and SD (12 of them)', 12, null, '', 'exact'],
    ['two and three orders of magnitude faster', 100, 1000, 'x', 'exact'],
  ])('%s', (text, value, high, unit, bound) => {
    expect(told(text)).toEqual([[value, high, unit, bound]]);
  });
});

describe('a range', () => {
  it.each([
    ['10~30% of it', 10, 30, '%'],
    ['1-2.7x of it', 1, 2.7, 'x'],
    ['70--80\\% of it', 70, 80, '%'],
    ['70%-80% of it', 70, 80, '%'],
    ['5 to 10 dB of it', 5, 10, 'dB'],
    ['between 66% and 77% of it', 66, 77, '%'],
    ['ranging from 3% to 9% of it', 3, 9, '%'],
    ['speedups from 2x to 5x of it', 2, 5, 'x'],
    ['a size of 13~15M', 13e6, 15e6, ''],
  ])('%s', (text, low, high, unit) => {
    expect(told(text).map((found) => found.slice(0, 3))).toEqual([[low, high, unit]]);
  });

  it.each([
    'from 70% to 80%',
    'from 4600 seconds to 0.3 seconds',
    '80.1% to 78.3%',
    '78.3% to 89.4% (+14%)',
  ])('is none in two levels: %s', (text) => {
    expect(read(text).every(({ high }) => high === null)).toBe(true);
    expect(read(text).length).toBeGreaterThanOrEqual(2);
  });
});

describe('digits of no interest', () => {
  it.each([
    'GPT-4 and CIFAR-10',
    'in 2023 and since May 2019',
    'as shown in [3, 7]',
    '(1) faster and (2) smaller',
    'Section 3 and Table 2',
    'p < 0.05 and n = 120',
    '95% CI: 0.21-0.34',
    '95% confidence interval [0.71, 0.83]',
    'version 1.2.3',
    'SD 3.5 and SD 1.5',
    'an IoU range of 0.50:0.95 and AP at 0.5:0.05:0.95',
    'a rate of $1/n$ and 1/T',
    'p-values less than .001 and a p-value of 0.03',
    '69,184 H&E-stained slides are no 3D',
  ])('%s', (text) => {
    const values = read(text).map(({ value }) => value);
    expect(values.filter((value) => value !== 69184)).toEqual([]);
  });
});

describe('hostile text', () => {
  it.each([
    '9'.repeat(40_000),
    '1 '.repeat(20_000),
    '1-'.repeat(20_000),
    'as '.repeat(20_000),
    '('.repeat(40_000),
  ])('is read in linear time (%#)', (text) => {
    const time = (part: string): number => processorTimeOf(() => read(part));
    const half = Math.max(time(text.slice(0, text.length / 2)), 20);
    expect(time(text)).toBeLessThan(half * 5);
  });
});
