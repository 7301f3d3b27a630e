import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type HttpOptions, type OpenSource, openSources } from '../../../src/sources/index.js';
import { AnswerServer, cut, hangUp, status, text } from './answer-server.js';

let server: AnswerServer;
let now = 0;
let waits: number[] = [];

/** A clock that moves when someone waits. */
const clock: HttpOptions = {
  allowPrivate: true,
  now: () => now,
  random: () => 0.5,
  sleep: async (milliseconds) => {
    waits.push(milliseconds);
    now += milliseconds;
  },
};

beforeAll(async () => {
  server = await AnswerServer.start();
});

afterAll(() => server.stop());

beforeEach(() => {
  now = 0;
  waits = [];
});

interface Outcome {
  readonly titles: string[];
  readonly reasons: string[];
  readonly records: number[];
}

async function read(
  path: string,
  options: HttpOptions = clock,
): Promise<Outcome & { format: string }> {
  for await (const source of openSources(server.url(path), { http: options })) {
    return { ...(await readAll(source)), format: source.format };
  }
  throw new Error('nothing was opened');
}

async function readAll(source: OpenSource): Promise<Outcome> {
  const outcome: Outcome = { titles: [], reasons: [], records: [] };
  for await (const item of source.items()) {
    if ('record' in item) outcome.titles.push(item.record.title ?? '');
    else outcome.reasons.push(item.reject.reason);
    outcome.records.push('record' in item ? item.position.record : item.reject.position.record);
  }
  return outcome;
}

const LINES = Array.from({ length: 5_000 }, (_, place) =>
  JSON.stringify({ id: `p${place}`, title: `Feather ${place}`, abstract: 'It weighs 2 g.' }),
).join('\n');

describe('a file at an address', () => {
  it('is read by its content, packed or not', async () => {
    server.will(text(LINES), text(gzipSync(LINES)));
    const plain = await read('/papers');
    expect(plain.format).toBe('json');
    expect(plain.titles.length).toBe(5_000);
    expect((await read('/papers.jsonl.gz')).titles).toEqual(plain.titles);
  });

  it('is gone on with where the connection was cut', async () => {
    const body = Buffer.from(LINES);
    const headers = { 'accept-ranges': 'bytes', etag: '"v1"' };
    let range: string | undefined;
    server.will(cut(body, 100_000, headers), hangUp, (response, request) => {
      range = request.headers.range;
      expect(request.headers['if-range']).toBe('"v1"');
      response.writeHead(206).end(body.subarray(Number(/\d+/.exec(range ?? '')?.[0])));
    });
    const { titles, reasons } = await read('/papers.jsonl');
    expect(range).toMatch(/^bytes=\d+-$/);
    expect(reasons).toEqual([]);
    expect(titles.length).toBe(5_000);
    expect(titles.at(-1)).toBe('Feather 4999');
  });

  it('keeps the records before a cut where the server cannot go on', async () => {
    server.will(cut(Buffer.from(LINES), 200_000));
    const { titles, reasons } = await read('/papers.jsonl');
    expect(titles.length).toBeGreaterThan(1_000);
    expect(reasons.at(-1)).toMatch(/the connection was cut after \d+ bytes/);
  });

  it('is waited for as long as a busy server asks, or a random time that grows', async () => {
    const busy = status(429, { 'retry-after': '7' });
    server.will(busy, status(503), status(500), hangUp, text(LINES));
    expect((await read('/papers.jsonl')).titles.length).toBe(5_000);
    expect(waits).toEqual([7_000, 2_000, 4_000, 8_000]);
  });

  it('is waited for until the date that a server names', async () => {
    now = Date.parse('2031-02-03T10:00:00Z');
    server.will(status(503, { 'retry-after': 'Mon, 03 Feb 2031 10:00:30 GMT' }), text(LINES));
    await read('/papers.jsonl');
    expect(waits).toEqual([30_000]);
  });

  it('is given up after six attempts, or when the wait is too long', async () => {
    server.will(...Array.from({ length: 6 }, () => status(503)));
    await expect(read('/papers.jsonl')).rejects.toThrow(/the server answered 503/);
    expect(server.asked.length).toBe(6);
    server.will(status(429, { 'retry-after': '86400' }));
    await expect(read('/papers.jsonl')).rejects.toThrow(/it asks to wait 86400 s/);
  });

  it('is not asked for again where the answer is final', async () => {
    server.will(status(404, {}, '<h1>No such feather</h1>'));
    await expect(read('/papers.jsonl')).rejects.toThrow(/the server answered 404: No such feather/);
    expect(server.asked.length).toBe(1);
  });

  it('is found behind redirects, a few of them', async () => {
    server.will(status(302, { location: '/moved' }), text(LINES));
    expect((await read('/papers.jsonl')).titles.length).toBe(5_000);
    server.will(...Array.from({ length: 9 }, () => status(302, { location: '/round' })));
    await expect(read('/papers.jsonl')).rejects.toThrow(/more than 5 redirects/);
    server.will(status(302, { location: 'file:///etc/passwd' }));
    await expect(read('/papers.jsonl')).rejects.toThrow(/only http and https/);
  });
});

