import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import {
  createPaperReader,
  createReaderPool,
  describeMetric,
  reextract,
} from '../../../../src/pipeline/index.js';
import {
  forgetPapers,
  papersNamed,
  restoreBackup,
  writeBackup,
  writeTransaction,
} from '../../../../src/store/index.js';
import { withStore } from '../../../support/database.js';
import { emptyStore, paperRecord, writeRecords } from '../../../support/write-records.js';

const LORE = paperRecord({
  ...{ arxivId: '2401.00001', source: 'arxiv', title: 'LoreNet', arxivVersion: 1 },
  abstract: 'We propose LoreNet, which reaches 81.2% accuracy and 90.1% F1 on ImageNet-1K.',
});
const NEWER = paperRecord({
  ...{ arxivId: '2401.00001', source: 'arxiv', title: 'LoreNet', arxivVersion: 2 },
  abstract: 'We propose LoreNet, which reaches 83.9% accuracy and 84.0% accuracy on CIFAR-100.',
});
const OTHER = paperRecord({
  ...{ arxivId: '2401.00002', source: 'arxiv', title: 'QuickNet' },
  abstract: 'QuickNet reaches 85.2% accuracy on ImageNet-1K and is faster than LoreNet.',
});

describe('the papers of a name', async () => {
  const store = await withStore();
  const { dataSource } = store;
  const pool = createReaderPool(1);
  afterAll(() => pool.close());
  beforeEach(() => emptyStore(store));

  type Counts = Record<string, number>;
  async function read(sql: string): Promise<Counts> {
    const rows: { name: string; papers: number }[] = await dataSource.query(sql);
    return Object.fromEntries(rows.map(({ name, papers }) => [name, papers]));
  }
  const kept = () => read(`SELECT kind || ' ' || slug AS name, papers FROM name_counts ORDER BY 1`);
  const counted = () =>
    read(
      `SELECT kind || ' ' || slug AS name, count(DISTINCT paper_id)::int AS papers FROM (
       SELECT kind, slug, paper_id FROM mentions WHERE active UNION ALL
       SELECT 'metric', metric_slug, paper_id FROM results WHERE active AND metric_slug IS NOT NULL) n
     GROUP BY 1 ORDER BY 1`,
    );

  it('are counted as papers come, also one that says a name twice', async () => {
    await writeRecords(store, [LORE, OTHER]);
    await writeRecords(store, [OTHER]);
    const counts = await kept();
    expect(counts).toMatchObject({
      'dataset imagenet-1k': 2,
      'metric accuracy': 2,
      'metric f1': 1,
    });
    expect(counts).toEqual(await counted());
  });

  it('follow a newer text', async () => {
    await writeRecords(store, [LORE, OTHER]);
    await writeRecords(store, [NEWER]);
    const counts = await kept();
    expect(counts).toMatchObject({ 'dataset imagenet-1k': 1, 'metric accuracy': 2 });
    expect(counts).not.toHaveProperty('metric f1');
    expect(counts).toEqual(await counted());
  });

  it('follow a forgotten paper, to nothing', async () => {
    await writeRecords(store, [LORE, OTHER]);
    const forget = (key: string) =>
      writeTransaction(dataSource, async (manager) =>
        forgetPapers(manager, await papersNamed(manager, [key]), [key], 'a test'),
      );
    await forget('arxiv:2401.00001');
    expect(await kept()).toEqual(await counted());
    expect(await kept()).toMatchObject({ 'dataset imagenet-1k': 1 });
    await forget('arxiv:2401.00002');
    expect(await kept()).toEqual({});
  });

  it('leave out readings that wait, and follow the switch to them', async () => {
    await writeRecords(store, [LORE, OTHER], 'older');
    await dataSource.query(`UPDATE mentions SET slug = 'cifar-10' WHERE slug = 'imagenet-1k'`);
    await dataSource.query(`DELETE FROM results WHERE metric_slug = 'f1'`);
    const before = await kept();
    expect(before).toMatchObject({ 'dataset cifar-10': 2 });
    expect(before).toEqual(await counted());
    await reextract({ store, pool, mode: 'compare' });
    expect(await kept()).toEqual(before);
    await reextract({ store, pool, mode: 'switch' });
    expect(await kept()).toMatchObject({ 'dataset imagenet-1k': 2, 'metric f1': 1 });
    expect(await kept()).toEqual(await counted());
  });

  it('follow a corrected metric, of which the paper may have other numbers', async () => {
    await writeRecords(store, [NEWER]);
    const one = `(SELECT min(id::text)::uuid FROM results WHERE metric_slug = 'accuracy')`;
    await dataSource.query(`UPDATE results SET metric_slug = 'f1' WHERE id = ${one}`);
    expect(await kept()).toMatchObject({ 'metric accuracy': 1, 'metric f1': 1 });
    await dataSource.query(`UPDATE results SET metric_slug = 'f1' WHERE id = ${one}`);
    expect(await kept()).not.toHaveProperty('metric accuracy');
    expect(await kept()).toEqual(await counted());
  });

  it('are counted anew by a restored store', async () => {
    await writeRecords(store, [LORE, OTHER]);
    const lines: string[] = [];
    for await (const line of writeBackup(dataSource)) lines.push(line);
    const before = await kept();
    await emptyStore(store);
    expect(await kept()).toEqual({});
    async function* each() {
      yield* lines;
    }
    await restoreBackup(dataSource, each(), {
      merge: false,
      context: { reader: createPaperReader(), describeMetric },
    });
    expect(await kept()).toEqual(before);
  });
});
