import { describe, expect, it } from 'vitest';
import { toDocument } from '../../../src/documents/index.js';
import { extract } from '../../../src/extraction/index.js';

function readingsOf(abstract: string) {
  return extract(toDocument('A study of parsing', abstract)).results.map(
    ({ value, form, direction, better, metric }) => [value, form, direction, better, metric],
  );
}

describe('what a number measures', () => {
  it('is what a preposition ties to each number of a list', () => {
    expect(readingsOf('BERT improves over LSTM by 6% in IoU and 4% in mIoU.')).toEqual([
      [6, 'change', 'up', true, 'IoU'],
      [4, 'change', 'up', true, 'mIoU'],
    ]);
  });

  it('holds for the whole list where it is said behind the last', () => {
    const readings = readingsOf('BERT beats LSTM by 1.0, 4.5 and 3.3 points in F1 on three sets.');
    expect(readings.map(([, , , , metric]) => metric)).toEqual(['F1', 'F1', 'F1']);
  });

  it.each([
    ['BERT delivers a 9x inference speedup over LSTM.', 'inference speed'],
    ['BERT runs at 3x the cost of LSTM.', 'cost'],
    ['BERT reaches 57.8 AP, and GPT-2 has only 50.3 million parameters.', 'parameters'],
    ["GPT-5's safety rate drops to 36.4%.", 'safety rate'],
    ['BERT has a Step Efficiency Ratio of 0.91.', 'step efficiency'],
    ['BERT sustains a real-time throughput of 31 FPS.', 'throughput'],
    ['BERT allows real-time inference (0.03s/image).', 'inference time'],
    ['The Fooled Share Index (FSI) metric increased by 1.5% in BERT.', 'FSI'],
    ['The search time of BERT can be 51.1% and 94.2% lower.', 'search time'],
    ['BERT ranks first in accuracy (1.7x stronger than LSTM).', 'accuracy'],
    ['BERT cuts latency (1.7x) and memory usage (1.9x).', 'memory usage'],
    ['BERT stays far below human accuracy at 87%.', 'accuracy'],
    ['BERT has IoU scores of 85% and 76%, showing its efficiency and accuracy.', 'IoU score'],
    ['BERT needs only 27 GPU-hours.', 'GPU-hours'],
    ['BERT has 4x lower end-to-end latency.', 'end-to-end latency'],
    [
      'The length of reasoning is cut by 50%, showing the promise of care in efficiency.',
      'length of reasoning',
    ],
    ['BERT learns well from only 223 hours of labeled speech.', 'training data'],
    ['BERT raises recall by 18% and helps, with gains of 5% on unstructured data.', 'recall'],
    ['BERT dates them with an MAE of 0.81 days.', 'MAE'],
    ['BERT shows a reduction in query volume of up to 12.8%.', 'query volume'],
    ['BERT has three times lower within-group variance.', 'within-group variance'],
    ['The GPT-2 search time can be 54% lower.', 'search time'],
    ['BERT reaches an Evidence Lower Bound (ELBO) of 1.38.', 'ELBO'],
    ['BERT improves CR from 20.35 to 27.37.', 'CR'],
    ['BERT has a strong performance of up to 0.88 AUC.', 'AUC'],
    ['BERT does best in accuracy (52.8 / 73.1 mAP).', 'mAP'],
    ['BERT shows its largest gains in Reader Empathy (Δ= +1.33).', 'reader empathy'],
    ['BERT wins, with a largest individual gain of 0.7% in F1.', 'F1'],
  ])('is named by the words beside it: %s', (text, metric) => {
    expect(readingsOf(text).at(-1)?.at(-1)).toBe(metric);
  });

  it.each([
    ['BERT reaches ACER and BPCER of 8.97% and 9.76% on three sets.', ['ACER', 'BPCER']],
    ['BERT gains 49% and 33% in visual SPL and LLM-Match metrics.', ['SPL', 'LLM-Match']],
    ['BERT has precision and recall scores of 0.68 and 0.71.', ['precision', 'recall']],
    [
      'BERT gains +4.8% answer accuracy, +14.6% source accuracy.',
      ['answer accuracy', 'source accuracy'],
    ],
    ['BERT has AP/AR of 59.8/40.7 here and 74.0/51.8 there.', ['AP', 'AR', 'AP', 'AR']],
  ])('goes number by number where there are as many: %s', (text, expected) => {
    expect(readingsOf(text).map((reading) => reading.at(-1))).toEqual(expected);
  });

  it('is no word of praise', () => {
    expect(readingsOf('BERT shows dramatic improvements of 20%.')[0]?.at(-1)).toBe('performance');
  });

  it('is not where things go wrong', () => {
    expect(
      readingsOf('BERT answers 41% of them; no model exceeds 50% on collisions.').at(-1),
    ).toEqual(expect.not.arrayContaining(['collision']));
  });
});

