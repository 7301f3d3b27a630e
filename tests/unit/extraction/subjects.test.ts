import { describe, expect, it } from 'vitest';
import { toDocument } from '../../../src/documents/index.js';
import { extract } from '../../../src/extraction/index.js';

function subjectsOf(abstract: string, title = 'A study of parsing'): (string | null)[] {
  return extract(toDocument(title, abstract)).results.map(({ subject }) => subject);
}

describe('what a number belongs to', () => {
  it('is not the own method before the paper speaks of it', () => {
    expect(
      subjectsOf(
        'Agents fail at rates of up to 31.5%. We propose OwlNet. It fails at a rate of 8.5%.',
      ),
    ).toEqual([null, 'OwlNet']);
    for (const own of ['The proposed method', 'This work', 'It'])
      expect(
        subjectsOf(`${own} gains 2.5% accuracy. We call our model OwlNet, an encoder.`),
      ).toEqual(['OwlNet']);
  });

  it('is the subject of the main clause before a participle', () => {
    expect(subjectsOf('BERT keeps its speed while maintaining 94% accuracy on MNLI.').at(-1)).toBe(
      'BERT',
    );
  });

  it('goes on behind "but"', () => {
    expect(subjectsOf('GPT-4 achieves 98% accuracy in English but only 47% in Welsh.')).toEqual([
      'GPT-4',
      'GPT-4',
    ]);
  });

  it('is the whole of a name that another is tied to', () => {
    expect(subjectsOf('Our BERT-based classifier achieves 92.1% accuracy.')).toEqual([
      'BERT-based classifier',
    ]);
  });

  it('is the model before a parenthesis', () => {
    expect(subjectsOf('The best of all is the BERT model (81.5% accuracy).')).toEqual(['BERT']);
  });

  it('is a phrase with a participle or a compound where no name stands', () => {
    expect(subjectsOf('A trained method achieves an AUC of 0.91.')).toEqual(['trained method']);
    expect(subjectsOf('We find that even the top-performing parsers reach 80% accuracy.')).toEqual([
      'top-performing parsers',
    ]);
  });

  it('is no method named in an aside', () => {
    expect(
      subjectsOf('Tested across models (BERT, GPT-2), the method achieves 99.4% accuracy.'),
    ).toEqual([null]);
  });

  it('is none where a macro stands for the name', () => {
    expect(subjectsOf('Our \\name achieves 92.1% accuracy.')).toEqual([null]);
  });

  it('is no adjective or number word before a noun that is also a verb', () => {
    expect(subjectsOf('FooNet predicts it on a held-out set with 90% accuracy.')).toEqual([
      'FooNet',
    ]);
    expect(subjectsOf('FooNet achieves a new SOTA 61.04% mAP on COCO.')).toEqual(['FooNet']);
  });

  it('is the first of a pair for the clause, the second for the one compared with', () => {
    expect(subjectsOf('BERT matches GPT-4o-mini (69.0 vs. 68.1 F1) on MNLI.')).toEqual([
      'BERT',
      'GPT-4o-mini',
    ]);
  });

  it('is the method in the parenthesis behind the number', () => {
    expect(subjectsOf('FooNet achieves 75% accuracy on MNLI against 10% (BERT).').at(-1)).toBe(
      'BERT',
    );
  });

  it('takes in the name that a word ties to it', () => {
    expect(subjectsOf('FooNet beats a ResNet18-based U-Net (F1 = 0.589).')).toEqual([
      'ResNet18-based U-Net',
    ]);
  });

  it('is none where things are counted, which is neither good nor bad', () => {
    const { results } = extract(
      toDocument('FooNet: a parser', 'We propose FooNet. 77.1% of articles include one quotation.'),
    );
    expect(results.map(({ subject, better }) => [subject, better])).toEqual([[null, null]]);
  });

  it('is a technique of several words', () => {
    expect(subjectsOf('Chain-of-thought prompting yields the highest accuracy at 34%.')).toEqual([
      'Chain-of-thought prompting',
    ]);
  });

  it('is what stands before its parenthesis, whatever else stands between', () => {
    const text =
      'GPT-4 (effort = high) scores 56.1% accuracy, followed by Claude 3 (effort = high) (55.2%).';
    expect(subjectsOf(text).slice(-1)).toEqual(['Claude 3']);
    expect(
      subjectsOf('BERT (F1 = 0.98) outperforms rule-based methods (0.89) and the LLM (F1 = 0.77).'),
    ).toEqual(['BERT', 'rule-based methods', 'LLM']);
    expect(
      subjectsOf('We compare BERT with a zero-shot GPT-4 inference (71.5% accuracy).'),
    ).toEqual(['GPT-4']);
  });

  it('is no phrase that a list of places ends in', () => {
    expect(
      subjectsOf('FooNet gains with image models (1.8%) and video models (0.5%).').at(-1),
    ).not.toBe('video models');
  });

  it('is the improved model for the level before', () => {
    expect(subjectsOf('FooNet improves BERT from 61.0% to 85.4% accuracy.')).toEqual([
      'BERT',
      'FooNet',
    ]);
  });

  it('is said behind the pair of levels for the first of them', () => {
    expect(subjectsOf('FooNet raises accuracy from 95.0% to 96.5% for GPT-4.')).toEqual([
      'GPT-4',
      'FooNet',
    ]);
    expect(subjectsOf('FooNet raises accuracy from 61% at baseline to 94%.')[0]).toBe('baseline');
  });

  it('is the compared name before "at"', () => {
    expect(subjectsOf('FooNet is at 95.1% accuracy, compared to BERT at 90.2%.').at(-1)).toBe(
      'BERT',
    );
  });

  it('is the phrase behind a colon, or others in the plural', () => {
    const text =
      'We propose FooNet. Tests reveal a challenge: existing methods achieve 90.6% accuracy on MNLI.';
    expect(subjectsOf(text)).toEqual(['existing methods']);
    expect(
      subjectsOf('We propose FooNet. On MNLI, rule-aware detectors reach 96% accuracy.'),
    ).toEqual(['rule-aware detectors']);
  });

  it('is a name with the one of its backbone beside it', () => {
    expect(subjectsOf('Faster R-CNN ResNet-50 V1 has a precision of 0.252.')).toEqual([
      'Faster R-CNN ResNet-50 V1',
    ]);
  });

  it('is the short form that a clause opens with, or the phrase before a parenthesis', () => {
    expect(subjectsOf('A gated recurrent network (FooNet) achieves 93% accuracy.')).toEqual([
      'FooNet',
    ]);
    expect(subjectsOf('Larger models (70B) achieve an accuracy of 93%.').at(-1)).toBe(
      'Larger models',
    );
  });

  it('is no baseline in commas behind a noun that is not own', () => {
    expect(
      subjectsOf('We present FooNet. It beats the strongest prior model, BERT, at 93% accuracy.'),
    ).toEqual(['FooNet']);
  });

  it('is no people whose judgement is measured', () => {
    expect(subjectsOf('FooNet has an agreement with humans of 85%.')).toEqual(['FooNet']);
    expect(subjectsOf('FooNet reaches a human evaluation score of 4.5.')).toEqual(['FooNet']);
    expect(subjectsOf('FooNet scores 81%, human performance at 87%.').at(-1)).toBe('human');
  });
});

describe('what a number is compared with', () => {
  const baselineOf = (abstract: string): string | null | undefined =>
    extract(toDocument('A study of parsing', abstract)).results[0]?.baseline;

  it('is a setting of another, but no course of time', () => {
    expect(baselineOf('FooNet gains 3% accuracy over the zero-shot setting.')).toBe(
      'zero-shot setting',
    );
    expect(baselineOf('FooNet gains 3% accuracy over random subsets.')).toBe('random subsets');
    expect(baselineOf('FooNet gains 3% accuracy over successive iterations.')).toBeNull();
  });
});
