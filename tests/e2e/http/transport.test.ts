import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ask, askByGet, send } from '../../support/ask.js';
import { PAPERS } from '../../support/papers.js';
import { ingestPapers, withServer } from '../../support/server.js';

const QUERY = '{ papers(first: 2) { nodes { title } } }';

describe('the transport', async () => {
  const server = await withServer({ papers: PAPERS });
  const graphql = `${server.url}/graphql`;

  it('answers a plain GET, without any header of its own', async () => {
    const response = await fetch(`${graphql}?query=${encodeURIComponent(QUERY)}`);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ data: { papers: { nodes: [{}, {}] } } });
  });

  it.each([
    ['application/x-www-form-urlencoded', 'query={__typename}'],
    ['text/plain', JSON.stringify({ query: '{__typename}' })],
    [
      'multipart/form-data; boundary=b',
      '--b\r\ncontent-disposition: form-data; name="query"\r\n\r\n{__typename}\r\n--b--',
    ],
    ['application/graphql', '{__typename}'],
  ])('refuses a POST of %s', async (type, body) => {
    const answer = await send(graphql, { method: 'POST', headers: { 'content-type': type }, body });
    expect([answer.status, answer.codes]).toEqual([415, ['BAD_REQUEST']]);
  });

  it('refuses a batch', async () => {
    const answer = await send(graphql, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(Array(10).fill({ query: '{__typename}' })),
    });
    expect([answer.status, answer.codes]).toEqual([400, ['BAD_REQUEST']]);
  });

  it.each(['PUT', 'DELETE', 'PATCH'])('answers %s with 405', async (method) => {
    const answer = await send(graphql, { method });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, POST']);
  });

  it('compresses what is worth it', async () => {
    const query =
      '{ papers(first: 4) { nodes { title abstract results { nodes { quote reason } } } } }';
    for (const encoding of ['br', 'gzip']) {
      const answer = await askByGet(server, { query }, { 'accept-encoding': encoding });
      expect(answer.headers.get('content-encoding')).toBe(encoding);
      expect(answer.data.papers.nodes).toHaveLength(4);
    }
  });

  it('lets pages of any site ask, without cookies, and read the headers that matter', async () => {
    const preflight = await fetch(graphql, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://dashboard.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-origin')).toBe('*');
    expect(preflight.headers.get('access-control-allow-headers')).toBe('content-type');
    expect(preflight.headers.get('access-control-allow-credentials')).toBeNull();
    const { headers } = await ask(server, QUERY, {}, { origin: 'https://dashboard.example' });
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('access-control-expose-headers')?.split(', ')).toEqual(
      expect.arrayContaining(['etag', 'retry-after', 'x-ratelimit-remaining', 'x-request-id']),
    );
  });

  it('keeps a sane request id and makes one instead of any other', async () => {
    const sane = await ask(server, QUERY, {}, { 'x-request-id': 'trace-7:a.b' });
    expect(sane.headers.get('x-request-id')).toBe('trace-7:a.b');
    for (const id of ['', 'x'.repeat(129), 'a b', '{"level":60}']) {
      const { headers } = await ask(server, QUERY, {}, { 'x-request-id': id });
      expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  it('logs one line a request that no request can break or forge', async () => {
    await fetch(`${server.url}/nothing%0a{"level":60,"msg":"forged"}?x=\u2028%0d%0a`, {
      headers: { 'user-agent': 'a\tb {"level":60}', 'x-request-id': 'log-test' },
    });
    await expect.poll(() => server.log()).toContain('"reqId":"log-test"');
    const lines = server
      .log()
      .split('\n')
      .filter((line) => line.startsWith('{'));
    const parsed = lines.map((line) => JSON.parse(line));
    expect(parsed.every(({ level, time }) => level < 60 && time > 0)).toBe(true);
    const own = parsed.filter(({ reqId }) => reqId === 'log-test');
    expect(own).toHaveLength(1);
    expect(own[0]).toMatchObject({ method: 'GET', status: 404, msg: 'request' });
  });

  it('answers an unchanged GET with 304 until the data changes', async () => {
    const first = await askByGet(server, { query: QUERY });
    const etag = first.headers.get('etag') as string;
    expect(etag).toMatch(/^W\/"[\w-]{27}"$/);
    expect(first.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
    expect(first.headers.get('vary')).toContain('accept');
    const again = await askByGet(server, { query: QUERY }, { 'if-none-match': `"x", ${etag}` });
    expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', etag]);
    const other = await askByGet(
      server,
      { query: '{ papers { totalCount } }' },
      { 'if-none-match': etag },
    );
    expect(other.status).toBe(200);
    await ingestPapers(server.databaseUrl, [
      {
        id: 'p-new',
        title: 'A Newer Paper',
        abstract: 'NewNet is 5x faster than OldNet.',
        publishedAt: '2025-06-01',
      },
    ]);
    const changed = await askByGet(server, { query: QUERY }, { 'if-none-match': etag });
    expect(changed.status).toBe(200);
    expect(changed.headers.get('etag')).not.toBe(etag);
    expect(changed.data.papers.nodes[0].title).toBe('A Newer Paper');
  });

  it.each([
    [
      'an answer with errors',
      { query: '{ papers(filter: { task: { eq: "no such task" } }) { totalCount } }' },
    ],
    ['a query that is not valid', { query: '{ nothing }' }],
    ['a mutation', { query: 'mutation { __typename }' }],
  ])('gives no tag to %s', async (_name, parameters) => {
    const { headers, codes } = await askByGet(server, parameters);
    expect(codes).not.toEqual([]);
    expect([headers.get('etag'), headers.get('cache-control')]).toEqual([null, 'no-store']);
  });

  it('keeps nothing of a POST, or of one who asks with a key', async () => {
    for (const answer of [
      await ask(server, QUERY),
      await askByGet(server, { query: QUERY }, { authorization: 'Bearer x' }),
    ]) {
      expect([answer.headers.get('etag'), answer.headers.get('cache-control')]).toEqual([
        null,
        'no-store',
      ]);
    }
  });

  it('takes persisted queries by their hash', async () => {
    const sha256Hash = createHash('sha256').update(QUERY).digest('hex');
    const extensions = JSON.stringify({ persistedQuery: { version: 1, sha256Hash } });
    const unknown = await askByGet(server, { extensions });
    expect(unknown.codes).toEqual(['PERSISTED_QUERY_NOT_FOUND']);
    expect([unknown.headers.get('etag'), unknown.headers.get('cache-control')]).toEqual([
      null,
      'no-store',
    ]);
    expect((await askByGet(server, { extensions, query: QUERY })).data).toBeTruthy();
    const known = await askByGet(server, { extensions });
    expect([known.status, known.data.papers.nodes.length]).toEqual([200, 2]);
    const wrong = await askByGet(server, { extensions, query: '{ __typename }' });
    expect([wrong.status, wrong.codes.length]).toEqual([400, 1]);
  });
});

describe('the store of persisted queries', async () => {
  const server = await withServer({ settings: { MAX_PERSISTED_BYTES: '2000' } });

  it('stays within its bytes', async () => {
    const persisted = Array.from({ length: 60 }, (_, at) => {
      const query = `{ q${at}: __typename ${' '.repeat(80)} }`;
      const sha256Hash = createHash('sha256').update(query).digest('hex');
      return { query, extensions: JSON.stringify({ persistedQuery: { version: 1, sha256Hash } }) };
    });
    for (const { query, extensions } of persisted) await askByGet(server, { query, extensions });
    const known = await Promise.all(
      persisted.map(({ extensions }) => askByGet(server, { extensions })),
    );
    const kept = known.filter(({ codes }) => codes.length === 0).length;
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThanOrEqual(20);
  });
});
