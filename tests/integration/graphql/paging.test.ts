import { beforeAll, describe, expect, it } from 'vitest';
import { type Ask, createAsk } from '../../support/api.js';
import { withStore } from '../../support/database.js';
import { type InventedPaper, storePapers } from '../../support/stored-papers.js';

/** A third of them without a date, many with the same. */
const PAPERS: readonly InventedPaper[] = Array.from({ length: 23 }, (_, i) => ({
  id: `2403.${String(i).padStart(5, '0')}`,
  title: `Paper ${i % 5}`,
  ...(i % 3 === 0 ? {} : { publishedAt: `202${i % 4}-01-01` }),
  methods: { [`Net${i % 4}`]: 'proposed' as const },
  datasets: ['ImageNet'],
  results: [0, 1, 2].map((at) => ({
    ...{ quote: `${i}.${at}`, value: i % 6, metric: 'accuracy', subject: `Net${i % 4}` },
    gainFactor: (i + at) % 2 ? null : 1 + i,
    ...{ dataset: 'ImageNet', comparableValue: (i % 6) / 10 },
  })),
}));

interface Connection {
  readonly edges: readonly { cursor: string; node: { id: string } }[];
  readonly pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string;
    endCursor: string;
  };
  readonly totalCount: number;
}

const PAGE = `totalCount edges { cursor node { id } }
  pageInfo { hasNextPage hasPreviousPage startCursor endCursor }`;

/** Lists by the query that reads a page of them and the place of the connection in its answer. */
const LISTS: Readonly<Record<string, (page: string) => string>> = {
  'papers, newest first': (page) => `{ list: papers(${page}) { ${PAGE} } }`,
  'papers by date, nulls first': (page) =>
    `{ list: papers(orderBy: [{ field: PUBLISHED_AT, direction: DESC, nulls: FIRST }], ${page}) { ${PAGE} } }`,
  'papers by title, then oldest first': (page) =>
    `{ list: papers(orderBy: [{ field: TITLE, direction: DESC }, { field: PUBLISHED_AT }], ${page}) { ${PAGE} } }`,
  'results by gain': (page) =>
    `{ list: results(orderBy: [{ field: GAIN_FACTOR, direction: DESC }], ${page}) { ${PAGE} } }`,
  'results with a gain, by gain': (page) =>
    `{ list: results(filter: { gain: { factor: { gte: 2 } } }, orderBy: [{ field: GAIN_FACTOR }], ${page}) { ${PAGE} } }`,
  'results by value': (page) =>
    `{ list: results(orderBy: [{ field: VALUE, direction: ASC }], ${page}) { ${PAGE} } }`,
  'flat rows': (page) => `{ list: resultRows(${page}) { ${PAGE} } }`,
  methods: (page) => `{ list: methods(${page}) { ${PAGE} } }`,
  'papers of a method': (page) =>
    `{ parent: method(slug: "Net1") { list: papers(${page}) { ${PAGE} } } }`,
  'results of a data set': (page) =>
    `{ parent: dataset(slug: "ImageNet") { list: results(${page}) { ${PAGE} } } }`,
  'results of a paper': (page) =>
    `{ parent: paper(arxivId: "2403.00001") { list: results(${page}) { ${PAGE} } } }`,
};

const connectionOf = ({ data }: Awaited<ReturnType<Ask>>): Connection =>
  data.parent?.list ?? data.list;