describe('where a metric may stand', () => {
  const metricsOf = (abstract: string) => readingsOf(abstract).map(([, , , , metric]) => metric);

  it('is behind "at", for each number of a list', () => {
    expect(metricsOf('BERT reaches 80.8 at R@1, 94.9 at R@5, and 97.1 at R@10.')).toEqual([
      'R@1',
      'R@5',
      'R@10',
    ]);
  });

  it('is a label before each number in a parenthesis', () => {
    expect(metricsOf('BERT does well (alignment 0.92, format 72%).')).toEqual([
      'alignment',
      'format',
    ]);
  });

  it('is before a verb in the passive and before a relative clause', () => {
    expect(metricsOf('The RMSE was reduced by 12.7% on average.')).toEqual(['RMSE']);
    expect(metricsOf('It has an execution time that was 6.7 times lower than before.')).toEqual([
      'execution time',
    ]);
  });

  it('is what the unit says where the words name what it cannot measure', () => {
    expect(metricsOf('BERT has real-time performance at up to 92 FPS.')).toEqual(['throughput']);
  });

  it.each([
    ['BERT reaches the best accuracy, beating LSTM by up to 9 points.', 'accuracy'],
    ['BERT cuts think tokens by 69%, with a 90% reduction on SQuAD.', 'think tokens'],
    ['BERT needs only 8 MB of memory, 13x less than LSTM.', 'memory'],
    ['Users finish a review in 9 minutes, an 80% improvement.', 'time'],
    ['BERT shows error rates 3-4x higher than LSTM.', 'error rate'],
    ['BERT has thresholds three times lower than LSTM.', 'thresholds'],
    ['BERT has a recall of 93%. This represents a 38.9 point improvement.', 'recall'],
  ])('is what a difference is said of before: %s', (text, metric) => {
    expect(readingsOf(text).at(-1)?.at(-1)).toBe(metric);
  });

  it.each([
    ['BERT fails to finish in 71% of scenarios.', 'failure rate'],
    ['BERT agrees with the experts 86% of the time.', 'agreement'],
    ['We find that BERT is right 88% of the time.', 'success rate'],
    ['Retrieval drives over 70% of all errors.', 'error'],
    ['Only 27.8% of user queries need BERT.', 'user queries'],
  ])('is how often something happens: %s', (text, metric) => {
    expect(readingsOf(text)[0]).toMatchObject({ 1: 'absolute', 4: metric });
  });

  it('is no number of what the unit counts in a time', () => {
    expect(readingsOf('BERT reaches 5,000 tokens/s.').map(([, , , , metric]) => metric)).toEqual([
      'throughput',
    ]);
  });

  it('is the share of things that are counted', () => {
    expect(metricsOf('We find that 77.1% of articles include a loan word.')).toEqual([
      'share of articles',
    ]);
  });

  it('is called by its name where a sign stands for it', () => {
    expect(metricsOf('BERT agrees with experts (r = 0.68).')).toEqual(['correlation']);
  });
});

