import { readFileSync } from 'node:fs';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { ask } from '../../support/ask.js';
import { attack } from '../../support/attack.js';
import { PAPERS } from '../../support/papers.js';
import { withServer } from '../../support/server.js';
import { stringArguments } from '../../support/string-arguments.js';

const PLACES = stringArguments(readFileSync('schema/schema.graphql', 'utf8'));

describe('a hostile text', async () => {
  const server = await withServer({ papers: PAPERS });

  async function contents(): Promise<unknown> {
    const client = new pg.Client({ connectionString: server.databaseUrl });
    await client.connect();
    const { rows } = await client.query(
      'SELECT (SELECT count(*) FROM papers) AS papers, (SELECT count(*) FROM results) AS results, (SELECT version FROM data_version) AS version',
    );
    await client.end();
    return rows[0];
  }

  it('has a place to be tried at in every argument that takes one', () => {
    const places = PLACES.map(({ place }) => place);
    expect(places.length).toBeGreaterThan(60);
    for (const place of [
      '(after)',
      'filter.text)',
      '.publishedAt.gte)',
      '.nodes(ids)',
      '(abstract)',
    ]) {
      expect(
        places.some((one) => one.endsWith(place)),
        place,
      ).toBe(true);
    }
  });

  it.each([
    ['SQL that drops', `'; DROP TABLE papers; --`],
    ['SQL that sleeps', `' OR pg_sleep(5) IS NULL OR ''='`],
    ['a closing of a JSON path and of a quoted name', `"}]'::jsonb); SELECT pg_sleep(5); --`],
    ['a NUL', 'a\u0000b'],
    ['half a surrogate pair', 'a\ud800b'],
    ['the operators of full text', `(((a & | !b <-> "'\\ :*`],
    ['wildcards of LIKE', `%_\\`],
    ['right-to-left marks and a byte order mark', '\u202ea\ufeff\u200b'],
  ])(
    '%s is data in every argument',
    async (_name, text) => {
      const before = await contents();
      for (const { query, variables, place } of PLACES) {
        const answer = await ask(server, query, variables(text));
        expect(answer.codes, place).not.toContain('INTERNAL_SERVER_ERROR');
        expect(answer.codes, place).not.toContain('GRAPHQL_VALIDATION_FAILED');
        expect(answer.status, place).toBeLessThan(500);
        expect(answer.milliseconds, place).toBeLessThan(2000);
      }
      expect(await contents()).toEqual(before);
    },
    120_000,
  );

  it('of any length is answered or refused quickly', async () => {
    for (const text of [
      'a'.repeat(900_000),
      '9'.repeat(19_000),
      '('.repeat(19_000),
      '$'.repeat(19_000),
    ]) {
      await attack(server, () =>
        ask(server, 'query ($t: String!) { extract(abstract: $t) { results { value } } }', {
          t: text,
        }),
      );
      const filtered = await attack(server, () =>
        ask(server, 'query ($t: String) { papers(filter: { text: $t }) { totalCount } }', {
          t: text,
        }),
      );
      expect(filtered.codes).toEqual(['BAD_USER_INPUT']);
    }
  });

  it.each([
    ['%', 0],
    ['100%_sure', 1],
    ['10%_sure', 0],
    ['sp_culative', 0],
    ['speculative', 1],
  ])('%j in a text search stands for itself', async (text, found) => {
    const query = 'query ($t: String) { papers(filter: { text: $t }) { totalCount } }';
    expect((await ask(server, query, { t: text })).data.papers.totalCount).toBe(found);
  });

  it.each(['%', '_', '\\'])('%j in a search of names stands for itself', async (search) => {
    const query =
      'query ($s: String) { methods(filter: { name: { contains: $s } }) { totalCount } }';
    expect((await ask(server, query, { s: search })).data.methods.totalCount).toBe(0);
  });

  it('in a cursor is refused, forged and foreign ones included', async () => {
    const list = (name: string, after: string) =>
      attack(server, () =>
        ask(
          server,
          `query ($after: String) { ${name}(first: 1, after: $after) { nodes { __typename } } }`,
          { after },
        ),
      );
    const { data } = await ask(server, '{ papers(first: 1) { pageInfo { endCursor } } }');
    const cursor: string = data.papers.pageInfo.endCursor;
    const parts = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    const forged = (values: unknown) => Buffer.from(JSON.stringify(values)).toString('base64url');
    for (const after of [
      'x',
      `${cursor}x'`,
      forged([...parts.slice(0, 2), `'; DROP TABLE papers; --`, parts.at(-1)]),
      forged([...parts.slice(0, 2), null, 'not-a-uuid']),
      forged([...parts.slice(0, 2), { toString: 1 }, []]),
      forged([...parts.slice(0, 2), '0001-13-45', parts.at(-1)]),
    ]) {
      expect((await list('papers', after)).codes, after).toEqual(['BAD_USER_INPUT']);
    }
    expect((await list('results', cursor)).codes).toEqual(['BAD_USER_INPUT']);
    expect((await list('papers', cursor)).codes).toEqual([]);
  });

  it('in a title stays text on the pages and in JSON', async () => {
    const title = '<script>alert("title")</script>';
    const answer = await ask(server, '{ paper(arxivId: "2311.00003") { title } }');
    expect(answer.data.paper.title).toContain(title);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    for (const path of ['/', '/playground', `/playground?example=${encodeURIComponent(title)}`]) {
      const response = await fetch(`${server.url}${path}`);
      expect(await response.text()).not.toContain(title);
      expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    }
  });
});
