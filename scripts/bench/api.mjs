/**
 * Measures every operation of `schema/operations` on a generated store (run by `npm run bench:api`):
 * `npm run bench:api -- --papers 20000 --seconds 2`; `--database URL` fills a store that is kept, or takes it as it
 * was filled. Figures of one run are compared with each other alone:
 * rounds of the two that are compared alternate. Writes a table, and the figures as JSON to --json FILE.
 */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readOperations } from '../../dist/src/http/operations.js';
import { openStore } from '../../dist/src/store/index.js';
import { MODEL_VARIABLES } from '../../tests/support/model-variables.mjs';
import { measure, medianShare } from './api-measure.mjs';
import { postgraphileRatios } from './api-postgraphile.mjs';
import { recordOperations, sequentialScans } from './api-record.mjs';
import { measureSorts } from './api-sorts.mjs';
import { startBuiltServer } from './built-server.mjs';
import { startOwnPostgres } from './own-postgres.mjs';

/** Milliseconds within which the first 50 rows of a filtered and sorted list are to be answered, p95. */
const SOON = 100;
/** Variables for what only generated stores hold. */
const GENERATED = { 'one-paper': { arxivId: '9000.00001' } };

const { values: flags } = parseArgs({
  options: {
    papers: { type: 'string', default: '200000' },
    seconds: { type: 'string', default: '3' },
    rounds: { type: 'string', default: '3' },
    json: { type: 'string' },
    database: { type: 'string' },
    'no-postgraphile': { type: 'boolean', default: false },
  },
});
const seconds = Number(flags.seconds);
const rounds = Number(flags.rounds);

// Whoever stops the bench stops what it started.
for (const name of ['SIGINT', 'SIGTERM']) process.once(name, () => process.exit(130));
const folder = mkdtempSync(join(tmpdir(), 'claimgraph-bench-'));
const postgres = flags.database
  ? { url: flags.database, remove: () => undefined }
  : await startOwnPostgres();
const closing = [() => postgres.remove(), () => rmSync(folder, { recursive: true, force: true })];
try {
  const report = await bench();
  if (flags.json) writeFileSync(flags.json, `${JSON.stringify(report, null, 2)}\n`);
  printRest(report);
} finally {
  for (const close of closing.reverse()) await close();
}

async function bench() {
  await fill();
  const { recordings, scans } = await record();
  const ours = await startBuiltServer(postgres.url);
  closing.push(() => ours.stop());
  const plain = await startPlain(recordings);
  const operations = [];
  console.log('milliseconds p50/p95 at 1 and at 16 clients; throughput at 16 clients as a share');
  for (const recording of recordings) {
    const figures = await benchOperation(recording, ours.url, plain);
    console.log(lineOf(figures));
    operations.push(figures);
  }
  const sorts = await measureSorts(ours.url);
  const postgraphile = flags['no-postgraphile']
    ? null
    : await postgraphileRatios({
        databaseUrl: postgres.url,
        folder,
        ours: ours.url,
        seconds,
        rounds,
      });
  return { papers: Number(flags.papers), seconds, rounds, operations, sorts, postgraphile, scans };
}

async function fill() {
  if (flags.database && (await holdsPapers())) return;
  const stdio = ['ignore', 'inherit', 'inherit'];
  const env = { ...process.env, DATABASE_URL: postgres.url };
  execFileSync(process.execPath, ['scripts/bench/generate-store.mjs', flags.papers], {
    env,
    stdio,
  });
}

/** Whether the kept store is filled; @throws Error where it holds another number of papers. */
async function holdsPapers() {
  const { dataSource, close } = await open({ migrate: true });
  const [{ papers }] = await dataSource.query('SELECT count(*)::int AS papers FROM papers');
  await close();
  if (papers > 0 && papers !== Number(flags.papers))
    throw new Error(`the store holds ${papers} papers: give --papers ${papers}`);
  return papers > 0;
}

function open(options) {
  const place = { databaseUrl: postgres.url, databaseReplicaUrls: [], dataFolder: '' };
  return openStore({ ...place, maxConnections: 4 }, options);
}

async function record() {
  const { dataSource, close } = await open();
  await dataSource.query('ANALYZE');
  const operations = readOperations().map((operation) => ({
    ...operation,
    variables: { ...MODEL_VARIABLES, ...GENERATED }[operation.id] ?? {},
  }));
  const recordings = await recordOperations(dataSource, operations);
  const scans = await sequentialScans(dataSource, recordings);
  await close();
  return { recordings, scans };
}

async function startPlain(recordings) {
  const file = join(folder, 'recordings.json');
  writeFileSync(file, JSON.stringify(recordings));
  const script = 'scripts/bench/api-plain-server.mjs';
  const child = spawn(process.execPath, [script, postgres.url, file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  closing.push(() => child.kill());
  process.once('exit', () => child.kill());
  const [line] = await once(child.stdout.setEncoding('utf8'), 'data');
  return line.trim();
}

async function benchOperation({ id, query, variables, statements }, ours, plain) {
  const body = JSON.stringify({ query, variables });
  const own = { url: `${ours}/graphql`, body };
  await measure({ ...own, clients: 4, seconds: 0.5 });
  const one = await measure({ ...own, clients: 1, seconds });
  const many = await measure({ ...own, clients: 16, seconds });
  const toPlain = await medianShare(own, { url: `${plain}/graphql`, body }, seconds, rounds);
  const hasBare = (await fetch(`${plain}/bare/${id}`)).ok;
  const toBare = hasBare
    ? await medianShare(own, { url: `${plain}/bare/${id}`, body: null }, seconds, rounds)
    : null;
  return { id, statements: statements.length, one, many, toPlain, toBare };
}

function share(value) {
  return value === null ? '-' : value.toFixed(2);
}

function lineOf({ id, statements, one, many, toPlain, toBare }) {
  const times = `${`${one.p50}/${one.p95}`.padStart(12)}${`${many.p50}/${many.p95}`.padStart(16)}`;
  return `${id.padEnd(26)} ${statements} statements ${times}  of plain Apollo ${share(toPlain)}  of bare SQL ${share(toBare)}`;
}

function printRest({ sorts, postgraphile, scans }) {
  const late = sorts.filter(({ p95 }) => p95 > SOON);
  console.log(
    `first 50 of a filter and a sort: ${sorts.length - late.length} of ${sorts.length} within ${SOON} ms`,
  );
  for (const { name, p50, p95 } of late) console.log(`  ${`${p50}/${p95}`.padStart(12)}  ${name}`);
  for (const [name, value] of Object.entries(postgraphile ?? {}))
    console.log(`${name.padEnd(26)} of PostGraphile 4 ${share(value)}`);
  console.log(`read from end to end: ${scans.join(', ') || 'no big table'}`);
}