describe('every list', async () => {
  const store = await withStore();
  const ask = createAsk(store);
  beforeAll(() => storePapers(store, PAPERS));

  async function pages(list: (page: string) => string, backward: boolean): Promise<string[]> {
    const ids: string[] = [];
    let cursor: string | null = null;
    for (let guard = 0; guard < 100; guard++) {
      const place: string = cursor ? `, ${backward ? 'before' : 'after'}: "${cursor}"` : '';
      const { edges, pageInfo } = connectionOf(
        await ask(list(`${backward ? 'last' : 'first'}: 4${place}`)),
      );
      const page = edges.map(({ node }) => node.id);
      if (backward) ids.unshift(...page);
      else ids.push(...page);
      if (!(backward ? pageInfo.hasPreviousPage : pageInfo.hasNextPage)) return ids;
      cursor = backward ? pageInfo.startCursor : pageInfo.endCursor;
    }
    throw new Error('the list does not end');
  }

  it.each(Object.entries(LISTS))('pages to its end in both directions: %s', async (_, list) => {
    const { edges, totalCount } = connectionOf(await ask(list('first: 100')));
    const whole = edges.map(({ node }) => node.id);
    expect(new Set(whole).size).toBe(totalCount);
    expect(await pages(list, false)).toEqual(whole);
    expect(await pages(list, true)).toEqual(whole);
  });

  it('counts its rows only when asked to', async () => {
    const { statements } = await ask('{ papers(first: 2) { nodes { id } } }');
    expect(statements.filter(({ sql }) => sql.includes('count('))).toEqual([]);
  });

  it('refuses cursors of another filter, sort or parent, and changed ones', async () => {
    const { data } = await ask(
      '{ papers(first: 2) { pageInfo { endCursor } } methods(first: 2) { nodes { slug papers(first: 1) { pageInfo { endCursor } } } } }',
    );
    const cursor: string = data.papers.pageInfo.endCursor;
    const [one, other] = data.methods.nodes;
    const parts = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    const forged = (...values: unknown[]) =>
      Buffer.from(JSON.stringify([parts[0], parts[1], ...values])).toString('base64url');
    const id = parts[3];
    for (const query of [
      `{ papers(first: 2, filter: { hasCode: true }, after: "${cursor}") { totalCount } }`,
      `{ papers(first: 2, orderBy: [{ field: TITLE }], after: "${cursor}") { totalCount } }`,
      `{ results(first: 2, after: "${cursor}") { totalCount } }`,
      `{ method(slug: "${other.slug}") { papers(first: 1, after: "${one.papers.pageInfo.endCursor}") { totalCount } } }`,
      `{ papers(first: 2, after: "${cursor.slice(0, -3)}") { totalCount } }`,
      ...[
        ['2024-02-30', id],
        ["2024-01-01'; DROP TABLE papers; --", id],
        ['2024-01-01', 'no-uuid'],
        ['2024-01-01', id, 'more'],
        [20240101, id],
      ].map((values) => `{ papers(first: 2, after: "${forged(...values)}") { totalCount } }`),
    ]) {
      const { errors } = await ask(query);
      expect(errors[0]?.extensions.code, query).toBe('BAD_USER_INPUT');
    }
  });

  it.each([
    ['first: 0', /1 to 100/],
    ['first: 101', /1 to 100/],
    ['first: 2, last: 2', /first or last/],
    ['last: 2, after: "x"', /after goes with first/],
    ['first: 2, before: "x"', /before goes with last/],
  ])('refuses %s', async (page, says) => {
    const { errors } = await ask(`{ papers(${page}) { totalCount } }`);
    expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(errors[0]?.message).toMatch(says);
  });

  it('shows no row twice and misses none when papers come in between', async () => {
    const before = connectionOf(await ask(`{ list: papers(first: 100) { ${PAGE} } }`));
    const first = connectionOf(await ask(`{ list: papers(first: 10) { ${PAGE} } }`));
    await storePapers(
      store,
      ['2030-01-01', '2022-06-01'].map((publishedAt, i) => ({
        ...{ id: `2404.0000${i}`, title: 'In between', publishedAt },
      })),
    );
    const rest = connectionOf(
      await ask(`{ list: papers(first: 100, after: "${first.pageInfo.endCursor}") { ${PAGE} } }`),
    );
    const seen = [...first.edges, ...rest.edges].map(({ node }) => node.id);
    expect(new Set(seen).size).toBe(seen.length);
    for (const { node } of before.edges) expect(seen).toContain(node.id);
  });
});
