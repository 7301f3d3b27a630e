import { beforeAll, describe, expect, it } from 'vitest';
import { createAsk } from '../../support/api.js';
import { withStore } from '../../support/database.js';
import { type InventedResult, storePapers } from '../../support/stored-papers.js';

function accuracy(percent: number, subject: string): InventedResult {
  return {
    ...{ quote: `${percent}%`, value: percent, unit: '%', metric: 'accuracy', subject },
    ...{ dataset: 'ImageNet', comparableValue: percent / 100 },
  };
}

describe('contradictions', async () => {
  const store = await withStore();
  const ask = createAsk(store);
  beforeAll(() =>
    storePapers(store, [
      {
        ...{ id: '2401.02001', title: 'A paper with two unread settings' },
        results: [accuracy(70, 'SlimNet'), accuracy(90, 'SlimNet'), accuracy(80, 'FastNet')],
      },
      {
        ...{ id: '2401.02002', title: 'A paper that disagrees' },
        results: [accuracy(84, 'FastNet')],
      },
    ]),
  );

  async function found(betweenPapers = ''): Promise<unknown> {
    const { data, errors } = await ask(
      `{ contradictions${betweenPapers} { nodes { method { name } paperCount } } }`,
    );
    expect(errors).toEqual([]);
    return data.contradictions.nodes;
  }

  it('are between papers where nothing else is asked for', async () => {
    expect(await found()).toEqual([{ method: { name: 'FastNet' }, paperCount: 2 }]);
  });

  it('within a paper are shown on demand, the widest first', async () => {
    expect(await found('(betweenPapers: false)')).toEqual([
      { method: { name: 'SlimNet' }, paperCount: 1 },
      { method: { name: 'FastNet' }, paperCount: 2 },
    ]);
  });
});
