import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { createPaperReader, describeMetric } from '../../../src/pipeline/index.js';
import { LEFT_OUT, OTHER_TABLES, PAPER_TABLES } from '../../../src/store/backup/backup-format.js';
import {
  contentHash,
  forgetPapers,
  papersNamed,
  remember,
  restoreBackup,
  type Store,
  writeBackup,
  writeRejects,
  writeTransaction,
} from '../../../src/store/index.js';
import { withStore } from '../../support/database.js';
import { inventedPapers } from '../../support/invented-papers.mjs';
import { emptyStore, paperRecord, writeRecords } from '../../support/write-records.js';

const papers = inventedPapers(9).map((paper) => paperRecord(paper));

async function* each(lines: readonly string[]) {
  yield* lines;
}

describe('a store', async () => {
  const store = await withStore();
  const other = await withStore();

  beforeEach(async () => {
    await emptyStore(store);
    await emptyStore(other);
    await writeRecords(store, papers);
    await correct(store);
    await writeTransaction(store.dataSource, async (manager) => {
      const reject = { origin: 'a', source: 'json', position: 'line 1', reason: 'r', raw: '{"\\n' };
      await writeRejects(manager, [reject], null);
      await forgetPapers(manager, [], ['arxiv:2401.99999'], 'a test');
    });
  });

  /** A person's correction of the first result. */
  async function correct({ dataSource }: Store): Promise<void> {
    const [row] = await dataSource.query(
      `UPDATE results r SET unit = 'points', corrected = true FROM papers p
       WHERE p.id = r.paper_id AND r.id = (SELECT min(id::text)::uuid FROM results)
       RETURNING r.id, p.key`,
    );
    const [{ id, key }] = row;
    await dataSource.query(
      `INSERT INTO corrections (id, result_id, paper_key, content_hash, status, original, changes, made_by, reason)
       VALUES ($1, $2, $3, 'h', 'applied', '{"unit": "%"}', '{"unit": "points"}', 'A. Tester', 'a test')`,
      [randomUUID(), id, key],
    );
  }

  async function backup(from: Store): Promise<string[]> {
    const lines: string[] = [];
    for await (const line of writeBackup(from.dataSource)) lines.push(line);
    return lines;
  }

  const restore = (to: Store, lines: readonly string[], merge = false) =>
    restoreBackup(to.dataSource, each(lines), {
      merge,
      context: { reader: createPaperReader(), describeMetric },
    });

  it('backs up every table there is', () => {
    const tables = store.dataSource.entityMetadatas.map(({ tableName }) => tableName);
    expect([...PAPER_TABLES, ...OTHER_TABLES, ...LEFT_OUT].sort()).toEqual(tables.sort());
  });

  it('comes back exactly, corrections included', async () => {
    const lines = await backup(store);
    expect(lines.every((line) => !line.includes('\n'))).toBe(true);
    expect(await restore(other, lines)).toEqual({ papers: 9, correctionsLeftOut: 0 });
    expect(await contentHash(other.dataSource)).toEqual(await contentHash(store.dataSource));
    await writeRecords(other, papers);
    expect(await contentHash(other.dataSource)).toEqual(await contentHash(store.dataSource));
  });

  it('changes nothing for a backup that is cut off or broken anywhere', async () => {
    const lines = await backup(store);
    const before = await contentHash(other.dataSource);
    const cut = lines.slice(0, -1);
    const halved = [...lines.slice(0, 3), (lines[3] as string).slice(0, 40)];
    const gap = lines.filter((_, place) => place !== 4);
    const unfit = lines.map((line) => line.replace('"value":', '"value":"x","was":'));
    for (const [broken, why] of [
      [cut, 'cut off after line'],
      [halved, 'line 4 is broken'],
      [gap, 'not the 9'],
      [unfit, 'do not fit'],
      [[], 'it is empty'],
      [['{"id":"1","title":"A paper"}'], 'no backup of claimgraph'],
      [['<html>'], 'no backup of claimgraph'],
      [[JSON.stringify({ claimgraphBackup: 1, schema: ['FromTomorrow'] })], 'newer claimgraph'],
    ] as const) {
      await expect(restore(other, broken)).rejects.toThrow(why);
      expect(await contentHash(other.dataSource)).toEqual(before);
    }
  });

  it('that is not empty is refused, or merged into', async () => {
    const lines = await backup(store);
    const own = paperRecord({ id: 'own', title: 'Own', abstract: 'It is 5x faster than LoRA.' });
    await writeRecords(other, [own, papers[2] as (typeof papers)[0]]);
    await expect(restore(other, lines)).rejects.toThrow('--merge');
    expect(await restore(other, lines, true)).toEqual({ papers: 9, correctionsLeftOut: 0 });
    await writeRecords(store, [own]);
    expect(await contentHash(other.dataSource)).toEqual(await contentHash(store.dataSource));
    await restore(other, lines, true);
    expect(await contentHash(other.dataSource)).toEqual(await contentHash(store.dataSource));
  });

  it('forgets a paper for good, under every key that it has or gets', async () => {
    const { dataSource } = store;
    const both = paperRecord({
      ...{ arxivId: '2402.00001', doi: '10.5555/both', title: 'Both' },
      ...{ abstract: 'BothNet is 7.5x faster than ResNet-50 on ImageNet-1K.' },
    });
    const before = await contentHash(dataSource);
    await writeRecords(store, [both]);
    await writeTransaction(dataSource, async (manager) => {
      const found = await papersNamed(manager, ['arxiv:2402.00001']);
      expect(found).toMatchObject([
        { title: 'Both', keys: ['arxiv:2402.00001', 'doi:10.5555/both'] },
      ]);
      await forgetPapers(manager, found, [], 'withdrawn');
    });
    const withoutKeys = ({ forgotten_papers: _, ...tables }: typeof before) => tables;
    expect(withoutKeys(await contentHash(dataSource))).toEqual(withoutKeys(before));
    const third = paperRecord({
      doi: '10.5555/both',
      s2Id: 's9',
      source: 'crossref',
      title: 'Both',
    });
    const fourth = paperRecord({ s2Id: 's9', source: 'semantic-scholar', title: 'Both' });
    expect(await writeRecords(store, [fourth])).toEqual(['stored']);
    expect(await writeRecords(store, [both, third, fourth])).toEqual(Array(3).fill('forgotten'));
    expect(withoutKeys(await contentHash(dataSource))).toEqual(withoutKeys(before));
    const keys = ['arxiv:2402.00001', 'doi:10.5555/both', 's2:s9'];
    expect(await writeTransaction(dataSource, (manager) => remember(manager, keys))).toBe(3);
    expect(await writeRecords(store, [both])).toEqual(['stored']);
  });
});
