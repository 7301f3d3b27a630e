import { describe, expect, it } from 'vitest';
import { type Answer, ask, send } from '../../support/ask.js';
import { attack } from '../../support/attack.js';
import { PAPERS } from '../../support/papers.js';
import { withServer } from '../../support/server.js';

/** Papers in results in papers …, `times` over. */
function nested(times: number, first: number): string {
  const open = `results(first: ${first}) { nodes { paper { `.repeat(times);
  return `{ papers(first: ${first}) { nodes { ${open} title ${'} } } '.repeat(times)} } } }`;
}

/** Fragments that each spread the next one twice: 2^n fields when written out. */
function doubling(length: number, on: string, leaf: string): string {
  const fragments = Array.from(
    { length },
    (_, at) => `fragment f${at} on ${on} { ...f${at + 1} ...f${at + 1} }`,
  );
  return `${fragments.join(' ')} fragment f${length} on ${on} { ${leaf} }`;
}

describe('a query of hostile shape', async () => {
  const server = await withServer({ papers: PAPERS });
  const post = (query: string, variables?: unknown) =>
    attack(server, () => ask(server, query, variables));
  const refusedAs = (code: string) => (answer: Answer) =>
    expect(new Set(answer.codes)).toEqual(new Set([code]));

  it('is refused when it is deeper than twelve', async () => {
    refusedAs('DEPTH_LIMIT_EXCEEDED')(await post(nested(5, 1)));
    expect((await post(nested(3, 1))).errors).toBeUndefined();
  });

  it('is refused when depth hides in fragments', async () => {
    const fragments = Array.from(
      { length: 8 },
      (_, at) =>
        `fragment f${at} on Paper { results(first: 1) { nodes { paper { ...f${at + 1} } } } }`,
    );
    const query = `{ papers(first: 1) { nodes { ...f0 } } } ${fragments.join(' ')} fragment f8 on Paper { title }`;
    refusedAs('DEPTH_LIMIT_EXCEEDED')(await post(query));
  });

  it('is refused when lists multiply, with the price', async () => {
    const answer = await post(nested(2, 100));
    refusedAs('COST_LIMIT_EXCEEDED')(answer);
    expect(answer.errors?.[0]?.extensions.requestedQueryCost).toBeGreaterThan(1_000_000);
    expect(answer.errors?.[0]?.extensions.maximumAvailable).toBe(10_000);
  });

  it.each([99_999_999, 2_147_483_647])(
    'is refused when it asks for the first %i',
    async (first) => {
      refusedAs('COST_LIMIT_EXCEEDED')(
        await post(`{ papers(first: ${first}) { nodes { title } } }`),
      );
    },
  );

  it.each([-1, 0, 101])('is told the range when it asks for the first %i', async (first) => {
    refusedAs('BAD_USER_INPUT')(await post(`{ papers(first: ${first}) { nodes { title } } }`));
  });

  it('is refused with 3,000 repeated fields, or 3,000 different ones', async () => {
    refusedAs('GRAPHQL_PARSE_FAILED')(await post(`{ ${'__typename '.repeat(3000)} }`));
    const aliases = Array.from({ length: 3000 }, (_, at) => `a${at}: __typename`).join(' ');
    refusedAs('GRAPHQL_PARSE_FAILED')(await post(`{ ${aliases} }`));
  });

  it('is refused with 200 times 100 inline fragments', async () => {
    const inner = '... on Query { __typename } '.repeat(100);
    refusedAs('GRAPHQL_PARSE_FAILED')(
      await post(`{ ${`... on Query { ${inner} } `.repeat(200)} }`),
    );
  });

  it('is quick to refuse as long as tokens allow', async () => {
    const repeated = '{ '.concat('papers(first: 1) { totalCount } '.repeat(220), '}');
    const answer = await post(repeated);
    refusedAs('BAD_USER_INPUT')(answer);
    expect(answer.errors?.[0]?.message).toContain('220 root fields');
  });

  it('is refused when its fragments go in circles', async () => {
    const circle =
      '{ papers { nodes { ...a } } } fragment a on Paper { results { nodes { paper { ...b } } } } fragment b on Paper { ...a title }';
    refusedAs('GRAPHQL_VALIDATION_FAILED')(await post(circle));
    refusedAs('GRAPHQL_VALIDATION_FAILED')(await post('{ ...a } fragment a on Query { ...a }'));
  });

  it('is refused when its fragments double', async () => {
    const query = `{ papers(first: 1) { nodes { ...f0 } } } ${doubling(60, 'Paper', 'links { url }')}`;
    refusedAs('COST_LIMIT_EXCEEDED')(await post(query));
    const aliased = `{ ...f0 } ${doubling(40, 'Query', 'a: __typename')}`;
    refusedAs('BAD_USER_INPUT')(await post(aliased));
  });

  it('is refused when aliases ask the same a hundred times', async () => {
    const papers = Array.from(
      { length: 100 },
      (_, at) => `p${at}: paper(arxivId: "2403.${at}") { id }`,
    );
    refusedAs('BAD_USER_INPUT')(await post(`{ ${papers.join(' ')} }`));
  });

  it('is refused with a hundred directives', async () => {
    refusedAs('BAD_USER_INPUT')(await post(`{ ${'__typename @include(if: true) '.repeat(100)} }`));
  });

  it.each([
    ['numbers', { value: { in: Array(100_000).fill(1) } }],
    ['texts', { setting: { in: Array(100_000).fill('a') } }],
    ['filters', { or: Array(20_000).fill({ metric: 'accuracy' }) }],
  ])('is refused with a list of very many %s', async (_name, filter) => {
    const query = 'query ($filter: ResultFilterInput) { results(filter: $filter) { totalCount } }';
    refusedAs('BAD_USER_INPUT')(await post(query, { filter }));
  });

  it.each(['and', 'or', 'not'])(
    'is refused with a filter tree of %s that is too deep',
    async (key) => {
      const query =
        'query ($filter: ResultFilterInput) { results(filter: $filter) { totalCount } }';
      for (const depth of [6, 15, 1000]) {
        let filter: object = { metric: 'accuracy' };
        for (let at = 0; at < depth; at++) filter = { [key]: key === 'not' ? filter : [filter] };
        refusedAs('BAD_USER_INPUT')(await post(query, { filter }));
      }
    },
  );

  it('is refused with variables that are nested without end', async () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    const body = `{"query":"query ($ids: [ID!]!) { nodes(ids: $ids) { id } }","variables":{"ids":${deep}}}`;
    const answer = await attack(server, () => rawPost(server.url, body));
    refusedAs('BAD_USER_INPUT')(answer);
  });

  it.each([
    ['"NaN"', '"NaN"'],
    ['1e999', '1e999'],
    ['-1e999', '-1e999'],
    ['an integer of 400 digits', '9'.repeat(400)],
  ])('is refused with %s where a number is asked for', async (_name, literal) => {
    const query = 'query ($v: Float) { results(filter: { value: { gte: $v } }) { totalCount } }';
    const body = `{"query":${JSON.stringify(query)},"variables":{"v":${literal}}}`;
    refusedAs('BAD_USER_INPUT')(await attack(server, () => rawPost(server.url, body)));
    const inline = `{ results(filter: { value: { gte: ${literal} } }) { totalCount } }`;
    const answer = await post(inline);
    expect(['BAD_USER_INPUT', 'GRAPHQL_VALIDATION_FAILED']).toContain(answer.codes[0]);
  });

  it('is refused with keys that reach for the prototype', async () => {
    const body = '{"query":"{__typename}","variables":{"__proto__":{"polluted":1}}}';
    const answer = await attack(server, () => rawPost(server.url, body));
    expect([answer.status, answer.codes]).toEqual([400, ['BAD_REQUEST']]);
  });
});

function rawPost(url: string, body: string): Promise<Answer> {
  const headers = { 'content-type': 'application/json' };
  return send(`${url}/graphql`, { method: 'POST', headers, body });
}
