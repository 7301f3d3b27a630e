import { describe, expect, it } from 'vitest';
import { toDocument } from '../../../src/documents/index.js';
import { extract } from '../../../src/extraction/index.js';

function subjectsOf(abstract: string, title = 'A study of parsing'): (string | null)[] {
  return extract(toDocument(title, abstract)).results.map(({ subject }) => subject);
}

describe('what a number belongs to', () => {
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
});
