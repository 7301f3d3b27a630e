import { beforeAll, describe, expect, it } from 'vitest';
import { createAsk } from '../../support/api.js';
import { withStore } from '../../support/database.js';
import { type InventedResult, storePapers } from '../../support/stored-papers.js';

const level = (value: number, gainFactor: number | null): InventedResult => ({
  ...{ quote: `${value} GB`, value, unit: 'GB', metric: 'memory', category: 'memory' },
  ...{ baseValue: value * 1e9, baseUnit: 'bytes', comparableValue: value, gainFactor },
});
/** A text that cuts memory from 24 GB to 8 GB, one that states a level alone, one with a factor. */
const PAPERS = [
  {
    ...{ id: '2401.00001', title: 'Two levels', publishedAt: '2024-01-01' },
    results: [level(24, null), level(8, 3)],
  },
  { id: '2401.00002', title: 'One level', publishedAt: '2024-01-02', results: [level(8, null)] },
  {
    ...{ id: '2401.00003', title: 'A factor', publishedAt: '2024-01-03' },
    results: [{ ...level(4, 4), form: 'ratio' as const, unit: 'x', baseValue: null }],
  },
];

/** Which of the numbers fit, by their factor. */
const FILTERS: readonly (readonly [gain: string, factors: readonly (number | null)[]])[] = [
  ['{ category: MEMORY, factor: { gte: 2 } }', [3, 4]],
  ['{ category: MEMORY, factor: { ne: 4 } }', [3]],
  ['{ category: MEMORY, factor: { isNull: false } }', [3, 4]],
  ['{ category: MEMORY, factor: {} }', [3, 4]],
  ['{ metric: "memory" }', [3, 4]],
  ['{}', [3, 4]],
  ['{ factor: { isNull: true } }', []],
  ['{ percent: { gte: 0 } }', []],
];

describe('a level that a text sets against another', async () => {
  const store = await withStore();
  const ask = createAsk(store);
  beforeAll(() => storePapers(store, PAPERS));

  it.each(FILTERS)('is a gain of the filter %s wherever it is asked for', async (gain, factors) => {
    const { data, errors } = await ask(`{
      results(filter: { gain: ${gain} }) { totalCount nodes { gain { factor } } }
      resultRows(filter: { gain: ${gain} }) { totalCount nodes { gainFactor } }
      papers(filter: { gain: ${gain} }) { totalCount nodes { title } }
      nested: papers { nodes { results(filter: { gain: ${gain} }) { totalCount } } }
      facets(field: CATEGORY, filter: { gain: ${gain} }) { buckets { count } }
      paperFacets(field: CATEGORY, filter: { gain: ${gain} }) { buckets { count } }
      stats(filter: { gain: ${gain} }) { results }
    }`);
    expect(errors).toEqual([]);
    const count = factors.length;
    const sorted = (values: (number | null)[]) => values.sort((a, b) => Number(a) - Number(b));
    expect(
      sorted(data.results.nodes.map((node: { gain: { factor: number } }) => node.gain.factor)),
    ).toEqual(factors);
    expect(
      sorted(data.resultRows.nodes.map((row: { gainFactor: number }) => row.gainFactor)),
    ).toEqual(factors);
    for (const list of [data.results, data.resultRows, data.papers])
      expect(list.totalCount).toBe(count);
    expect(data.papers.nodes).toHaveLength(count);
    const nested = data.nested.nodes.map(
      ({ results }: { results: { totalCount: number } }) => results.totalCount,
    );
    expect(nested.reduce((sum: number, one: number) => sum + one, 0)).toBe(count);
    for (const groups of [data.facets, data.paperFacets])
      expect(groups.buckets).toEqual(count ? [{ count }] : []);
    expect(data.stats).toEqual(count ? [{ results: count }] : []);
  });
});
