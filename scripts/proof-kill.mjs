/**
 * Proves that an ingest survives being killed: in each round papers are ingested into a new embedded
 * Postgres while its processes are SIGKILLed at random moments and started again, until all is stored. Then
 * the hash of all rows and the counts of the run have to be those of an undisturbed run. Odd rounds store
 * through two workers.
 *
 * npm run proof:kill -- --rounds 30 --papers 5000 [--input FILE] [--kills 6] [--only worker]
 *
 * With `--only worker` every round stores through two workers and one of them alone is killed, again and
 * again. Then neither the reading process nor the other worker may end before all is stored, and that has to
 * be within two minutes of the last kill, beyond what an undisturbed run takes.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { contentHash, openStore } from '../dist/src/store/index.js';
import { asJsonLines, inventedPapers } from '../tests/support/invented-papers.mjs';
import { postmasterOf, processesNaming, supervisorOf } from '../tests/support/processes-naming.mjs';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '30' },
    papers: { type: 'string', default: '5000' },
    kills: { type: 'string', default: '6' },
    input: { type: 'string' },
    only: { type: 'string' },
  },
});
const [rounds, papers, kills] = [values.rounds, values.papers, values.kills].map(Number);
const onlyWorker = values.only === 'worker';
if (values.only && !onlyWorker) throw new Error('--only takes `worker`');
/** Milliseconds from the last kill to the end, beyond those of an undisturbed run. */
const TAKEN_OVER_WITHIN = 120_000;
const CLI = 'dist/src/cli.js';
const root = mkdtempSync(join(tmpdir(), 'claimgraph-kill-'));
const input = values.input ?? join(root, 'papers.jsonl');
if (!values.input) writeFileSync(input, disturbed(inventedPapers(papers)));

/** With doubles, broken lines and newer versions among them. */
function disturbed(records) {
  const lines = asJsonLines(records).split('\n');
  const newer = records
    .filter((_, place) => place % 17 === 3)
    .map((record) => ({ ...record, updatedAt: '2025-01-01', title: `${record.title}, Revised` }));
  const broken = records.filter((_, place) => place % 41 === 5).map(({ id }) => `{"id": "${id}`);
  const doubles = lines.filter((_, place) => place % 13 === 1);
  return [...lines, ...broken, ...doubles, ...asJsonLines(newer).split('\n')]
    .filter((line) => line !== '')
    .map((line) => `${line}\n`)
    .join('');
}

function run(folder, args) {
  const child = spawn(process.execPath, [CLI, ...args], {
    env: { ...process.env, CLAIMGRAPH_DATA: folder, DATABASE_URL: '', WORKERS: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const party = { args, child, code: null, ended: false, output: '' };
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      party.output = `${party.output}${chunk}`.slice(-4000);
    });
  }
  party.closed = once(child, 'close').then(([code]) => {
    party.ended = true;
    party.code = code;
  });
  return party;
}

/** What is stored, and what the runs counted. */
async function outcomeOf(folder) {
  const store = await openStore({
    ...{ databaseUrl: null, databaseReplicaUrls: [], dataFolder: folder, maxConnections: 4 },
  });
  try {
    const [counts] = await store.dataSource.query(
      `SELECT sum(read)::int AS read, sum(rejected)::int AS rejected,
         sum(stored + unchanged + merged + rejected)::int AS told, array_agg(DISTINCT status) AS status
       FROM ingest_runs`,
    );
    return { hash: await contentHash(store.dataSource), counts };
  } finally {
    await store.close();
  }
}

async function nothingLeft(folder) {
  for (let wait = 0; wait < 300; wait++) {
    if (processesNaming(folder).length === 0) return;
    await sleep(100);
  }
  throw new Error(`left behind: ${JSON.stringify(processesNaming(folder))}`);
}

/** One of the processes at random, as an accident would choose; or the last worker. */
function victims(folder, parties) {
  if (onlyWorker) return parties.slice(-1).map(({ child }) => ({ pid: child.pid }));
  const server = [postmasterOf(folder), supervisorOf(folder)].filter(Boolean);
  const alive = parties.filter(({ ended }) => !ended).map(({ child }) => ({ pid: child.pid }));
  const pick = Math.random();
  if (pick < 0.15) return [...server, ...alive];
  const all = [...alive, ...alive, ...server];
  return all.length > 0 ? [all[Math.floor(Math.random() * all.length)]] : [];
}

