import { describe, expect, it } from 'vitest';
import { toDocument } from '../../../src/documents/index.js';
import { extract } from '../../../src/extraction/index.js';

const resultsOf = (abstract: string) => extract(toDocument('A study of parsing', abstract)).results;
const valuesOf = (abstract: string) => resultsOf(abstract).map(({ value }) => value);

describe('numbers that say something of another number', () => {
  it.each([
    ['an interval', 'The MCC is 0.571 (0.552-0.591) for BERT.', [0.571]],
    ['a deviation', 'BERT is right in 73.1% (SD = 4.2) of the trials.', [73.1]],
    ['a threshold', 'BERT has a recall of 54.3% at IoU > 0.5.', [54.3]],
    ['a point of a curve', 'BERT has a mean average precision at 50% (mAP@0.5) of 0.756.', [0.756]],
    [
      'the sides of an image',
      'BERT runs at 31 FPS at 2560x1440 and 14 FPS at 3840×2160.',
      [31, 14],
    ],
    ['a limit that is set', 'BERT is right in 81% of them when latency < 10 ms.', [81]],
    ['how much is learnt from', 'BERT is right in 81% of them under 1%, 5% and 10% labels.', [81]],
    ['how sparse it is', 'BERT is right in 81% of them at 40-50% sparsity.', [81]],
    ['the points of a game', 'On the 24-point game, BERT is right in 95% of them.', [95]],
    ['the points of a scale', 'On a 5-point Likert scale, BERT has a score of 4.2.', [4.2]],
    ['what is set', 'A Learning Rate of 0.01 gives BERT an accuracy of 91%.', [91]],
    ['how many of all', 'BERT has an accuracy of 95% (19/20).', [95]],
    ['the end of a scale', 'BERT has a score of 4.1/5 and a usability score of 82/100.', [4.1, 82]],
    ['the memory of one device', 'BERT is trained on a single 80GB A100.', []],
    ['counts that nothing is learnt from', 'BERT fails on only 12 questions.', []],
    ['a number that archives give', 'The paper arXiv:2010.05465 reports 0% accuracy.', [0]],
  ])('leaves out %s', (_, text, expected) => {
    expect(valuesOf(text)).toEqual(expected);
  });

  it.each([
    ['BERT reaches 91% accuracy with latency < 10 ms.', [91, 10]],
    ['BERT needs 6 GB on video benchmarks.', [6]],
    ['LSTM degrades under transfer (RMSE 1.53 m -> 2.99-3.78 m).', [1.53, 2.99]],
    ['BERT wins by a 5-point accuracy gap.', [5]],
  ])('reads %s', (text, expected) => {
    expect(valuesOf(text)).toEqual(expected);
  });

  it.each([
    ['BERT beats all others by a clear margin of 2.1%.', 'up'],
    ['BERT returns to the road, recovering 10% accuracy over LSTM.', 'up'],
    ['BERT keeps accuracy within 3% of GPT-2.', 'down'],
    ['BERT shows gains on text (1.8%) and on video (0.5%).', 'up'],
  ])('tells a difference from a level: %s', (text, direction) => {
    expect(resultsOf(text).at(-1)).toMatchObject({ form: 'change', direction });
  });

  it.each([
    ['BERT reduces inference time up to 40%.', { value: 40, direction: 'down' }],
    ['BERT reduces latency up to 3.2x on Wan.', { value: 3.2, direction: 'down' }],
    ['BERT lowers storage by between 35% and 60%.', { value: 35, high: 60, direction: 'down' }],
    ['BERT increases throughput threefold.', { value: 3, direction: 'up' }],
    ['Dropping the parser costs 5.4 points of F1.', { direction: 'down', metric: 'F1' }],
  ])('needs no "by" before a difference: %s', (text, expected) => {
    expect(resultsOf(text)[0]).toMatchObject(expected);
  });

  it.each([
    ['BERT is 30% faster, from 100 ms to 70 ms.', [30, 100, 70]],
    ['The error rate falls from 21.4% for 7B to 9.8% for 70B.', [21.4, 9.8]],
    ['BERT rises from 88.1/81.2 to 90.3/83.4 in EM/F1.', [88.1, 81.2, 90.3, 83.4]],
  ])('reads both levels of a pair: %s', (text, expected) => {
    const results = resultsOf(text);
    expect(results.map(({ value }) => value)).toEqual(expected);
    expect(results.filter(({ high }) => high !== null)).toEqual([]);
  });

  it('reads no factor of a scale', () => {
    expect(valuesOf('BERT improves the 4x super-resolution of older nets.')).toEqual([]);
  });

  it('reads two levels that stand in parentheses behind a change', () => {
    expect(
      resultsOf('BERT raises recall by 13 percent (0.85 versus 0.69).').map(({ form, value }) => [
        form,
        value,
      ]),
    ).toEqual([
      ['change', 13],
      ['absolute', 0.85],
      ['absolute', 0.69],
    ]);
    expect(
      resultsOf('BERT shows a 5.6 percent increase in recall (73.6 percent to 79.2 percent).').map(
        ({ form, value, high }) => [form, value, high],
      ),
    ).toEqual([
      ['change', 5.6, null],
      ['absolute', 73.6, null],
      ['absolute', 79.2, null],
    ]);
  });
});

