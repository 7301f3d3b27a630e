/** Clients that ask all operations in turn, by POST and by GET, and count what comes back. */
import { setTimeout as sleep } from 'node:timers/promises';
import { MODEL_VARIABLES } from '../../tests/support/model-variables.mjs';

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
      const { id, query } = operations[at % operations.length];
      const variables = MODEL_VARIABLES[id] ?? {};
      const start = performance.now();
      try {
        const code = codeOf(await request(url, { query, variables }, at % 2 === 0));
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

async function request(url, { query, variables }, byGet) {
  const accept = 'application/graphql-response+json';
  const response = byGet
    ? await fetch(
        `${url}/graphql?${new URLSearchParams({ query, variables: JSON.stringify(variables) })}`,
        { headers: { accept } },
      )
    : await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { accept, 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      });
  return response.json();
}

function codeOf({ errors }) {
  return errors?.[0]?.extensions?.code ?? (errors ? 'error' : 'ok');
}
