/**
 * Mixed load for a while, with Postgres stopped and started in the middle (run by `npm run soak`):
 * `npm run soak -- 30` takes 30 minutes. Writes one JSON line and ends with 1 when something is amiss.
 */
import { execFileSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { readOperations } from '../../dist/src/http/operations.js';
import { startBuiltServer } from './built-server.mjs';
import { startLoad } from './mixed-load.mjs';
import { startOwnPostgres } from './own-postgres.mjs';

const CLIENTS = 16;
/** What is answered from memory, also while Postgres is away. */
const WITHOUT_DATABASE = /extract\(|extractionQuality/;
/** Seconds that Postgres is away. */
const AWAY = 5;

const minutes = Number(process.argv[2] ?? 30);
/** Megabytes by which memory may grow from the second fifth to the last; a short run is warm-up to its end. */
const growthAllowed = minutes >= 5 ? 64 : 256;
const papers = process.argv[3] ?? '2000';
const seconds = minutes * 60;
if (!(seconds >= 20)) throw new Error('give the minutes, at least a third');

const postgres = await startOwnPostgres();
const server = await filledServer(postgres.url);
const report = await soak();
await server.stop();
await postgres.remove();
console.log(JSON.stringify(report));
process.exitCode = report.amiss.length > 0 ? 1 : 0;

async function filledServer(url) {
  execFileSync(process.execPath, ['scripts/bench/generate-store.mjs', papers], {
    env: { ...process.env, DATABASE_URL: url },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return startBuiltServer(url);
}

async function soak() {
  const operations = readOperations();
  const before = await load(operations, seconds / 2);
  const away = await whileAway(operations);
  const after = await load(operations, seconds / 2);
  const memory = [...before.memory, ...after.memory];
  const [, settled, , , last] = fifthsOf(memory).map(median);
  const growth = Math.round(last - settled);
  const amiss = [
    ...unexpected('before', before.codes, ['ok']),
    ...unexpected('away', away.codes, ['SERVICE_UNAVAILABLE']),
    ...unexpected('after', after.codes, ['ok']),
    ...(away.ready === 503 ? [] : [`/ready answered ${away.ready} while Postgres was away`]),
    ...(away.health === 200 ? [] : [`/health answered ${away.health} while Postgres was away`]),
    ...(growth <= growthAllowed ? [] : [`memory grew by ${growth} MB`]),
    ...(server.isRunning() ? [] : ['the server ended']),
  ];
  return {
    minutes,
    clients: CLIENTS,
    before: summary(before),
    away,
    after: summary(after),
    memory: { settled, growth },
    amiss,
  };
}

async function load(operations, duration) {
  const stop = new AbortController();
  const run = startLoad({ url: server.url, operations, clients: CLIENTS, signal: stop.signal });
  const memory = [];
  for (let waited = 0; waited < duration; waited++) {
    await sleep(1000);
    memory.push(server.memory());
  }
  stop.abort();
  await run.done;
  return { codes: Object.fromEntries(run.codes), times: run.times, memory };
}

/** What a process holds goes up and down by a quarter with every collection of garbage: medians of many samples say where it stays. */
function fifthsOf(samples) {
  const size = Math.ceil(samples.length / 5);
  return Array.from({ length: 5 }, (_, at) => samples.slice(at * size, (at + 1) * size));
}

function median(samples) {
  return samples.toSorted((a, b) => a - b)[Math.floor(samples.length / 2)];
}

/** Stops Postgres under load, looks at what is said meanwhile, starts it, and waits until all is well. */
async function whileAway(operations) {
  await postgres.stop();
  const stop = new AbortController();
  const run = startLoad({
    url: server.url,
    operations: operations.filter(({ query }) => !WITHOUT_DATABASE.test(query)),
    clients: CLIENTS,
    signal: stop.signal,
  });
  await sleep(AWAY * 1000);
  const [ready, health] = await Promise.all(
    ['/ready', '/health'].map(async (path) => (await fetch(server.url + path)).status),
  );
  stop.abort();
  await run.done;
  await postgres.start();
  const since = Date.now();
  while ((await fetch(`${server.url}/ready`)).status !== 200) {
    if (Date.now() - since > 30_000) throw new Error('not ready 30 s after Postgres came back');
    await sleep(100);
  }
  return {
    codes: Object.fromEntries(run.codes),
    ready,
    health,
    recoveredAfter: Date.now() - since,
  };
}

function unexpected(when, codes, expected) {
  return Object.entries(codes)
    .filter(([code]) => !expected.includes(code))
    .map(([code, times]) => `${when}: ${code} ${times} times`);
}

function summary({ codes, times }) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share) => Math.round((sorted[Math.floor(sorted.length * share)] ?? 0) * 10) / 10;
  return { codes, p50: at(0.5), p95: at(0.95) };
}
