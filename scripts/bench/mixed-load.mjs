/** Clients that ask all operations in turn, by POST and by GET, and count what comes back. */
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * @param {{url: string, operations: readonly {id: string, query: string}[], clients: number, signal: AbortSignal}} options
 * @returns counts of answers by code (`ok` for none), and milliseconds of each answer that was whole
 */
export function startLoad({ url, operations, clients, signal }) {
  const codes = new Map();
  const times = [];
  const count = (code) => codes.set(code, (codes.get(code) ?? 0) + 1);
  const client = async (first) => {
    for (let at = first; !signal.aborted; at++) {
      const { query } = operations[at % operations.length];
      const start = performance.now();
      try {
        const code = codeOf(await request(url, query, at % 2 === 0));
        count(code);
        if (code === 'ok') times.push(performance.now() - start);
        // A client that is told to wait does.
        else await sleep(50);
      } catch (error) {
        count(`transport: ${error.cause?.code ?? error.name}`);
        await sleep(50);
      }
    }
  };
  const done = Promise.all(Array.from({ length: clients }, (_, at) => client(at)));
  return { codes, times, done };
}

async function request(url, query, byGet) {
  const accept = 'application/graphql-response+json';
  const response = byGet
    ? await fetch(`${url}/graphql?query=${encodeURIComponent(query)}`, { headers: { accept } })
    : await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { accept, 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      });
  return response.json();
}

function codeOf({ errors }) {
  return errors?.[0]?.extensions?.code ?? (errors ? 'error' : 'ok');
}
