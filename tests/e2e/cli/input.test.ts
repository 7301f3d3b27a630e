import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { type CliRun, runCli } from '../../support/cli.js';
import { createTestDatabase, onServer } from '../../support/database.js';
import { asJsonLines, inventedPapers } from '../../support/invented-papers.mjs';
import { temporaryFolder } from '../../support/processes.js';

describe('the command line', { timeout: 120_000 }, async () => {
  const database = await createTestDatabase();
  const folder = temporaryFolder();
  afterAll(async () => {
    folder.remove();
    await database.drop();
  });
  const settings = { DATABASE_URL: database.url, WORKERS: '1' };

  function file(name: string, content: string | Buffer): string {
    const path = join(folder.path, name);
    writeFileSync(path, content);
    return path;
  }

  /** A sentence for the user, without a trace of the program's inside. */
  function expectSentence(run: CliRun, code: number, sentence: RegExp): void {
    expect(run.stderr).toMatch(sentence);
    expect(run.stderr).not.toMatch(/\n\s+at |unexpected fault/i);
    expect(run.code).toBe(code);
  }

  it.each([
    ['an empty file', () => file('empty.jsonl', ''), /empty\.jsonl: the file is empty/],
    ['a binary file', () => file('x.bin', Buffer.from([0, 1, 2, 0, 255])), /x\.bin: .*binary/],
    [
      'a text that is no listing',
      () => file('x.json', 'not json at all {'),
      /not recognised.*--format/,
    ],
    ['a file that is not there', () => join(folder.path, 'none'), /none: there is no such file/],
  ])('says what is wrong with %s', async (_, path, sentence) => {
    expectSentence(await runCli(['ingest', path()], settings), 1, sentence);
  });

  it('stores nine of ten papers when line 7 is broken, and lists, retries and drops the reject', async () => {
    const lines = asJsonLines(inventedPapers(10)).split('\n');
    lines[6] = (lines[6] as string).slice(0, 39);
    const path = file('ten.jsonl', lines.join('\n'));
    const run = await runCli(['ingest', path, '--json'], settings);
    expect(run.code, run.stderr).toBe(3);
    expect(JSON.parse(run.stdout)).toMatchObject({ read: 10, stored: 9, rejected: 1 });
    const listed = await runCli(['rejects', 'list', '--json', '--origin', 'ten.jsonl'], settings);
    expect(listed.code).toBe(0);
    expect(JSON.parse(listed.stdout)).toMatchObject({
      ...{ position: 'line 7', raw: lines[6], reason: expect.stringMatching(/JSON/) },
    });
    const retried = await runCli(['rejects', 'retry'], settings);
    expectSentence(retried, 3, /1 tried: 0 solved, 1 remain/);
    expectSentence(await runCli(['rejects', 'drop'], settings), 2, /--all/);
    expectSentence(await runCli(['rejects', 'drop', '--all'], settings), 0, /1 reject dropped/);
  });

  it('reads rows of a table again that were rejected, by its own delimiter', async () => {
    const path = file('geese.csv', 'sep=~\nid~title~abstract\na~Geese~They fly.\nb~~\nc~Gul');
    const run = await runCli(['ingest', path, '--json'], settings);
    expect(JSON.parse(run.stdout)).toMatchObject({ read: 3, stored: 1, rejected: 2 });
    const chosen = ['--origin', 'geese.csv'];
    const listed = await runCli(['rejects', 'list', '--json', ...chosen], settings);
    const rejects = listed.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { position: string })
      .toSorted((one, other) => one.position.localeCompare(other.position));
    expect(rejects).toMatchObject([
      { position: 'line 4', source: 'csv', reason: expect.stringMatching(/neither a title/) },
      { position: 'line 5', source: 'csv', reason: expect.stringMatching(/ends within the row/) },
    ]);
    const first = await runCli(['rejects', 'retry', ...chosen], settings);
    expectSentence(first, 3, /2 tried: 0 solved, 2 remain/);
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    try {
      // As if an earlier version had not been able to read the row.
      await client.query(
        `UPDATE rejects SET raw = raw || 'ls~They fly too.' || chr(10) WHERE position = 'line 5'`,
      );
      const second = await runCli(['rejects', 'retry', ...chosen], settings);
      expectSentence(second, 3, /2 tried: 1 solved, 1 remain/);
      const { rows } = await client.query(`SELECT title FROM papers WHERE source_id = 'c'`);
      expect(rows).toEqual([{ title: 'Gulls' }]);
    } finally {
      await client.end();
    }
    await runCli(['rejects', 'drop', '--all'], settings);
  });

  it('stores a title alone and counts it, and rejects a record with neither', async () => {
    const path = file('poor.jsonl', '{"id":"t","title":"A title alone"}\n{"id":"n","url":"x"}\n');
    const run = await runCli(['ingest', path, '--json'], settings);
    expect(run.code).toBe(3);
    expect(JSON.parse(run.stdout)).toMatchObject({
      ...{ read: 2, stored: 1, rejected: 1, withoutAbstract: 1 },
    });
  });

  it('names the port that is in use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as { port: number };
    const run = await runCli(['serve', '--port', String(port)], settings);
    other.close();
    expectSentence(run, 1, new RegExp(`Port ${port} is in use.*--port`));
  });

  it('names the command that brings an outdated schema up to date', async () => {
    const url = new URL(database.url);
    const name = `empty_${randomUUID().replaceAll('-', '')}`;
    await onServer(database.url, `CREATE DATABASE ${name}`);
    url.pathname = `/${name}`;
    try {
      const path = file('one.jsonl', asJsonLines(inventedPapers(1)));
      const run = await runCli(['ingest', path], { DATABASE_URL: url.href });
      expectSentence(run, 1, /claimgraph migrate/);
    } finally {
      await onServer(database.url, `DROP DATABASE ${name} WITH (FORCE)`);
    }
  });

  it('says where a database is that cannot be reached', async () => {
    const run = await runCli(['rejects', 'list'], {
      DATABASE_URL: 'postgres://x:secret@127.0.0.1:9/y',
    });
    expectSentence(run, 1, /127\.0\.0\.1:9\/y cannot be reached/);
    expect(run.stderr).not.toContain('secret');
  });

  it.each([
    [['ingest'], /missing required argument/],
    [['ingest', 'x', '--format', 'parchment'], /no format "parchment"/],
    [['serve', '--port', 'many'], /PORT is "many".*whole number/],
    [['reextract', '--dry-run', '--switch'], /cannot be used with/],
    [['rejects', 'drop', 'not-an-id'], /no id of a reject/],
    [['conjure'], /unknown command/],
    [['constructor'], /unknown command/],
  ])('ends with 2 for the wrong usage %j', async (args, sentence) => {
    expectSentence(await runCli(args, settings), 2, sentence);
  });

  it('reads a folder with the folders in it, hidden ones left out', async () => {
    for (const [at, name] of ['top', 'in/one', 'in/deep/two', '.hidden/three'].entries()) {
      const path = join(folder.path, 'tree', `${name}.jsonl`);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, JSON.stringify({ id: `tree-${at}`, title: `Tree ${at}` }));
    }
    const run = await runCli(['read', join(folder.path, 'tree')], settings);
    expect(run.stdout.match(/"id":"tree-\d/g)?.sort()).toEqual(
      [0, 1, 2].map((at) => `"id":"tree-${at}`),
    );
  });

  it('tells its version', async () => {
    expect((await runCli(['--version'], settings)).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it('backs up, restores and forgets', async () => {
    const backup = join(folder.path, 'all.ndjson.gz');
    const other = await createTestDatabase();
    const there = { ...settings, DATABASE_URL: other.url };
    try {
      await runCli(['ingest', file('few.jsonl', asJsonLines(inventedPapers(4)))], settings);
      expectSentence(await runCli(['backup', backup], settings), 0, /papers written to/);
      expectSentence(await runCli(['restore', backup], there), 0, /papers restored/);
      expectSentence(await runCli(['restore', backup], there), 1, /not empty.*--merge/);
      expectSentence(await runCli(['forget', 'json:p-1'], there), 0, /Forgotten: .*json:p-1/);
      const again = await runCli(['ingest', join(folder.path, 'few.jsonl'), '--json'], there);
      expect(JSON.parse(again.stdout)).toMatchObject({ stored: 0, unchanged: 3, rejected: 1 });
      expectSentence(await runCli(['forget', 'what is this'], there), 1, /arXiv id, DOI/);
      expectSentence(await runCli(['forget', '2401.99999'], there), 1, /not stored.*--in-advance/);
      const ahead = await runCli(['forget', '2401.99999', '--in-advance'], there);
      expectSentence(ahead, 0, /will not be let in/);
    } finally {
      await other.drop();
    }
  });
});