describe('numbers in parentheses behind what is beaten', () => {
  it.each([
    ['BERT has 84.1% accuracy, outperforming RoBERTa (81.3%) by 2.8 points.', [84.1, 81.3]],
    ['BERT shows a 5-point accuracy gain over RoBERTa (81.3%).', [81.3]],
    ['BERT is right in 95%, exceeding LSTM (93.1%) and GRU (92.2%).', [95, 93.1, 92.2]],
    ['BERT outperforms older readers (up to 12%) and taggers (up to 4%).', []],
    ['BERT shows a 5% gain over older readers (mean of 3.1%).', []],
  ])('are levels unless a bound or a mean: %s', (text, levels) => {
    const absolute = resultsOf(text).filter(({ form }) => form === 'absolute');
    expect(absolute.map(({ value }) => value)).toEqual(levels);
  });

  it('are of the method that labels them', () => {
    const [, second] = resultsOf('BERT has an accuracy of 95.2% (RoBERTa: 94.1%).');
    expect(second).toMatchObject({ value: 94.1, subject: 'RoBERTa' });
  });
});

describe('the quote of a change', () => {
  it.each([
    ['BERT shows a relative WER reduction of 17%.', 'relative WER reduction of 17%'],
    ['BERT improves accuracy by 5.5% (absolute).', 'improves accuracy by 5.5% (absolute)'],
    ['BERT improves accuracy by 5% relative to GPT-2.', 'improves accuracy by 5%'],
  ])('says of what it is a part where the text does: %s', (text, quote) => {
    expect(resultsOf(text)[0]?.quote).toBe(quote);
  });

  it('goes back to the first of a list', () => {
    const [, second] = resultsOf('BERT shows relative gains of 9.2% and 8.0% in accuracy.');
    expect(second?.quote).toContain('relative');
  });
});

describe('counts and sums', () => {
  it('are results where they say how little is learnt from', () => {
    const [result] = resultsOf('Using only 15,000 unlabelled prompts, BERT beats GPT-2.');
    expect(result).toMatchObject({ value: 15000, unit: 'prompts', metric: 'training data' });
    expect(valuesOf('The corpus has 15,000 unlabelled prompts.')).toEqual([]);
  });

  it('are none where money is no cost and a word of number an adjective', () => {
    expect(valuesOf('Fraud accounts for over $8 billion in annual losses.')).toEqual([]);
    expect(valuesOf('We address this triple burden.')).toEqual([]);
  });
});
