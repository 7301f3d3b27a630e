/**
 * Measures what storing costs beside extracting: `extract` and `ingest` of one file with equally many
 * threads, start-up left out, with the processor time of the program and of Postgres and the most memory
 * that the program held.
 *
 * npm run bench:ingest -- --input FILE [--workers 2] [--repeat 1]
 *
 * With --repeat the file is taken so many times, each time with new ids. An ingest that takes longer than a
 * minute is also shown stretch by stretch: papers, rate and memory, so that one sees whether they stay flat.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { openStore } from '../dist/src/store/index.js';
import { asJsonLines, inventedPapers } from '../tests/support/invented-papers.mjs';
import { processesNaming } from '../tests/support/processes-naming.mjs';

const { values } = parseArgs({
  options: {
    input: { type: 'string' },
    workers: { type: 'string', default: '2' },
    repeat: { type: 'string', default: '1' },
  },
});
const CLI = 'dist/src/cli.js';
const TICKS = 100;
/** Seconds between two looks at a long ingest. */
const STRETCH = 30;
const MEGABYTE = 1024 * 1024;
const root = mkdtempSync(join(tmpdir(), 'claimgraph-bench-'));
const data = join(root, 'data');

async function inputFile() {
  const repeat = Number(values.repeat);
  if (values.input && repeat === 1) return values.input;
  const path = join(root, 'papers.jsonl');
  const bytes = values.input ? readFileSync(values.input) : null;
  const text = bytes?.[0] === 0x1f ? gunzipSync(bytes).toString() : bytes?.toString();
  const records = text
    ? text
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line))
    : inventedPapers(9000);
  const output = createWriteStream(path);
  for (let round = 0; round < repeat; round++) {
    for (const { title, abstract, id } of records) {
      const line = asJsonLines([{ id: `${id}-${round}`, title, abstract }]);
      if (!output.write(line)) await once(output, 'drain');
    }
  }
  output.end();
  await once(output, 'close');
  return path;
}

/** Seconds of processor time of a process, ended children included. */
function processorTime(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / TICKS;
  } catch {
    return 0;
  }
}

/** Of the whole server: the first process, which adds up those that ended, and its children. */
function serverTime() {
  const first = processesNaming(root).find(({ command }) => /postgres -D/.test(command));
  if (!first) return 0;
  const children = readFileSync(`/proc/${first.pid}/task/${first.pid}/children`, 'utf8');
  return children
    .split(' ')
    .filter(Boolean)
    .reduce((sum, pid) => sum + processorTime(pid), processorTime(first.pid));
}

/** @param look called every `STRETCH` seconds with the seconds gone, the processor's, and the memory held */
async function measure(args, look = async () => {}) {
  const from = Date.now();
  const before = serverTime();
  const child = spawn(process.execPath, [CLI, ...args, '--workers', values.workers], {
    env: { ...process.env, CLAIMGRAPH_DATA: data, DATABASE_URL: '' },
    stdio: ['ignore', args[0] === 'extract' ? 'ignore' : 'pipe', 'inherit'],
  });
  child.stdout?.resume();
  const closed = once(child, 'close');
  let most = 0;
  let used = 0;
  let looked = from;
  let ended = false;
  closed.then(() => {
    ended = true;
  });
  while (!ended) {
    used = Math.max(used, processorTime(child.pid));
    const status = readStatus(child.pid);
    most = Math.max(most, status);
    if (Date.now() - looked > STRETCH * 1000) {
      looked = Date.now();
      const seconds = (looked - from) / 1000;
      await look({ seconds, program: used, megabytes: status / MEGABYTE });
    }
    await Promise.race([closed, sleep(100)]);
  }
  const [code] = await closed;
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}`);
  return {
    seconds: (Date.now() - from) / 1000,
    program: used,
    postgres: serverTime() - before,
    megabytes: most / MEGABYTE,
  };
}

function readStatus(pid) {
  try {
    return (
      Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024
    );
  } catch {
    return 0;
  }
}

/** Says how an ingest goes on since the last look; processor time tells more than the clock on a busy machine. */
function stretches(dataSource) {
  let last = { seconds: 0, read: 0, program: 0, postgres: serverTime() };
  return async ({ seconds, program, megabytes }) => {
    const [{ read }] = await dataSource.query(
      'SELECT read::int AS read FROM ingest_runs ORDER BY id DESC LIMIT 1',
    );
    const now = { seconds, read, program, postgres: serverTime() };
    const papers = Math.max(1, read - last.read);
    const each = (name) => ((1000 * (now[name] - last[name])) / papers).toFixed(1);
    const rate = Math.round(papers / (seconds - last.seconds));
    console.log(
      `${read} papers: ${rate} papers/s, processor ${each('program')} ms + Postgres ${each('postgres')} ms ` +
        `a paper, ${Math.round(megabytes)} MB`,
    );
    last = now;
  };
}

const shown = ({ seconds, program, postgres, megabytes }) =>
  `${seconds.toFixed(1)} s, processor ${program.toFixed(1)} s + Postgres ${postgres.toFixed(1)} s, ${Math.round(megabytes)} MB`;

// Held open, so that Postgres stays between the measurements.
const store = await openStore({
  ...{ databaseUrl: null, databaseReplicaUrls: [], dataFolder: data, maxConnections: 2 },
});
try {
  const input = await inputFile();
  const single = join(root, 'single.jsonl');
  writeFileSync(single, asJsonLines(inventedPapers(1)));
  await measure(['ingest', single]);
  const idle = {
    extract: await measure(['extract', single]),
    ingest: await measure(['ingest', single]),
  };
  const extract = await measure(['extract', input]);
  const ingest = await measure(['ingest', input], stretches(store.dataSource));
  const [{ papers }] = await store.dataSource.query('SELECT count(*)::int AS papers FROM papers');
  const net = {
    extract: extract.seconds - idle.extract.seconds,
    ingest: ingest.seconds - idle.ingest.seconds,
  };
  const work = ({ program, postgres }) => program + postgres;
  const processor = {
    extract: work(extract) - work(idle.extract),
    ingest: work(ingest) - work(idle.ingest),
  };
  console.log(
    `${papers} papers, ${values.workers} threads, start-up left out from rates and ratios`,
  );
  console.log(`extract: ${shown(extract)}; ${Math.round(papers / net.extract)} papers/s`);
  console.log(`ingest:  ${shown(ingest)}; ${Math.round(papers / net.ingest)} papers/s`);
  console.log(
    `ingest / extract: ${(net.ingest / net.extract).toFixed(2)} by the clock, ` +
      `${(processor.ingest / processor.extract).toFixed(2)} by processor time`,
  );
} finally {
  await store.close();
  await sleep(500);
  rmSync(root, { recursive: true, force: true, maxRetries: 40, retryDelay: 50 });
}
