import { describe, expect, it } from 'vitest';
import { toDocument } from '../../../src/documents/index.js';
import { extract } from '../../../src/extraction/index.js';

function datasetsOf(abstract: string): (string | null)[] {
  return extract(toDocument('A study of parsing', abstract)).results.map(({ dataset }) => dataset);
}

describe('the data set of the sentence before', () => {
  it('holds for a level', () => {
    expect(
      datasetsOf(
        'We evaluate on MNLI and later on SQuAD. We turn to MNLI. BERT has an F1 of 81.5.',
      ),
    ).toEqual(['MNLI']);
  });

  it('holds for a difference in a known metric only', () => {
    expect(
      datasetsOf('We evaluate on SQuAD and MNLI. We test on MNLI. BERT improves F1 by 8.1%.'),
    ).toEqual(['MNLI']);
    expect(
      datasetsOf('We evaluate on SQuAD and MNLI. We test on MNLI. BERT outperforms GPT-2 by 8.1%.'),
    ).toEqual([null]);
  });

  it('does not hold for figures over many', () => {
    expect(
      datasetsOf(
        'We evaluate on SQuAD and MNLI. We test on MNLI. Across diverse tasks F1 is 81.5.',
      ),
    ).toEqual([null]);
  });
});

describe('the data set of a number', () => {
  it('is what the verb changes by it', () => {
    expect(
      datasetsOf(
        'Without it BERT loses much, reducing MNLI by 6.4 points and SQuAD by 31.8 points.',
      ),
    ).toEqual(['MNLI', 'SQuAD']);
  });

  it('stands behind a figure of the same phrase that says where', () => {
    expect(datasetsOf('BERT brings a 1.6 F1 gain in the far 40-50 m range on SQuAD.')).toContain(
      'SQuAD',
    );
  });

  it('is of each group of numbers its own', () => {
    expect(
      datasetsOf(
        'Tests on SQuAD and MNLI show that BERT cuts dev and test errors by 50.7% and 76.5% on SQuAD, and 18.0% and 46.8% on MNLI, respectively.',
      ),
    ).toEqual(['SQuAD', 'SQuAD', 'MNLI', 'MNLI']);
  });

  it('opens a clause and holds for costs in it as well', () => {
    expect(
      datasetsOf(
        'We test on MNLI. Notably, on the SQuAD test set, BERT is 3.1% better and 2.5x faster.',
      ),
    ).toEqual(['SQuAD', 'SQuAD']);
  });

  it('is a name of no list behind a percentage and "on"', () => {
    expect(
      datasetsOf('BERT has F1 scores of 63.0% on RTTS, 59.9% on DAWN and 61.1% on WEDGE.'),
    ).toEqual(['RTTS', 'DAWN', 'WEDGE']);
  });
});

describe('figures in parentheses', () => {
  it('go with the name before them, known or not', () => {
    expect(
      datasetsOf(
        'It is tested on three benchmarks: SQuAD (55% to 64%), Crake (31% to 38%) and Owlet (3.1%).',
      ),
    ).toEqual(['SQuAD', 'SQuAD', 'Crake', 'Crake', 'Owlet']);
    expect(
      datasetsOf('BERT is best on SQuAD (+4.8% F1, +1.2% recall) and CrakeTwo (+8.6% F1).'),
    ).toEqual(['SQuAD', 'SQuAD', 'CrakeTwo']);
  });
});

describe('figures over kinds of tasks', () => {
  it('are of the one data set, figures over benchmarks of none', () => {
    expect(datasetsOf('We test on SQuAD. BERT has an F1 of 81.5 on long-answer tasks.')).toEqual([
      'SQuAD',
    ]);
    expect(datasetsOf('We test on SQuAD. BERT has an F1 of 81.5 on public benchmarks.')).toEqual([
      null,
    ]);
  });

  it('are not of what a model was trained on', () => {
    expect(
      datasetsOf('We test on SQuAD and MNLI. The MNLI-trained model outperforms BERT by 4.7%.'),
    ).toEqual([null]);
  });
});

describe('the one data set of a paper', () => {
  const ofBenchmark = (abstract: string): (string | null)[] =>
    extract(toDocument('RowanBench: A Benchmark of Bird Calls', abstract)).results.map(
      ({ dataset }) => dataset,
    );

  it('is the benchmark that it is about, others beside it', () => {
    expect(
      ofBenchmark(
        'We introduce RowanBench, a benchmark of calls. On SQuAD and MNLI models are strong. Prompts raise recall by 4.1%.',
      ),
    ).toEqual(['RowanBench']);
  });

  it('is what the model was trained on where it evaluates on no other', () => {
    expect(datasetsOf('We fine-tune BERT on SQuAD. It reaches an F1 of 81.5.')).toEqual(['SQuAD']);
  });
});

describe('what carries over from sentence to sentence', () => {
  it('is no data set that only tells what something is like', () => {
    expect(
      datasetsOf(
        'We evaluate on SQuAD and GLUE. We test on SQuAD. It has MNLI-style labels. BERT has an F1 of 81.5.',
      ),
    ).toEqual(['SQuAD']);
  });

  it('ends where data goes by no name', () => {
    expect(
      datasetsOf(
        'We evaluate on SQuAD and MNLI. We test on MNLI. We then turn to an in-house dataset. BERT has an F1 of 81.5.',
      ),
    ).toEqual([null]);
  });

  it('is no data set that another joins', () => {
    expect(
      datasetsOf(
        'We evaluate on SQuAD and MNLI. We looked at MNLI and Harbour Hospital letters. BERT has an F1 of 81.5.',
      ),
    ).toEqual([null]);
  });
});

describe('the data set behind the numbers', () => {
  it('goes with its number where a capital follows a name of the list', () => {
    expect(
      datasetsOf(
        'Tests on SQuAD, MNLI Lite and GLUE give F1 scores of 41.1%, 75.8% and 53.3%, respectively.',
      ),
    ).toEqual(['SQuAD', 'MNLI', 'GLUE']);
  });

  it('stands behind "respectively" as well', () => {
    expect(
      datasetsOf(
        'We release OwlSet. An OwlSet-trained BERT improves F1 over A2 and B2 by 7.8% and 2.4%, respectively, on SQuAD.',
      ),
    ).toEqual(['SQuAD', 'SQuAD']);
  });
});
