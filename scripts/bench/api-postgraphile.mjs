/**
 * The same questions to PostGraphile 4 on the same tables, for the operations that it can express. It is
 * installed into the bench's own folder, outside the lockfile.
 */
import { execFileSync, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { medianShare } from './api-measure.mjs';

const PACKAGES = ['postgraphile@4.14.1', 'postgraphile-plugin-connection-filter@2.3.0'];

/** Pairs of questions with the same rows for an answer. */
const QUESTIONS = {
  'biggest speed-ups': {
    ours: `{ results(filter: { gain: { category: SPEED, factor: { gte: 1.5 } } }, orderBy: [{ field: GAIN_FACTOR, direction: DESC }], first: 50)
      { nodes { value bound subjectName baselineName quote paper { title } } } }`,
    theirs: `{ allResults(condition: { active: true }, filter: { category: { equalTo: "speed" }, gainFactor: { greaterThanOrEqualTo: 1.5 } }, orderBy: GAIN_FACTOR_DESC, first: 50)
      { nodes { value bound subject baseline quote paperByPaperId { title } } } }`,
  },
  'newest papers with results': {
    ours: '{ papers(first: 50) { nodes { title arxivId results(first: 5) { nodes { quote value unit } } } } }',
    theirs: `{ allPapers(orderBy: PUBLISHED_ON_DESC, first: 50)
      { nodes { title arxivId resultsByPaperId(condition: { active: true }, orderBy: ORDINAL_ASC, first: 5) { nodes { quote value unit } } } } }`,
  },
};

/** @returns for each question the throughput of ours as a share of PostGraphile's, at 16 clients */
export async function postgraphileRatios({ databaseUrl, folder, ours, seconds, rounds }) {
  execFileSync('npm', [
    'install',
    '--no-audit',
    '--no-fund',
    '--silent',
    '--prefix',
    folder,
    ...PACKAGES,
  ]);
  await relate(databaseUrl);
  const theirs = await start(databaseUrl, folder);
  try {
    const shares = {};
    for (const [name, question] of Object.entries(QUESTIONS)) {
      const first = { url: `${ours}/graphql`, body: JSON.stringify({ query: question.ours }) };
      const second = { url: theirs.url, body: JSON.stringify({ query: question.theirs }) };
      shares[name] = await medianShare(first, second, seconds, rounds);
    }
    return shares;
  } finally {
    theirs.stop();
  }
}

/** Results carry no foreign key to papers; PostGraphile takes one from a comment. */
async function relate(connectionString) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query(
    "COMMENT ON TABLE results IS E'@foreignKey (paper_id) references papers (id)'",
  );
  await client.end();
}

async function start(databaseUrl, folder) {
  const port = await freePort();
  const child = spawn(
    process.execPath,
    [
      ...[join(folder, 'node_modules/postgraphile/cli.js'), '-c', databaseUrl, '-s', 'public'],
      ...['-p', String(port), '-n', '127.0.0.1', '--disable-query-log', '-q', '/graphql', '-M'],
      ...['--append-plugins', join(folder, 'node_modules/postgraphile-plugin-connection-filter')],
      ...['--max-pool-size', '10'],
    ],
    { stdio: 'ignore', env: { ...process.env, NODE_ENV: 'production' } },
  );
  const url = `http://127.0.0.1:${port}/graphql`;
  const headers = { 'content-type': 'application/json' };
  for (let tries = 0; ; tries++) {
    const answer = await fetch(url, {
      method: 'POST',
      headers,
      body: '{"query":"{__typename}"}',
    }).catch(() => null);
    if (answer?.ok) return { url, stop: () => child.kill() };
    if (tries > 100 || child.exitCode !== null) throw new Error('PostGraphile did not start');
    await sleep(200);
  }
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
