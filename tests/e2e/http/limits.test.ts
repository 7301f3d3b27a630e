import { describe, expect, it } from 'vitest';
import { ask, askByGet } from '../../support/ask.js';
import { runCli } from '../../support/cli.js';
import { PAPERS } from '../../support/papers.js';
import { withServer } from '../../support/server.js';

const TEN = '{ papers(first: 10) { nodes { title } } }';

describe('cost', async () => {
  const server = await withServer({ papers: PAPERS });

  it.each<[string, number]>([
    ['{ __typename }', 0],
    ['{ paper(arxivId: "2403.00001") { title } }', 1],
    [TEN, 11],
    ['{ papers { nodes { title } } }', 26],
    ['{ papers(last: 10) { totalCount pageInfo { hasNextPage } nodes { title } } }', 21],
    ['{ papers(first: 10) { edges { node { results(first: 5) { nodes { value } } } } } }', 71],
    ['{ papers(first: 2) { nodes { links { url } } } }', 5],
    ['query ($n: Int = 7) { papers(first: $n) { nodes { title } } }', 8],
    ['{ papers(first: 10) @skip(if: true) { nodes { title } } }', 0],
    ['{ nodes(ids: ["a", "b", "c"]) { id } }', 4],
    ['{ extract(abstract: "x") { results { value } } }', 101],
    [`{ extract(abstract: "${'x'.repeat(2000)}") { extractorVersion } }`, 800],
  ])('of %.100s is %i, and is told', async (query, requestedQueryCost) => {
    const { extensions } = await ask(server, query);
    expect(extensions).toEqual({ cost: { requestedQueryCost, maximumAvailable: 10_000 } });
  });

  it('that is too high is refused with the page size that fits', async () => {
    const sized = (first: number) =>
      `{ papers(first: ${first}) { nodes { results(first: ${first}) { nodes { paper { title } metric { name } } } } } }`;
    const { status, errors, codes } = await ask(server, sized(100));
    expect([status, codes]).toEqual([400, ['COST_LIMIT_EXCEEDED']]);
    const fitting = errors?.[0]?.extensions.fittingFirst as number;
    expect(errors?.[0]?.message).toContain(`first: ${fitting} `);
    expect((await ask(server, sized(fitting))).codes).toEqual([]);
    expect((await ask(server, sized(fitting + 1))).codes).toEqual(['COST_LIMIT_EXCEEDED']);
  });

  it('follows the variables', async () => {
    const query = 'query ($n: Int) { papers(first: $n) { nodes { title } } }';
    const costOf = async (n: number) => (await ask(server, query, { n })).extensions?.cost;
    expect(await costOf(3)).toMatchObject({ requestedQueryCost: 4 });
    expect(await costOf(90)).toMatchObject({ requestedQueryCost: 91 });
    expect(await costOf(90)).toMatchObject({ requestedQueryCost: 91 });
    expect(await costOf(3)).toMatchObject({ requestedQueryCost: 4 });
  });
});

describe('the rate of a client', async () => {
  const server = await withServer({
    papers: PAPERS,
    settings: { RATE_LIMIT: '40', TRUST_PROXY: 'on' },
  });
  const from = (client: string) => ({ 'x-forwarded-for': client });

  it('is counted in cost, told in headers, and refused with the time to wait', async () => {
    const first = await ask(server, TEN, {}, from('192.0.2.1'));
    expect(first.extensions?.cost).toMatchObject({
      requestedQueryCost: 11,
      throttleStatus: { maximumAvailable: 40, currentlyAvailable: 29 },
    });
    expect(first.headers.get('x-ratelimit-limit')).toBe('40');
    expect(first.headers.get('x-ratelimit-used')).toBe('11');
    await ask(server, TEN, {}, from('192.0.2.1'));
    await ask(server, TEN, {}, from('192.0.2.1'));
    const refused = await ask(server, TEN, {}, from('192.0.2.1'));
    expect([refused.status, refused.codes]).toEqual([429, ['RATE_LIMITED']]);
    const wait = Number(refused.headers.get('retry-after'));
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(60);
    expect(refused.errors?.[0]?.extensions.retryAfter).toBe(wait);
    expect(refused.headers.get('x-ratelimit-remaining')).toBe('7');
    // What was refused was not used: a smaller question still fits.
    const small = await ask(
      server,
      '{ papers(first: 6) { nodes { title } } }',
      {},
      from('192.0.2.1'),
    );
    expect(small.codes).toEqual([]);
  });

  it('is each client’s own, and a network is one client', async () => {
    expect((await askByGet(server, { query: TEN }, from('192.0.2.2'))).codes).toEqual([]);
    const remaining = async (client: string) =>
      (await ask(server, TEN, {}, from(client))).headers.get('x-ratelimit-remaining');
    expect(await remaining('2001:db8:0:1::5')).toBe('29');
    expect(await remaining('2001:db8:0:1:ffff:ffff:ffff:9')).toBe('18');
    expect(await remaining('2001:db8:0:2::5')).toBe('29');
  });

  it('is not a matter of waiting for what costs more than a minute has', async () => {
    const query = '{ papers(first: 50) { nodes { title } } }';
    const answer = await ask(server, query, {}, from('192.0.2.3'));
    expect([answer.status, answer.codes]).toEqual([400, ['COST_LIMIT_EXCEEDED']]);
  });
});

describe('every limit', async () => {
  it('is a setting that claimgraph config shows', async () => {
    const { stdout } = await runCli(['config', '--json']);
    const shown = JSON.parse(stdout);
    const limits = [
      ...['MAX_BODY_BYTES', 'MAX_TOKENS', 'MAX_DEPTH', 'MAX_ALIASES', 'MAX_DIRECTIVES'],
      ...['MAX_ROOT_FIELDS', 'MAX_LIST', 'MAX_INPUT_DEPTH', 'MAX_COST', 'MAX_PAGE', 'RATE_LIMIT'],
      ...[
        'MAX_PERSISTED_BYTES',
        'REQUEST_TIMEOUT',
        'RECEIVE_TIMEOUT',
        'MAX_EXPORTS',
        'EXPORT_TIMEOUT',
      ],
    ];
    expect(Object.keys(shown)).toEqual(expect.arrayContaining(limits));
  });

  const small = await withServer({
    settings: {
      MAX_DEPTH: '2',
      MAX_ALIASES: '1',
      MAX_ROOT_FIELDS: '2',
      MAX_COST: '20',
      MAX_LIST: '2',
      MAX_TOKENS: '100',
    },
  });

  it.each([
    ['{ papers(first: 1) { nodes { title } } }', 'DEPTH_LIMIT_EXCEEDED'],
    ['{ a: __typename b: __typename }', 'BAD_USER_INPUT'],
    ['{ papers { totalCount } methods { totalCount } tasks { totalCount } }', 'BAD_USER_INPUT'],
    ['{ papers(first: 30) { totalCount } }', 'COST_LIMIT_EXCEEDED'],
    ['{ nodes(ids: ["a", "b", "c"]) { id } }', 'BAD_USER_INPUT'],
    [`{ ${'__typename '.repeat(101)} }`, 'GRAPHQL_PARSE_FAILED'],
  ])('holds as it is set: %s', async (query, code) => {
    expect((await ask(small, query)).codes).toEqual([code]);
  });
});