/** Waits until the last worker takes batches, so that it has some when it is killed, or all is stored. */
async function hasBegun(parties) {
  const worker = parties.at(-1);
  while (!/^Working with/m.test(worker.output) && !worker.ended && !parties[0].ended)
    await sleep(20);
}

async function disturbedRound(number, expectedMs) {
  const folder = join(root, `round-${number}`);
  const queued = onlyWorker || number % 2 === 1;
  const commands = queued
    ? [['ingest', input, '--queue', '--json'], ['worker'], ['worker']]
    : [['ingest', input, '--json']];
  const parties = commands.map((args) => run(folder, args));
  let killed = 0;
  let restarts = 0;
  let lastKill = Date.now();
  const bystanders = onlyWorker ? parties.slice(0, -1) : [];
  for (;;) {
    if (onlyWorker) await hasBegun(parties);
    const longest = onlyWorker ? 1000 : (expectedMs / kills) * 2;
    await Promise.race([parties[0].closed, sleep(Math.random() * longest)]);
    if (parties[0].ended && [0, 3].includes(parties[0].code)) break;
    if (killed < kills) {
      for (const { pid } of victims(folder, parties)) {
        try {
          process.kill(pid, 'SIGKILL');
        } catch {
          // It ended by itself.
        }
      }
      killed++;
      lastKill = Date.now();
      await sleep(50);
    }
    for (const { args, ended, code, output } of bystanders) {
      if (ended && ![0, 3].includes(code))
        throw new Error(`${args.join(' ')} ended too: ${output}`);
    }
    for (const [place, party] of parties.entries()) {
      if (!party.ended || [0, 3].includes(party.code)) continue;
      if (party.code === 2) throw new Error(party.output);
      parties[place] = run(folder, party.args);
      if (++restarts > 100) throw new Error(`no end in sight: ${party.output}`);
    }
  }
  const seconds = (Date.now() - lastKill) / 1000;
  if (onlyWorker && seconds * 1000 > expectedMs + TAKEN_OVER_WITHIN) {
    throw new Error(`the killed worker's papers were stored only ${seconds.toFixed(0)} s later`);
  }
  for (const { child } of parties.slice(1)) child.kill('SIGTERM');
  await Promise.all(parties.map(({ closed }) => closed));
  await nothingLeft(folder);
  const outcome = await outcomeOf(folder);
  await nothingLeft(folder);
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  return { ...outcome, killed, restarts, queued };
}

try {
  const calm = join(root, 'calm');
  const started = Date.now();
  const alone = run(calm, ['ingest', input, '--json']);
  await alone.closed;
  if (![0, 3].includes(alone.code)) throw new Error(alone.output);
  const expectedMs = Date.now() - started;
  await nothingLeft(calm);
  const { hash: wanted, counts: wantedCounts } = await outcomeOf(calm);
  console.log(
    `undisturbed: ${wanted.papers.rows} papers, ${wanted.results.rows} results in ${(expectedMs / 1000).toFixed(1)} s`,
  );
  let equal = 0;
  for (let number = 0; number < rounds; number++) {
    const from = Date.now();
    const { hash, counts, killed, restarts, queued } = await disturbedRound(number, expectedMs);
    const differing = Object.keys(wanted).filter((t) => !isDeepStrictEqual(wanted[t], hash[t]));
    if (!isDeepStrictEqual(wantedCounts, counts))
      differing.push(`counts ${JSON.stringify(counts)}`);
    if (differing.length === 0) equal++;
    console.log(
      `round ${number + 1} (${queued ? 'queue' : 'direct'}): ${killed} kills, ${restarts} restarts, ` +
        `${((Date.now() - from) / 1000).toFixed(1)} s, ${differing.length === 0 ? 'equal' : `DIFFERS in ${differing}`}`,
    );
  }
  console.log(`${equal} of ${rounds} rounds equal`);
  process.exitCode = equal === rounds ? 0 : 1;
} finally {
  for (const { pid } of processesNaming(root)) {
    if (pid !== process.pid) process.kill(pid, 'SIGKILL');
  }
  await sleep(500);
  rmSync(root, { recursive: true, force: true, maxRetries: 40, retryDelay: 50 });
}