describe('private addresses', () => {
  it.each([
    'http://localhost:8099/',
    'http://127.0.0.1:1/',
    'http://2130706433:1/',
    'http://0.0.0.0:1/',
    'http://10.1.2.3/',
    'http://169.254.169.254/latest/meta-data',
    'http://[::1]:1/',
    'http://[::ffff:192.168.0.1]/',
    'http://[fd00::1]/',
  ])('%s is refused unless asked for', async (address) => {
    const opened = openSources(address, { http: { ...clock, allowPrivate: false } }).next();
    await expect(opened).rejects.toThrow(/private address .* only with --allow-private-addresses/);
  });

  it('are refused with schemes and passwords, whatever is allowed', async () => {
    for (const address of [
      'ftp://feathers.example/a',
      'file:///etc/passwd',
      'http://a:b@feathers.example/',
    ]) {
      const opened = openSources(address, { http: clock }).next();
      await expect(opened).rejects.toThrow(/only http and https|user name or password/);
    }
  });
});

const feed = (total: number, ...ids: string[]): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/"><id>http://arxiv.org/api/x</id><opensearch:totalResults>${total}</opensearch:totalResults>${ids
    .map(
      (id) =>
        `<entry><id>http://arxiv.org/abs/${id}v1</id><title>${id}</title><summary>Two.</summary></entry>`,
    )
    .join('')}</feed>`;

const harvest = (token: string, ...ids: string[]): string =>
  `<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><ListRecords>${ids
    .map(
      (id) =>
        `<record><header><identifier>oai:arXiv.org:${id}</identifier></header><metadata><arXiv><id>${id}</id><title>${id}</title><abstract>Two.</abstract></arXiv></metadata></record>`,
    )
    .join('')}<resumptionToken>${token}</resumptionToken></ListRecords></OAI-PMH>`;

const json = (value: unknown) =>
  text(JSON.stringify(value), { 'content-type': 'application/json' });

describe('a list that comes in pages', () => {
  it('of the arXiv API is asked for every three seconds, and again where a page came empty', async () => {
    server.will(
      text(feed(3, '3102.00001', '3102.00002')),
      text(feed(3)),
      text(feed(3, '3102.00003')),
    );
    const { titles, records } = await read('/api/query?search_query=all:quill&max_results=2');
    expect(titles).toEqual(['3102.00001', '3102.00002', '3102.00003']);
    expect(records).toEqual([1, 2, 3]);
    expect(
      server.asked.map((path) => new URLSearchParams(path.split('?')[1]).get('start')),
    ).toEqual(['0', '2', '2']);
    // The wait for the empty page is random, and what is left of the three seconds comes on top.
    expect(waits).toEqual([3_000, 1_000, 2_000]);
  });

  it('of OAI-PMH follows its resumption tokens', async () => {
    server.will(
      text(harvest('5|2&amp;x', '3102.00001', '3102.00002')),
      text(harvest('', '3102.00003')),
    );
    const { titles } = await read('/oai2?verb=ListRecords&metadataPrefix=arXiv&from=2031-02-03');
    expect(titles).toEqual(['3102.00001', '3102.00002', '3102.00003']);
    expect(server.asked[1]).toBe('/oai2?verb=ListRecords&resumptionToken=5%7C2%26x');
    expect(waits).toEqual([3_000]);
  });

  it('of OpenAlex follows its cursors', async () => {
    const work = (id: number) => ({
      id: `https://openalex.org/W${id}`,
      title: `W${id}`,
      abstract_inverted_index: null,
    });
    server.will(
      json({ meta: { count: 3, next_cursor: 'abc=' }, results: [work(1), work(2)] }),
      json({ meta: { count: 3, next_cursor: 'def' }, results: [work(3)] }),
      json({ meta: { count: 3, next_cursor: null }, results: [] }),
    );
    const { titles } = await read('/works?filter=title.search:quill');
    expect(titles).toEqual(['W1', 'W2', 'W3']);
    expect(server.asked[0]).toContain('cursor=*');
    expect(server.asked[1]).toContain('cursor=abc%3D');
  });

  it('of Semantic Scholar follows offsets and tokens', async () => {
    const paper = (id: number) => ({
      paperId: `${id}`.padStart(40, '0'),
      title: `S${id}`,
      externalIds: {},
    });
    server.will(
      json({ total: 3, offset: 0, next: 2, data: [paper(1), paper(2)] }),
      json({ total: 3, offset: 2, data: [paper(3)] }),
    );
    expect((await read('/graph/v1/paper/search?query=quill')).titles).toEqual(['S1', 'S2', 'S3']);
    expect(server.asked[0]).toContain('fields=externalIds%2Ctitle%2Cabstract');
    expect(server.asked[1]).toContain('offset=2');
    server.will(
      json({ total: 2, token: 'next', data: [paper(1)] }),
      json({ total: 2, token: null, data: [paper(2)] }),
    );
    expect((await read('/graph/v1/paper/search/bulk?query=quill')).titles).toEqual(['S1', 'S2']);
    expect(server.asked[1]).toContain('token=next');
  });

  it('of Hugging Face ends with the page that is not full', async () => {
    const paper = (id: number) => ({
      paper: { id: `3102.0000${id}`, title: `H${id}`, summary: 'Two.', upvotes: 1 },
      numComments: 0,
    });
    server.will(json([paper(1), paper(2)]), json([paper(3), paper(4)]), json([]));
    expect((await read('/api/daily_papers?date=2031-02-03&limit=2')).titles).toEqual([
      'H1',
      'H2',
      'H3',
      'H4',
    ]);
    expect(server.asked.map((path) => /p=(\d)/.exec(path)?.[1])).toEqual(['0', '1', '2']);
  });

  it('asks again for a page whose connection was cut', async () => {
    const page = Buffer.from(feed(1, '3102.00001'));
    server.will(cut(page, 60), text(page));
    expect((await read('/api/query?id_list=3102.00001')).titles).toEqual(['3102.00001']);
  });

  it('names the address to go on with when the service stays away, and goes on there', async () => {
    const first = text(harvest('t2', '3102.00001'));
    server.will(first, ...Array.from({ length: 6 }, () => status(503)));
    const [source] = [
      await openSources(server.url('/oai2?verb=ListRecords&metadataPrefix=arXiv'), {
        http: clock,
      }).next(),
    ];
    const opened = source.value as OpenSource;
    await expect(readAll(opened)).rejects.toThrow(
      /1 records were read. Go on with this address: http:\S+resumptionToken=t2$/,
    );
    expect(opened.position()).toEqual({
      url: server.url('/oai2?verb=ListRecords&resumptionToken=t2'),
      records: 1,
    });
    server.will(text(harvest('', '3102.00002')));
    expect((await read('/oai2?verb=ListRecords&resumptionToken=t2')).titles).toEqual([
      '3102.00002',
    ]);
  });

  it('gives what the service says is wrong', async () => {
    server.will(
      text(
        '<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><error code="badResumptionToken">lapsed</error></OAI-PMH>',
      ),
    );
    const { reasons } = await read('/oai2?verb=ListRecords&resumptionToken=old');
    expect(reasons).toEqual(['the source answered with an error: badResumptionToken: lapsed']);
    server.will(text('<!doctype html><title>Down</title>'));
    await expect(read('/oai2?verb=ListRecords')).rejects.toThrow(/not one of OAI-PMH/);
  });

  it('is bounded, packed as well', async () => {
    const bomb = gzipSync(Buffer.alloc(70 * 1024 * 1024, 32));
    server.will(text(bomb, { 'content-encoding': 'gzip' }));
    await expect(read('/api/query?search_query=x')).rejects.toThrow(/longer than 67108864 bytes/);
  });
});
