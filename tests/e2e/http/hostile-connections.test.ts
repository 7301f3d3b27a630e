import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ask, send } from '../../support/ask.js';
import { attack } from '../../support/attack.js';
import { withServer } from '../../support/server.js';

describe('a hostile connection', async () => {
  const server = await withServer({ settings: { RECEIVE_TIMEOUT: '1000' } });
  const graphql = `${server.url}/graphql`;
  const { hostname, port } = new URL(server.url);

  /** Sends pieces with a pause between them; what came back when the server closed. */
  function trickle(pieces: readonly string[], pause: number): Promise<string> {
    return new Promise((resolve) => {
      const socket = connect(Number(port), hostname);
      let received = '';
      const timers = pieces.map((piece, at) => setTimeout(() => socket.write(piece), at * pause));
      socket.on('data', (data) => {
        received += data;
      });
      socket.on('error', () => undefined);
      socket.on('close', () => {
        for (const timer of timers) clearTimeout(timer);
        resolve(received);
      });
    });
  }

  it.each([
    ['headers', 'GET /graphql HTTP/1.1\r\nhost: x\r\n'],
    [
      'body',
      'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n',
    ],
  ])('that sends its %s slowly is closed, and others are served', async (_name, start) => {
    const slow = Array.from({ length: 50 }, () => trickle([start, ...Array(60).fill('x')], 200));
    const served = await ask(server, '{ __typename }');
    expect(served.data).toEqual({ __typename: 'Query' });
    for (const received of await Promise.all(slow)) expect(received).toMatch(/^$|^HTTP\/1\.1 408/);
    expect(server.isRunning()).toBe(true);
  });

  it('that sends a compressed bomb is refused once it is too large', async () => {
    const bomb = gzipSync(Buffer.alloc(300 * 1024 * 1024, ' '));
    expect(bomb.length).toBeLessThan(1024 * 1024);
    const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
    const answer = await attack(server, () =>
      send(graphql, { method: 'POST', headers, body: bomb }),
    );
    expect([answer.status, answer.codes]).toEqual([413, ['BAD_REQUEST']]);
  });

  it('that sends a compressed question is answered', async () => {
    const body = gzipSync(JSON.stringify({ query: '{ __typename }' }));
    const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
    const answer = await send(graphql, { method: 'POST', headers, body });
    expect(answer.data).toEqual({ __typename: 'Query' });
  });

  it('that sends too much is refused', async () => {
    const query = `{ __typename } #${'x'.repeat(1_100_000)}`;
    const answer = await attack(server, () => ask(server, query));
    expect([answer.status, answer.codes]).toEqual([413, ['BAD_REQUEST']]);
    const long = await fetch(`${graphql}?query=${'x'.repeat(20_000)}`);
    expect(long.status).toBe(431);
  });

  it.each([
    ['JSON cut short', '{"query":"{ __typename'],
    ['nothing', ''],
    ['null', 'null'],
    ['a number', '1'],
    ['a query that is a list', '{"query":[]}'],
    ['bytes that are no UTF-8', Buffer.from([0x7b, 0xff, 0xfe, 0x7d])],
  ])('that sends %s is told so', async (_name, body) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await attack(server, () => send(graphql, { method: 'POST', headers, body }));
    expect([answer.status, answer.codes]).toEqual([400, ['BAD_REQUEST']]);
  });

  it.each(['[bad', 'a b', 'x:99999999', '\\'])(
    'that names the host %j is told so',
    async (host) => {
      const request = `GET /graphql?query={__typename} HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n\r\n`;
      expect(await trickle([request], 0)).toMatch(/^HTTP\/1\.1 (?:200|400)/);
      expect(server.isRunning()).toBe(true);
    },
  );
});
