import { beforeAll, describe, expect, it } from 'vitest';
import { createAsk } from '../../support/api.js';
import { withStore } from '../../support/database.js';
import { type InventedResult, storePapers } from '../../support/stored-papers.js';

function accuracy(percent: number, setting: string | null): InventedResult {
  return {
    ...{ quote: `${percent}%`, value: percent, unit: '%', metric: 'accuracy', setting },
    ...{ dataset: 'ImageNet', subject: 'SlimNet', comparableValue: percent / 100 },
  };
}

function latency(value: number, unit: string, seconds: number | null): InventedResult {
  return {
    ...{ quote: `${value} ${unit}`, value, unit, metric: 'latency', category: 'speed' },
    ...{ dataset: 'ImageNet', subject: 'SlimNet', comparableValue: value },
    ...{ baseValue: seconds, baseUnit: seconds === null ? null : 'seconds' },
  };
}

describe('v_leaderboard', async () => {
  const store = await withStore();
  const ask = createAsk(store);
  beforeAll(() =>
    storePapers(store, [
      {
        ...{ id: '2401.04001', title: 'SlimNet' },
        results: [accuracy(80, 'test set'), accuracy(82, 'val set'), latency(5, 'ms', 0.005)],
      },
      {
        ...{ id: '2401.04002', title: 'SlimNet again' },
        results: [
          ...[accuracy(85, 'Test split'), accuracy(85, 'Test-set'), accuracy(70, null)],
          ...[latency(0.004, 's', 0.004), latency(3, 'cycles', null)],
        ],
      },
    ]),
  );

  async function boardOf(metric: string, setting: string) {
    const { data, errors } = await ask(
      `{ leaderboard(dataset: "ImageNet", metric: "${metric}", setting: ${setting}, rows: RESULT) {
        entries { nodes { rank result { quote } } } } }`,
    );
    expect(errors).toEqual([]);
    return data.leaderboard.entries.nodes
      .map(
        ({ rank, result }: { rank: number; result: { quote: string } }) =>
          `${rank} ${result.quote}`,
      )
      .sort();
  }

  it.each([
    ['accuracy', 'test', ['1 85%', '1 85%', '3 80%']],
    ['accuracy', 'validation', ['1 82%']],
    ['accuracy', null, ['1 70%']],
  ])('ranks %s of setting %s as the API does', async (metric, setting, ranked) => {
    const rows: { place: string }[] = await store.dataSource.query(
      `SELECT rank || ' ' || quote AS place FROM v_leaderboard
       WHERE metric = $1 AND setting IS NOT DISTINCT FROM $2 ORDER BY 1`,
      [metric, setting],
    );
    expect(rows.map(({ place }) => place)).toEqual(ranked);
    expect(await boardOf(metric, JSON.stringify(setting ?? ''))).toEqual(ranked);
  });

  it('ranks seconds and milliseconds together, and other units apart', async () => {
    const rows: { place: string }[] = await store.dataSource.query(
      `SELECT rank || ' ' || quote AS place FROM v_leaderboard WHERE metric = 'latency' ORDER BY 1`,
    );
    expect(rows.map(({ place }) => place)).toEqual(['1 0.004 s', '1 3 cycles', '2 5 ms']);
    expect(await boardOf('latency', '""')).toEqual(['1 0.004 s', '2 5 ms']);
  });
});
