import { describe, expect, it } from 'vitest';
import { ask, askByGet, send } from '../../support/ask.js';
import { attack } from '../../support/attack.js';
import { PAPERS } from '../../support/papers.js';
import { withServer } from '../../support/server.js';

/** The payloads of graphql-cop, in its order. */
describe('graphql-cop', async () => {
  const server = await withServer({ papers: PAPERS });
  const graphql = `${server.url}/graphql`;
  const post = (query: string) => attack(server, () => ask(server, query));

  it('1: 101 aliases are refused', async () => {
    const aliases = Array.from({ length: 101 }, (_, at) => `alias${at}:__typename`);
    expect((await post(`query cop { ${aliases.join(' \n')} }`)).codes).toEqual(['BAD_USER_INPUT']);
  });

  it('2: a batch of ten is refused', async () => {
    const body = JSON.stringify(Array(10).fill({ query: 'query cop { __typename }' }));
    const headers = { 'content-type': 'application/json' };
    const answer = await attack(server, () => send(graphql, { method: 'POST', headers, body }));
    expect([answer.status, answer.codes]).toEqual([400, ['BAD_REQUEST']]);
  });

  it('3: introspection in circles is refused', async () => {
    const circle = '{__schema{types{fields{type{fields{type{fields{type{fields{type{name}}}}}}}}}}';
    expect((await post(`query cop ${circle}}`)).codes).toEqual(['GRAPHQL_VALIDATION_FAILED']);
  });

  it('4: ten unknown directives are not answered with ten errors', async () => {
    const answer = await post(`query cop { __typename ${'@aa'.repeat(10)} }`);
    expect(answer.codes.length).toBeGreaterThan(0);
    expect(answer.codes.length).toBeLessThan(10);
  });

  it('5: 500 repeated fields are one field, and quick', async () => {
    expect((await post(`query cop { ${'__typename \n'.repeat(500)} }`)).data).toEqual({
      __typename: 'Query',
    });
  });

  it('6: names are suggested, by choice: the schema is public, and its users mistype', async () => {
    const [error] = (await post('query cop { paper { tilte } }')).errors ?? [];
    expect(error?.message).toContain('Did you mean "title"?');
  });

  it('7: a mutation over GET is refused', async () => {
    const query = 'mutation cop { __typename }';
    const answer = await attack(server, () => askByGet(server, { query }));
    expect([answer.status, answer.codes, answer.data]).toEqual([405, ['BAD_REQUEST'], undefined]);
  });

  it('8: a query over GET is answered, by choice: caches and dashboards need it', async () => {
    const answer = await attack(server, () =>
      askByGet(server, { query: 'query cop {__typename}' }),
    );
    expect(answer.data).toEqual({ __typename: 'Query' });
  });

  it('9: the playground is there, by choice, and loads nothing from elsewhere', async () => {
    const page = await (await fetch(`${server.url}/playground`)).text();
    expect(page).toContain('GraphiQL');
    expect(page).not.toMatch(/<(?:script|link|img)[^>]+(?:src|href)="(?:https?:)?\/\//);
  });

  it('10: introspection is answered, by choice: the data is public', async () => {
    const answer = await post('query cop { __schema { types { name fields { name } } } }');
    expect(answer.data.__schema.types.length).toBeGreaterThan(10);
  });

  it('11: an urlencoded POST is refused', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const body = 'query=query+cop+%7B__typename%7D';
    const answer = await attack(server, () => send(graphql, { method: 'POST', headers, body }));
    expect([answer.status, answer.codes]).toEqual([415, ['BAD_REQUEST']]);
  });

  it('12: no traces in extensions', async () => {
    const { extensions } = await post('query cop { __typename }');
    expect(Object.keys(extensions ?? {})).toEqual(['cost']);
  });

  it('13: a broken query is answered with its code alone', async () => {
    const { errors } = await post('qwerty cop { abc }');
    expect(errors?.map(({ extensions }) => extensions)).toEqual([{ code: 'GRAPHQL_PARSE_FAILED' }]);
  });
});
