import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { PaperRecord } from '../../../../src/domain/index.js';
import { contentHash } from '../../../../src/store/index.js';
import { paperByKey } from '../../../../src/store/queries/index.js';
import { withStore } from '../../../support/database.js';
import { emptyStore, paperRecord, writeRecords } from '../../../support/write-records.js';

const LORE =
  'We propose LoreNet, which reaches 81.2% accuracy on ImageNet-1K and cuts memory by 63.3%.';
const LORE_NEW =
  'We propose LoreNet, which reaches 83.9% accuracy on ImageNet-1K and cuts memory by 71.0%.';

describe('records of one paper', async () => {
  const store = await withStore();
  beforeEach(() => emptyStore(store));

  const papers = () =>
    store.dataSource.query('SELECT * FROM papers ORDER BY key') as Promise<
      Record<string, unknown>[]
    >;
  const quotes = async () => {
    const rows: { quote: string }[] = await store.dataSource.query(
      'SELECT quote FROM results WHERE active ORDER BY start_offset',
    );
    return rows.map(({ quote }) => quote).join(' ');
  };

  it.each([
    ['arXiv id', { arxivId: '2401.00001' }],
    ['DOI', { doi: '10.5555/lore.1' }],
    ['OpenAlex id', { openAlexId: 'W123' }],
    ['Semantic Scholar id', { s2Id: 'abc' }],
  ])('from two sources with the same %s become one', async (_, ids) => {
    const atom = paperRecord({ ...ids, source: 'arxiv-atom', title: 'LoreNet', abstract: LORE });
    const bib = paperRecord({ ...ids, source: 'bibtex', title: 'Lorenet.', doi: '10.5555/lore.1' });
    expect(await writeRecords(store, [bib])).toEqual(['stored']);
    expect(await writeRecords(store, [atom])).toEqual(['merged']);
    expect(await papers()).toMatchObject([{ title: 'LoreNet', source: 'arxiv-atom' }]);
    const records = await store.dataSource.query('SELECT source FROM paper_records ORDER BY 1');
    expect(records).toEqual([{ source: 'arxiv-atom' }, { source: 'bibtex' }]);
  });

  it("are known by arXiv's own DOI as well", async () => {
    await writeRecords(store, [paperRecord({ arxivId: '2401.00001', title: 'A', abstract: LORE })]);
    const doi = paperRecord({ doi: '10.48550/arxiv.2401.00001', source: 'crossref', title: 'A' });
    expect(await writeRecords(store, [doi])).toEqual(['merged']);
  });

  it('are known by an old arXiv id with and without its subject class', async () => {
    const plain = paperRecord({ arxivId: 'math/0309136', title: 'A', abstract: LORE });
    const classed = paperRecord({ arxivId: 'math.GT/0309136', source: 'bibtex', title: 'A' });
    await writeRecords(store, [classed]);
    expect(await writeRecords(store, [plain])).toEqual(['merged']);
    expect(await papers()).toMatchObject([{ key: 'arxiv:math/0309136', arxiv_id: 'math/0309136' }]);
    expect((await paperByKey(store.dataSource, 'arxiv:math.GT/0309136', []))?.title).toBe('A');
  });

  it('keep a title and an abstract that come apart, in either order', async () => {
    const ids = { s2Id: 'CorpusId:77', source: 'semantic-scholar' };
    const titled = paperRecord({ ...ids, id: '77', title: 'LoreNet' });
    const text = paperRecord({ ...ids, id: '77/abstract', title: null, abstract: LORE });
    for (const order of [
      [titled, text],
      [text, titled],
    ]) {
      await emptyStore(store);
      for (const record of order) await writeRecords(store, [record]);
      expect(await papers()).toMatchObject([{ title: 'LoreNet', without_abstract: false }]);
      expect(await quotes()).toContain('81.2%');
    }
  });

  it('stay apart where nothing but the title is the same', async () => {
    await writeRecords(store, [
      paperRecord({ arxivId: '2401.00001', title: 'LoreNet', abstract: LORE }),
      paperRecord({ doi: '10.5555/x', title: 'LoreNet', abstract: LORE, source: 'crossref' }),
      paperRecord({ id: '7', title: 'LoreNet', abstract: LORE, source: 'csv' }),
      paperRecord({ title: 'LoreNet', abstract: LORE, source: 'page-text' }),
    ]);
    expect(await papers()).toHaveLength(4);
  });

  it('join papers that were two until a record named both', async () => {
    await writeRecords(store, [
      paperRecord({ arxivId: '2401.00001', source: 'arxiv-atom', title: 'A', abstract: LORE }),
      paperRecord({ doi: '10.5555/a', source: 'crossref', title: 'A' }),
    ]);
    expect(await papers()).toHaveLength(2);
    const both = paperRecord({
      ...{ arxivId: '2401.00001', doi: '10.5555/a', openAlexId: 'W1' },
      ...{ source: 'openalex', title: 'A' },
    });
    expect(await writeRecords(store, [both])).toEqual(['merged']);
    expect(await papers()).toMatchObject([
      { key: 'arxiv:2401.00001', doi: '10.5555/a', openalex_id: 'W1' },
    ]);
    const keys = await store.dataSource.query('SELECT key FROM paper_keys ORDER BY 1');
    expect(keys).toHaveLength(3);
  });

  it('are replaced by a newer version, and not by an older one', async () => {
    const version = (arxivVersion: number, abstract: string) =>
      paperRecord({
        ...{ arxivId: '2401.00001', arxivVersion, abstract },
        ...{ source: 'arxiv-atom', title: 'LoreNet' },
      });
    await writeRecords(store, [version(1, LORE)]);
    expect(await quotes()).toContain('63.3%');
    expect(await writeRecords(store, [version(2, LORE_NEW)])).toEqual(['stored']);
    expect(await quotes()).toContain('71.0%');
    expect(await quotes()).not.toContain('63.3%');
    expect(await writeRecords(store, [version(1, LORE)])).toEqual(['unchanged']);
    expect(await quotes()).toContain('71.0%');
  });

  it('change nothing the second time', async () => {
    const records = [
      paperRecord({ arxivId: '2401.00001', title: 'A', abstract: LORE }),
      paperRecord({ id: 'b', title: 'B', abstract: LORE_NEW }),
    ];
    await writeRecords(store, records);
    const before = await contentHash(store.dataSource);
    expect(await writeRecords(store, records)).toEqual(['unchanged', 'unchanged']);
    expect(await contentHash(store.dataSource)).toEqual(before);
  });

  const ids = <T>(...values: T[]) => fc.constantFrom<T | null>(null, ...values);
  const anyRecord: fc.Arbitrary<PaperRecord> = fc
    .record({
      id: ids('1', '2'),
      arxivId: ids('2401.00001', '2401.00002'),
      arxivVersion: ids(1, 2),
      doi: ids('10.5555/a', '10.5555/b', '10.48550/arxiv.2401.00002'),
      openAlexId: ids('W1', 'W2'),
      s2Id: ids('s1'),
      source: fc.constantFrom('arxiv-atom', 'openalex', 'bibtex', 'json'),
      title: fc.constantFrom<string | null>(null, 'LoreNet', 'Lore nets revisited'),
      abstract: fc.constantFrom<string | null>(
        null,
        LORE,
        LORE_NEW,
        'Code: https://github.com/a/b',
      ),
      authors: fc.constantFrom<string[]>([], ['A. Example'], ['B. Sample', 'A. Example']),
      publishedAt: ids('2024', '2024-01-03'),
      updatedAt: ids('2024-02-01', '2024-03-01'),
      url: ids('https://example.org/a'),
    })
    .filter(({ title, abstract }) => title !== null || abstract !== null);

  it('come to the same in any order, in any batches and from several writers at once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyRecord, { minLength: 2, maxLength: 9 }).chain((records) =>
          fc.record({
            records: fc.constant(records),
            shuffled: fc.shuffledSubarray(records, { minLength: records.length }),
            cut: fc.nat({ max: records.length }),
          }),
        ),
        async ({ records, shuffled, cut }) => {
          await emptyStore(store);
          for (const record of records) await writeRecords(store, [record]);
          const oneByOne = await contentHash(store.dataSource);
          await emptyStore(store);
          await Promise.all([
            writeRecords(store, shuffled.slice(0, cut)),
            writeRecords(store, shuffled.slice(cut)),
          ]);
          expect(await contentHash(store.dataSource)).toEqual(oneByOne);
        },
      ),
      { numRuns: 30 },
    );
  }, 120_000);
});