describe('the form and the worth of a number', () => {
  it('falls where a metric improves of which less is better', () => {
    expect(readingsOf('BERT improves perplexity by 1.8 points.')).toEqual([
      [1.8, 'change', 'down', true, 'perplexity'],
    ]);
  });

  it('is a level in a parenthesis behind a verb of reaching', () => {
    expect(
      readingsOf(
        'Features improve parsing, with BERT achieving the best (83.4% accuracy).',
      )[0]?.[1],
    ).toBe('absolute');
  });

  it('is a level behind a parenthesis that says a gain', () => {
    const readings = readingsOf('BERT has 90% accuracy on A (2.5% improvement), and 19% on B.');
    expect(readings.map(([, form]) => form)).toEqual(['absolute', 'change', 'absolute']);
  });

  it('is the level of what is beaten', () => {
    const readings = readingsOf('BERT makes few errors, exceeding the rate of humans (47.7%).');
    expect(readings[0]?.[1]).toBe('absolute');
  });

  it.each([
    ['BERT cuts errors by 66.7% (7B) and 60.7% (32B).', ['down', 'down']],
    ['BERT outperforms models tuned by experts by 3.9%.', ['up']],
    ['BERT works well, reducing tokens up to 25%.', ['down']],
    ['BERT gives 12% better compression.', ['up']],
    ['BERT beats LSTM by 16% and 28% on two sets, and 23% and 47% on three.', Array(4).fill('up')],
  ])('is a difference: %s', (text, directions) => {
    expect(readingsOf(text).map((reading) => reading.slice(1, 3))).toEqual(
      directions.map((direction) => ['change', direction]),
    );
  });

  it('is a level before a factor that has a bound', () => {
    const readings = readingsOf('BERT has an AP@25 of 61.66, over 2.2x higher than GPT-2.');
    expect(readings.map(([, form]) => form)).toEqual(['absolute', 'ratio']);
  });

  it('goes on where the same comparison does', () => {
    const readings = readingsOf('BERT takes 10.4% less memory versus GPT-2 and 7.9% versus LSTM.');
    expect(readings.map(([, form, direction]) => [form, direction])).toEqual([
      ['change', 'down'],
      ['change', 'down'],
    ]);
  });

  it('is a ratio for a bare factor', () => {
    expect(
      readingsOf('The speedup of BERT on long inputs is 1.8x for English.')[0]?.slice(0, 3),
    ).toEqual([1.8, 'ratio', 'up']);
  });

  it.each([
    'BERT has an effect size of +0.471.',
    'BERT shows trust biases of +0.014.',
    'BERT has a negative ICC (-0.567).',
    'BERT shows a +13.7 percentage point bias.',
  ])('is a level that has a sign: %s', (text) => {
    expect(readingsOf(text)[0]?.slice(1, 3)).toEqual(['absolute', null]);
  });

  it('goes on where "by" comes again with another object', () => {
    const readings = readingsOf('BERT cuts depth error by 0.04 m and collision rate by 0.12%.');
    expect(readings.map(([value, form, , , metric]) => [value, form, metric])).toEqual([
      [0.04, 'change', 'depth error'],
      [0.12, 'change', 'collision rate'],
    ]);
  });

  it('is a gain behind a number of parameters', () => {
    const readings = readingsOf('A model with 3B parameters outperforms BERT by 7.8%.');
    expect(readings.at(-1)?.slice(0, 3)).toEqual([7.8, 'change', 'up']);
  });

  it('is in the unit of the second of two levels', () => {
    const text = 'BERT lifts the horizon from 24 to 81 frames and accuracy from 90 to 95%.';
    const { results } = extract(toDocument('A study of parsing', text));
    expect(results.map(({ unit }) => unit)).toEqual(['frames', 'frames', '%', '%']);
  });

  it('is no gain for a quality shown as low', () => {
    const [reading] = readingsOf('Even GPT-4 reaches only 38.1% accuracy.');
    expect(reading?.[3]).toBeNull();
  });

  it('is a gain where rivals spend more', () => {
    const text = 'BERT gains 3 points of accuracy, matching larger models that use 2x more memory.';
    expect(readingsOf(text).at(-1)?.slice(0, 4)).toEqual([2, 'ratio', 'up', true]);
  });

  it.each([
    ['BERT fixes failed tests in 95% of cases.', 'success rate'],
    ['BERT fails rarely and solves 95% of problems.', 'success rate'],
    ['BERT failed in 16.7% of cases.', 'failure rate'],
    ['Raters preferred BERT in 70% of pairs.', 'preference rate'],
  ])('is how often the verb of the number says: %s', (text, metric) => {
    expect(extract(toDocument('A study of parsing', text)).results[0]?.metric).toBe(metric);
  });
});
