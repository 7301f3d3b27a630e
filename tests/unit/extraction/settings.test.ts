import { describe, expect, it } from 'vitest';
import { toDocument } from '../../../src/documents/index.js';
import { extract } from '../../../src/extraction/index.js';

const settingsOf = (abstract: string) =>
  extract(toDocument('A study of parsing', abstract)).results.map(({ setting }) => setting);

describe('the setting of a number', () => {
  it.each([
    ['behind it', 'BERT has 90.2% accuracy in the 5-shot setting.', ['5-shot']],
    [
      'each behind its own',
      'BERT has 90.2% accuracy in the 5-shot setting and 85.1% in the zero-shot setting.',
      ['5-shot', 'zero-shot'],
    ],
    ['for a list', 'BERT has 71% and 52% accuracy in the 8-shot setting.', ['8-shot', '8-shot']],
    [
      'behind its parenthesis',
      'BERT has a high F1 (72.4%) under few-shot prompting.',
      ['few-shot'],
    ],
    [
      'at the opening, for all that follows',
      'In the few-shot setting, BERT raises mAP from 78.8% to 83.3%.',
      ['few-shot', 'few-shot'],
    ],
    ['in the name of its metric', 'BERT has 63% zero-shot accuracy.', ['zero-shot']],
    [
      'a resolution',
      'With training at 384x384, BERT has 86.7% accuracy; at 224x224 it has 84.9%.',
      ['384x384', '224x224'],
    ],
    [
      'without the words of its bound',
      'BERT has 76% accuracy with only 680 samples.',
      ['680 samples', null],
    ],
    [
      'in a parenthesis of its own',
      'BERT scores 70.1 on MMLU (5-shot) and 60.2 on GSM8K (8-shot).',
      ['5-shot', '8-shot'],
    ],
    ['behind the ways', 'On 5-way 1-shot miniImageNet, BERT reaches 60.3%.', ['1-shot']],
    [
      'before what the number starts from',
      'BERT improves 5-shot accuracy from 60.1% to 65.2%.',
      ['5-shot', '5-shot'],
    ],
    [
      'for each of a list',
      'BERT reaches 1-shot and 5-shot accuracies of 50.2% and 60.3%.',
      ['1-shot', '5-shot'],
    ],
    ['apart from a change', 'BERT improves 5-shot accuracy by 3%.', ['5-shot']],
  ])('stands %s', (_, text, expected) => {
    expect(settingsOf(text)).toEqual(expected);
  });

  it.each([
    'BERT outperforms zero-shot GPT-2 by 10% in accuracy.',
    'BERT has 45.8% accuracy, more than zero-shot and random baselines.',
    'Under both 1-shot and 5-shot settings, BERT gains 2.2% accuracy.',
    'BERT reaches 80% on MMLU, more than GPT-4 (5-shot).',
    'BERT has an F1 of 0.76 in 10-site validation.',
  ])('is not what stands in: %s', (text) => {
    expect(settingsOf(text)[0]).toBeNull();
  });
});
