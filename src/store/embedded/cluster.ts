import { type ChildProcess, execFile, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  closeSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
} from 'node:fs';
import { totalmem } from 'node:os';
import { promisify } from 'node:util';
import pg from 'pg';
import { ClaimgraphError } from '../../domain/index.js';
import type { Binaries } from './binaries.js';
import { type DataFolder, databaseUrl } from './data-folder.js';
import type { Launch } from './privileges.js';

const run = promisify(execFile);
const LARGEST_LOG = 4_000_000;
export const DATABASE = 'claimgraph';

/**
 * A sixteenth of the memory that this machine or container has, 128 MB to 1 GB. Every index takes its new
 * rows all over, so storing slows down once those that papers touch no longer fit: 128 MB hold 50,000 papers'.
 */
function sharedMegabytes(): number {
  const memory = Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY);
  return Math.round(Math.min(Math.max(memory / 16 / 2 ** 20, 128), 1024));
}

/** Only sockets in a folder that only its owner may enter; sized for one machine that also extracts. */
const SETTINGS = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  max_connections: '100',
  shared_buffers: `${sharedMegabytes()}MB`,
  max_wal_size: '2GB',
  wal_level: 'minimal',
  max_wal_senders: '0',
  jit: 'off',
};

/**
 * Makes a cluster beside its place and moves it there, so that a half-made one is never seen and two that
 * make one at a time do not mix.
 * @throws ClaimgraphError with what `initdb` said.
 */
export async function createCluster(
  folder: DataFolder,
  binaries: Binaries,
  launch: Launch,
): Promise<void> {
  const draft = `${folder.cluster}.new-${process.pid}`;
  if (launch.user) {
    for (const path of [folder.root, folder.socketFolder]) {
      chownSync(path, launch.user.uid, launch.user.gid);
    }
  }
  try {
    const [program, ...parameters] = [
      ...[...launch.prefix, binaries.initdb, '-D', draft, '-U', 'postgres', '-A', 'trust'],
      ...['-E', 'UTF8', '--locale=C.UTF-8'],
    ] as [string, ...string[]];
    await run(program, parameters, { ...launch.user, cwd: folder.root });
    chmodSync(draft, 0o700);
    renameSync(draft, folder.cluster);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    const { code, stderr } = error as NodeJS.ErrnoException & { stderr?: string };
    if (code === 'ENOTEMPTY' || code === 'EEXIST') return;
    throw cannotStart(lastComplaint(stderr ?? '') ?? (error as Error).message);
  }
}

/** Starts the server; it may still be recovering when this returns. Its output goes to the log. */
export function startServer(folder: DataFolder, binaries: Binaries, launch: Launch): ChildProcess {
  const log = openSync(folder.log, 'a', 0o600);
  if (statSync(folder.log).size > LARGEST_LOG) truncateSync(folder.log);
  const settings = Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const [program, ...parameters] = [
    ...[...launch.prefix, binaries.postgres, '-D', folder.cluster],
    ...['-k', folder.socketFolder, '-p', '5432', ...settings],
  ] as [string, ...string[]];
  try {
    return spawn(program, parameters, {
      ...launch.user,
      cwd: folder.root,
      stdio: ['ignore', log, log],
    });
  } finally {
    closeSync(log);
  }
}

/** Whether the server answers; false while it starts, recovers or stops. */
export async function answers(folder: DataFolder): Promise<boolean> {
  const client = new pg.Client({ connectionString: databaseUrl(folder, 'postgres') });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Makes claimgraph's database where there is none. */
export async function ensureDatabase(folder: DataFolder): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl(folder, 'postgres') });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [
      DATABASE,
    ]);
    if (!rowCount) await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await client.end();
  }
}

/** Process id of the server that holds the cluster, dead or alive; null when nothing does. */
export function lockHolder(folder: DataFolder): number | null {
  try {
    const pid = Number.parseInt(readFileSync(`${folder.cluster}/postmaster.pid`, 'utf8'), 10);
    return Number.isInteger(pid) && pid > 0 ? pid : null;
  } catch {
    return null;
  }
}

/** Size of the log now: what is written after it is about the next start. */
export function logSize(folder: DataFolder): number {
  return statSync(folder.log, { throwIfNoEntry: false })?.size ?? 0;
}

/** The reason a start gave up, from the log written after `from`. */
export function whyStopped(folder: DataFolder, from: number): string | null {
  const log = readFileSync(folder.log);
  return lastComplaint(log.subarray(log.length >= from ? from : 0).toString('utf8'));
}

function lastComplaint(output: string): string | null {
  const lines = output.split('\n').filter((line) => /FATAL|PANIC|error:|cannot/i.test(line));
  return (
    lines
      .at(-1)
      ?.replace(/^.*?(?:FATAL|PANIC|error):\s*/i, '')
      .trim() ?? null
  );
}

/** The sentence for a server that did not come up. */
export function cannotStart(why: string, log?: string): ClaimgraphError {
  return new ClaimgraphError(
    'SERVICE_UNAVAILABLE',
    `The embedded Postgres did not start: ${why.replace(/\.$/, '')}.${log ? ` Its log is ${log}.` : ''}`,
  );
}
