import type { Command } from 'commander';
import { createPaperReader } from '../pipeline/index.js';
import { startServer } from '../server.js';
import { openStore } from '../store/index.js';
import { say, writeLine } from './output.js';
import { loadSample } from './sample/load-sample.js';
import { ALL_FLAGS, addSettings, settingsOf } from './settings.js';
import { stopSignal } from './stop-signal.js';

const HALVED = 'filter: { gain: { category: MEMORY, factor: { gte: 2 } } }';
const EXAMPLE = `{ papers(${HALVED}) { totalCount nodes { title results(${HALVED}, first: 3) { nodes { quote } } } } }`;

export function serveCommand(program: Command): void {
  const command = program
    .command('serve')
    .description('serve the API, its playground and its pages on one port')
    .option('--log-level <level>', 'trace, debug, info, warn, error or silent', 'warn')
    .addHelpText('after', '\nExample:\n  claimgraph serve --port 8080');
  addSettings(command, ALL_FLAGS).action(serve);
}

async function serve(flags: Record<string, unknown> & { logLevel: string }): Promise<void> {
  const { config } = settingsOf(flags);
  const stop = stopSignal('Closing: what is under way is answered first.');
  const store = await openStore({ ...config, statementTimeout: config.requestTimeout });
  try {
    if (store.embedded) await loadSample(store);
    const server = await startServer({
      config,
      store,
      reader: createPaperReader(),
      ...(flags.logLevel === 'silent' ? {} : { logLevel: flags.logLevel }),
    });
    await greet(server.url);
    if (!stop.signal.aborted) {
      await new Promise((resolve) =>
        stop.signal.addEventListener('abort', resolve, { once: true }),
      );
    }
    await server.close();
  } finally {
    await store.close();
    stop.release();
  }
}

async function greet(url: string): Promise<void> {
  await writeLine(`claimgraph answers at
  ${url}/            questions to start from
  ${url}/playground  the playground
  ${url}/graphql     the API

A query to paste: which papers cut memory at least by half?
  curl ${url}/graphql -H 'content-type: application/json' -d '${JSON.stringify({ query: EXAMPLE })}'
`);
  say('Ctrl-C stops it.');
}
