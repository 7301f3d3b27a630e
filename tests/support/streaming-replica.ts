import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { canRun, eventually, temporaryFolder } from './processes.js';

const ROOT = '/usr/lib/postgresql';
const VERSIONS = existsSync(ROOT) ? readdirSync(ROOT).sort((a, b) => Number(b) - Number(a)) : [];

/** Folder of the programs of an installed Postgres that can be copied from; null where there is none. */
export const INSTALLED_POSTGRES =
  VERSIONS.map((version) => join(ROOT, version, 'bin')).find((bin) =>
    existsSync(join(bin, 'pg_basebackup')),
  ) ?? null;

export interface ReplicatedPostgres {
  readonly primaryUrl: string;
  readonly replicaUrl: string;
  stop(): Promise<void>;
}

/** A server of the installed Postgres and a streaming replica of it. */
export async function startReplicatedPostgres(bin: string): Promise<ReplicatedPostgres> {
  const folder = temporaryFolder();
  const asUser =
    process.getuid?.() === 0
      ? ['setpriv', '--reuid=postgres', '--regid=postgres', '--clear-groups']
      : [];
  if (asUser.length > 0) canRun('chown', 'postgres:postgres', folder.path);
  const run = (program: string, ...args: string[]) => {
    const [first, ...rest] = [...asUser, join(bin, program), ...args] as [string, ...string[]];
    execFileSync(first, rest, { stdio: 'ignore', cwd: folder.path });
  };
  const stops: (() => Promise<void>)[] = [];
  const start = async (name: string): Promise<string> => {
    const port = await freePort();
    const [first, ...rest] = [
      ...[...asUser, join(bin, 'postgres'), '-D', join(folder.path, name), '-p', String(port)],
      ...['-k', folder.path, '-c', 'listen_addresses=127.0.0.1', '-c', 'fsync=off'],
    ] as [string, ...string[]];
    const server = spawn(first, rest, { stdio: 'ignore', cwd: folder.path });
    stops.unshift(async () => {
      const closed = once(server, 'close');
      server.kill('SIGINT');
      await closed;
    });
    const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
    await eventually(() => answers(url), 'answered', 60_000);
    return url;
  };
  run(
    'initdb',
    '-D',
    join(folder.path, 'primary'),
    '-U',
    'postgres',
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--locale=C.UTF-8',
  );
  const primaryUrl = await start('primary');
  const copy = join(folder.path, 'replica');
  run('pg_basebackup', '-R', '-c', 'fast', '-X', 'stream', '-D', copy, '-d', primaryUrl);
  const replicaUrl = await start('replica');
  return {
    primaryUrl,
    replicaUrl,
    async stop() {
      for (const stop of stops) await stop();
      folder.remove();
    },
  };
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  return client.connect().then(
    () => client.end().then(() => true),
    () => false,
  );
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
