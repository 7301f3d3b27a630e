import { describe, expect, it } from 'vitest';
import { toDocument } from '../../../src/documents/index.js';
import { extract } from '../../../src/extraction/index.js';

function subjectsOf(abstract: string): (string | null)[] {
  return extract(toDocument('A study of parsing', abstract)).results.map(({ subject }) => subject);
}

describe('the subject of a clause', () => {
  it('is the name before a participle behind "with"', () => {
    expect(
      subjectsOf('Large models beat small ones, with GPT-4 achieving 52.9% accuracy.').at(-1),
    ).toBe('GPT-4');
  });

  it('is the name behind "where"', () => {
    expect(
      subjectsOf('We show that our method works, where BERT parsed them with an accuracy of 95%.'),
    ).toEqual(['BERT']);
    expect(subjectsOf('GPT-4 is strong: Claude scores 40.5%.')).toEqual(['Claude']);
  });

  it('is not the name that a noun like a verb stands before, nor that of a part', () => {
    expect(subjectsOf('A novel approach GPT-2 improves accuracy by 3.5%.')).toEqual(['GPT-2']);
    expect(subjectsOf('We propose FooNet. Pruning MLP layers reduces memory by 30%.')).toEqual([
      'FooNet',
    ]);
  });

  it('is the second of two names where the first is what it is based on', () => {
    expect(subjectsOf('We propose FooNet. BERT based FooNet achieves 91.5% accuracy.')).toEqual([
      'FooNet',
    ]);
  });

  it('is both names before a verb in the plural', () => {
    expect(subjectsOf('On long inputs BERT and GPT-2 achieve 60% accuracy.')).toEqual([
      'BERT and GPT-2',
    ]);
  });

  it('is what stands behind a colon', () => {
    expect(
      subjectsOf('We compare two defenses: prompt-based defenses achieve 61.5% accuracy.'),
    ).toEqual(['prompt-based defenses']);
  });

  it("is a stranger's model, whatever its verb, though the paper has a method of its own", () => {
    expect(
      subjectsOf('We propose FooNet. A text-only model identifies the author at 78.2% accuracy.'),
    ).toEqual(['text-only model']);
  });

  it("is not the paper's own system without a name", () => {
    expect(subjectsOf('The final system achieves an accuracy of 81.5%.')).toEqual([null]);
    expect(subjectsOf('The rule-based system achieves an accuracy of 81.5%.')).toEqual([
      'rule-based system',
    ]);
  });

  it('is a phrase with a digit, and no finding', () => {
    expect(subjectsOf('The 3D model achieved an accuracy of 81.5%.')).toEqual(['3D model']);
    expect(subjectsOf('The cross-validation findings show an accuracy of 81.5%.')).toEqual([null]);
  });

  it('is who obtained a result', () => {
    expect(subjectsOf('The best result was obtained by VGG16, reaching 91.5% accuracy.')).toEqual([
      'VGG16',
    ]);
    expect(subjectsOf('An AUC of up to 0.88 (CI 0.86-0.90) was obtained using BERT.').at(0)).toBe(
      'BERT',
    );
  });

  it('is the name that opens what a colon introduces', () => {
    expect(
      subjectsOf('Our results reveal a hierarchy: BERT approaches the ceiling (95.8% accuracy).'),
    ).toEqual(['BERT']);
  });

  it('is what the same sentence proposes without a name', () => {
    expect(
      subjectsOf(
        'We propose a simple yet effective test-time scaling strategy that cuts cost by 73%.',
      ),
    ).toEqual(['test-time scaling strategy']);
    expect(subjectsOf('We propose a novel method that reaches 81.5% accuracy.')).toEqual([null]);
    expect(
      subjectsOf('We propose FooNet and a test-time scaling strategy that cuts cost by 73%.'),
    ).toEqual(['FooNet']);
  });

  it('is not what its object comes up to', () => {
    expect(subjectsOf('A small tuned BERT approaches GPT-4 accuracy (85% vs. 90%).')).toEqual([
      'BERT',
      'GPT-4',
    ]);
  });

  it('is the phrase between "with" and a participle', () => {
    expect(
      subjectsOf('The model BERT achieves only 45% accuracy, with most models scoring below 40%.'),
    ).toEqual(['BERT', 'most models']);
    expect(
      subjectsOf('We propose FooNet. It is on par with large models using 10x fewer tokens.'),
    ).toEqual(['FooNet']);
  });

  it('is the part that the same sentence proposes', () => {
    expect(
      subjectsOf('We propose FooNet. Finally, we present CalmLoss, which cuts latency by 30%.'),
    ).toEqual(['CalmLoss']);
  });

  it('is what fares so, and not the metric of the clause', () => {
    expect(
      subjectsOf('We find that current VLMs struggle: their F1 scores reach only 0.39.'),
    ).toEqual(['current VLMs']);
  });

  it('is the name that stands in parentheses behind its phrase', () => {
    expect(subjectsOf('The best model (VGG16) had 91.5% accuracy.')).toEqual(['VGG16']);
  });

  it('goes over nouns of change that look like verbs', () => {
    expect(
      subjectsOf('The rule-based parser reached success, with an average increase of 4.2 points.'),
    ).toEqual(['rule-based parser']);
  });

  it('is not what a comparison says how large it is', () => {
    expect(
      subjectsOf('We propose FooNet. FooNet is lighter than most methods requiring 8.8 GFLOPs.'),
    ).toEqual(['FooNet']);
  });

  it('is what exceeds a level', () => {
    expect(subjectsOf('Many chart-specific models exceed 95.5% accuracy.')).toEqual([
      'chart-specific models',
    ]);
  });

  it('is the owner of the metric', () => {
    expect(subjectsOf("The student's hit rate reaches 91.5% under noise.")).toEqual(['student']);
  });
});

describe('the level that another is set against', () => {
  it('belongs to what moves by itself, and not to what moves another', () => {
    expect(subjectsOf('The accuracy is low. GPT-2 drops sharply from 85.3% to 11.3%.')).toEqual([
      'GPT-2',
      'GPT-2',
    ]);
    for (const whose of ["GPT-2's accuracy", 'Accuracy of GPT-2'])
      expect(subjectsOf(`${whose} falls from 85.3% to 11.3%.`)).toEqual(['GPT-2', 'GPT-2']);
    expect(subjectsOf('We propose FooNet. FooNet lifts accuracy from 85.3% to 91.3%.')).toEqual([
      null,
      'FooNet',
    ]);
  });

  it('belongs to a baseline with the words before it', () => {
    expect(
      subjectsOf('We propose FooNet. FooNet outperforms the single-model baseline (18.5%).'),
    ).toEqual(['single-model baseline']);
  });

  it('belongs to the phrase behind "for"', () => {
    expect(
      subjectsOf('We propose FooNet. FooNet has an AUC of 0.97 versus 0.91 for plain prompting.'),
    ).toEqual(['FooNet', 'plain prompting']);
  });

  it('belongs to the best of the others', () => {
    expect(
      subjectsOf(
        "We propose FooNet. FooNet reaches 38.5 mIoU, beating the best rival's 27.6 mIoU.",
      ),
    ).toEqual(['FooNet', 'best rival']);
  });

  it('is none where the state of the art is what is reached', () => {
    expect(
      subjectsOf('We propose FooNet. FooNet is best, achieving state-of-the-art scores of 87.1%.'),
    ).toEqual(['FooNet']);
  });
});
