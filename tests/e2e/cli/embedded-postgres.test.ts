import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { runCli } from '../../support/cli.js';
import { asJsonLines, inventedPapers } from '../../support/invented-papers.mjs';
import {
  canRun,
  eventually,
  type StartedCli,
  startCli,
  temporaryFolder,
} from '../../support/processes.js';
import { postmasterOf, processesNaming, supervisorOf } from '../../support/processes-naming.mjs';

const TITLE_COUNT = '{"query":"{ papers { totalCount } }"}';

describe('the embedded Postgres', { timeout: 120_000 }, () => {
  const folders: { path: string; remove(): void }[] = [];
  const started: StartedCli[] = [];

  afterEach(async () => {
    for (const { child, ended } of started.splice(0)) {
      child.kill('SIGKILL');
      await ended;
    }
    for (const { path, remove } of folders.splice(0)) {
      await eventually(() => processesNaming(path).length === 0, `without processes in ${path}`);
      remove();
    }
  });

  function newFolder(): string {
    const folder = temporaryFolder();
    folders.push(folder);
    return folder.path;
  }

  function papersIn(folder: string, count: number): string {
    const file = join(folder, 'papers.jsonl');
    writeFileSync(file, asJsonLines(inventedPapers(count)));
    return file;
  }

  function start(args: readonly string[], settings: Record<string, string>): StartedCli {
    const cli = startCli(args, settings);
    started.push(cli);
    return cli;
  }

  async function serve(folder: string): Promise<{ cli: StartedCli; url: string }> {
    const cli = start(['serve', '--port', '0'], { CLAIMGRAPH_DATA: join(folder, 'data') });
    const [, url] = await cli.until(/answers at\s+(http:\/\/\S+?)\/\s/);
    return { cli, url: url as string };
  }

  async function countPapers(url: string): Promise<number> {
    const answer = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: TITLE_COUNT,
    });
    const { data } = (await answer.json()) as { data: { papers: { totalCount: number } } };
    return data.papers.totalCount;
  }

  it('is started by serve, joined by ingest, and stopped by the last one out', async () => {
    const folder = newFolder();
    const settings = { CLAIMGRAPH_DATA: join(folder, 'data'), WORKERS: '1' };
    const { cli, url } = await serve(folder);
    const postmaster = postmasterOf(folder)?.pid;
    const run = await runCli(['ingest', papersIn(folder, 30), '--json'], settings);
    expect(run.code, run.stderr).toBe(0);
    expect(JSON.parse(run.stdout)).toMatchObject({ read: 30, stored: 30 });
    expect(postmasterOf(folder)?.pid).toBe(postmaster);
    expect(await countPapers(url)).toBe(30);
    cli.child.kill('SIGTERM');
    expect(await cli.ended).toBe(0);
    await eventually(() => processesNaming(folder).length === 0, 'stopped');
  });

  it('is started by ingest, joined by serve, and kept while serve runs', async () => {
    const folder = newFolder();
    const settings = { CLAIMGRAPH_DATA: join(folder, 'data'), WORKERS: '1' };
    const ingest = start(['ingest', papersIn(folder, 400)], settings);
    await eventually(() => supervisorOf(folder) !== undefined, 'started');
    const { cli, url } = await serve(folder);
    expect(await ingest.ended, ingest.output()).toBe(0);
    expect(await countPapers(url)).toBe(400);
    cli.child.kill('SIGINT');
    expect(await cli.ended).toBe(0);
    await eventually(() => processesNaming(folder).length === 0, 'stopped');
  });

  it('stops when its only client is killed', async () => {
    const folder = newFolder();
    const { cli } = await serve(folder);
    cli.child.kill('SIGKILL');
    await cli.ended;
    await eventually(() => processesNaming(folder).length === 0, 'stopped');
  });

  it('comes back under a running server when it is killed itself', async () => {
    const folder = newFolder();
    const { url } = await serve(folder);
    const before = await countPapers(url);
    const postmaster = postmasterOf(folder);
    process.kill(postmaster?.pid as number, 'SIGKILL');
    await eventually(
      () =>
        countPapers(url)
          .then((count) => count === before)
          .catch(() => false),
      'answered again',
    );
    expect(postmasterOf(folder)?.pid).not.toBe(postmaster?.pid);
  });

  it('comes back under a running server when its supervisor is killed, and leaves with the last', async () => {
    const folder = newFolder();
    const { cli, url } = await serve(folder);
    const before = await countPapers(url);
    const supervisor = supervisorOf(folder)?.pid as number;
    process.kill(supervisor, 'SIGKILL');
    await eventually(() => (supervisorOf(folder)?.pid ?? supervisor) !== supervisor, 'replaced');
    await eventually(
      () =>
        countPapers(url)
          .then((count) => count === before)
          .catch(() => false),
      'answered again',
    );
    cli.child.kill('SIGTERM');
    expect(await cli.ended).toBe(0);
    await eventually(() => processesNaming(folder).length === 0, 'stopped');
  });

  it('recovers when everything is killed at once while papers come in', async () => {
    const folder = newFolder();
    const settings = { CLAIMGRAPH_DATA: join(folder, 'data'), WORKERS: '1' };
    const { cli, url } = await serve(folder);
    const file = papersIn(folder, 400);
    const first = start(['ingest', file], settings);
    await eventually(async () => (await countPapers(url)) > 100, 'in the middle', 25_000);
    const all = processesNaming(folder).map(({ pid }) => pid);
    cli.child.kill('SIGKILL');
    first.child.kill('SIGKILL');
    for (const pid of all) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // It went down with its parent.
      }
    }
    await Promise.all([cli.ended, first.ended]);
    const again = await runCli(['ingest', file, '--json'], settings);
    expect(again.code, again.stderr).toBe(0);
    expect(JSON.parse(again.stdout)).toMatchObject({ read: 400, stored: 400, status: 'done' });
    expect(await countPapers((await serve(folder)).url)).toBe(400);
  });

  it('lives in a folder that only its owner may enter', async () => {
    const folder = newFolder();
    const closed = join(folder, 'closed');
    mkdirSync(closed, { mode: 0o700 });
    const run = await runCli(['ingest', papersIn(folder, 3), '--json'], {
      CLAIMGRAPH_DATA: join(closed, 'data'),
      WORKERS: '1',
    });
    expect(run.code, run.stderr).toBe(0);
    expect(JSON.parse(run.stdout)).toMatchObject({ stored: 3 });
  });

  const NOBODY = ['--reuid=65534', '--regid=65534', '--clear-groups'];
  const asNobody = canRun(
    'setpriv',
    ...NOBODY,
    process.execPath,
    'dist/src/cli.js',
    '--version-not',
  );
  const reachable = asNobody || canRun('setpriv', ...NOBODY, 'test', '-r', 'dist/src/cli.js');

  it.skipIf(process.getuid?.() !== 0 || !reachable)(
    'works for an ordinary user (skipped where the tests do not run as root or nobody cannot read them)',
    async () => {
      const folder = newFolder();
      const own = join(folder, 'own');
      mkdirSync(own, { mode: 0o777 });
      canRun('chmod', '755', folder);
      canRun('chown', '65534:65534', own);
      const file = papersIn(folder, 5);
      canRun('chmod', '644', file);
      const cli = startCli(
        ['ingest', file, '--json'],
        { CLAIMGRAPH_DATA: join(own, 'data'), WORKERS: '1', HOME: own },
        ['setpriv', ...NOBODY, process.execPath, 'dist/src/cli.js'],
      );
      started.push(cli);
      expect(await cli.ended, cli.output()).toBe(0);
      expect(cli.output()).toContain('"stored":5');
    },
  );

  it('refuses data of another Postgres major and says what to do', async () => {
    const folder = newFolder();
    const data = join(folder, 'data');
    mkdirSync(join(data, 'postgres'), { recursive: true });
    writeFileSync(join(data, 'postgres', 'PG_VERSION'), '14\n');
    const run = await runCli(['ingest', papersIn(folder, 1)], { CLAIMGRAPH_DATA: data });
    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(/written by Postgres 14 .* brings Postgres 18.*claimgraph backup/s);
    expect(run.stderr).not.toMatch(/\n\s+at /);
  });
});
