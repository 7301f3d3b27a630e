import { beforeAll, describe, expect, it } from 'vitest';
import { createAsk } from '../../support/api.js';
import { withStore } from '../../support/database.js';
import { type InventedResult, storePapers } from '../../support/stored-papers.js';

function latency(value: number, unit: string, setting: string | null): InventedResult {
  return {
    ...{ quote: `${value} ${unit}`, value, unit, metric: 'latency', category: 'speed', setting },
    ...{ dataset: 'Blocks', subject: 'SlimNet', comparableValue: value },
  };
}

function top1(dataset: string): InventedResult {
  return {
    ...{ quote: '80%', value: 80, unit: '%', metric: 'top-1 accuracy', dataset },
    ...{ subject: 'SlimNet', comparableValue: 0.8 },
  };
}

/** Of a metric that is in no list: a number without a place on a scale. */
function unknown(value: number, dataset: string): InventedResult {
  return { quote: `${value} glimmer`, value, metric: 'glimmer', dataset, subject: 'SlimNet' };
}

describe('the note of a leaderboard without rows', async () => {
  const store = await withStore();
  const ask = createAsk(store);
  beforeAll(() =>
    storePapers(store, [
      {
        ...{ id: '2401.03001', title: 'SlimNet' },
        datasets: ['ImageNet', 'GSM8K', 'MMLU', 'Blocks'],
        results: [
          ...[latency(5, 'cycles', null), latency(3, 'ticks', 'val')],
          ...[unknown(5, 'ImageNet'), unknown(6, 'ImageNet'), unknown(7, 'GSM8K')],
          { quote: '30 BLEU', value: 30, metric: 'BLEU', dataset: 'WMT14', comparableValue: 30 },
          {
            ...{ quote: '80%', value: 80, unit: '%', metric: 'accuracy', subject: 'SlimNet' },
            ...{ dataset: 'ImageNet', comparableValue: 0.8 },
          },
        ],
      },
    ]),
  );

  async function noteOf(board: string): Promise<string> {
    const { data, errors } = await ask(
      `{ leaderboard(${board}) { note entries { totalCount } bestSoFar { value } } }`,
    );
    expect(errors).toEqual([]);
    expect(data.leaderboard).toMatchObject({ entries: { totalCount: 0 }, bestSoFar: [] });
    return data.leaderboard.note;
  }

  it.each([
    ['dataset: "ImageNet", metric: "glimmer"', /not known whether.*"glimmer" \(2\)/],
    ['dataset: "GSM8K"', /not known whether.*"glimmer" \(1\)/],
    [
      'dataset: "ImageNet", metric: "BLEU"',
      /^No level of "BLEU" is reported on this data set\. Ranked here: "accuracy" \(1\)\.$/,
    ],
    ['dataset: "MMLU"', /^No level is reported on this data set\.$/],
    ['dataset: "ImageNet", metric: "glimmer", filter: { hasCode: true }', /^No level of "glimmer"/],
    ['dataset: "ImageNet", setting: "zero-shot"', /^No level is reported in this setting; there/],
    [
      'dataset: "ImageNet", unit: "furlongs"',
      /^No level is reported in the unit "furlongs"; there/,
    ],
    [
      'dataset: "ImageNet", unit: "furlongs", setting: "zero-shot"',
      /^No level is reported in this setting, and none in the unit "furlongs"; there are: not stated/,
    ],
    [
      'dataset: "Blocks", unit: "cycles", setting: "val"',
      /^No level is reported in this setting in the unit "cycles"; there/,
    ],
  ])('of %s says why', async (board, note) => {
    expect(await noteOf(board)).toMatch(note);
  });
});

describe('the note of a leaderboard', async () => {
  const store = await withStore();
  const ask = createAsk(store);
  const SETS = ['ImageNet', 'ImageNet-1K', 'ImageNet-21k', 'ImageNet-C', 'SQuAD v1.1', 'SQuAD 2.0'];
  beforeAll(() =>
    storePapers(store, [
      {
        ...{ id: '2401.03002', title: 'SlimNet' },
        datasets: [...SETS, 'Bricks v2'],
        results: [...SETS, 'Bricks v1'].map(top1),
      },
    ]),
  );

  it.each([
    ['ImageNet', ['ImageNet-1K', 'ImageNet-21k']],
    ['ImageNet-1K', ['ImageNet', 'ImageNet-21k']],
    ['ImageNet-C', []],
    ['SQuAD 2.0', ['SQuAD v1.1']],
    // Without a level of its own.
    ['Bricks v2', ['Bricks v1']],
  ])('of %s names the data sets that it may be taken for', async (dataset, alike) => {
    const { data, errors } = await ask(`{ leaderboard(dataset: "${dataset}") { note } }`);
    expect(errors).toEqual([]);
    const [, names] =
      /named alike have levels of their own: (.*)\.$/.exec(data.leaderboard.note) ?? [];
    expect(names?.replaceAll('"', '').split(', ') ?? []).toEqual(alike);
  });
});
