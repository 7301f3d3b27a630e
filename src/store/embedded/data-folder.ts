import { createHash } from 'node:crypto';
import { chmodSync, existsSync, lstatSync, mkdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ClaimgraphError } from '../../domain/index.js';

/** Where everything of one embedded Postgres lies. */
export interface DataFolder {
  readonly root: string;
  /** Postgres's own data. */
  readonly cluster: string;
  readonly log: string;
  /** Of the Unix sockets. */
  readonly socketFolder: string;
  /** Held open by every process that uses the server. */
  readonly supervisorSocket: string;
}

/** The system's limit for a socket's path is 108 bytes on Linux and 104 on macOS, the end mark included. */
const LONGEST_SOCKET_PATH = 103;
const LONGEST_SOCKET_NAME = '/.s.PGSQL.5432.lock';
/** Commas and quotes mean something in `unix_socket_directories`. */
const PLAIN_PATH = /^[\w./-]+$/;

/** The layout of a data folder; creates nothing. */
export function dataFolder(root: string): DataFolder {
  const fits = Buffer.byteLength(root + LONGEST_SOCKET_NAME) <= LONGEST_SOCKET_PATH;
  const socketFolder = fits && PLAIN_PATH.test(root) ? root : shortFolder(root);
  return {
    root,
    cluster: join(root, 'postgres'),
    log: join(root, 'postgres.log'),
    socketFolder,
    supervisorSocket: join(socketFolder, 'supervisor.sock'),
  };
}

/** A folder that every process which means the same data folder arrives at. */
function shortFolder(root: string): string {
  const hash = createHash('sha256').update(root).digest('hex').slice(0, 12);
  return join(tmpdir(), `claimgraph-${process.getuid?.() ?? 0}-${hash}`);
}

/**
 * Makes the folders, for their owner alone.
 * @throws ClaimgraphError when that cannot be done, or when the socket folder belongs to somebody else.
 */
export function makeFolders(folder: DataFolder): void {
  for (const path of new Set([folder.root, folder.socketFolder])) {
    try {
      mkdirSync(path, { recursive: true, mode: 0o700 });
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      throw new ClaimgraphError(
        'SERVICE_UNAVAILABLE',
        `The data folder ${path} cannot be made (${code}): set CLAIMGRAPH_DATA to a folder that you may write to.`,
      );
    }
  }
  if (folder.socketFolder === folder.root) return;
  const sockets = lstatSync(folder.socketFolder);
  const mine = process.getuid?.() ?? 0;
  if (!sockets.isDirectory() || (sockets.uid !== mine && mine !== 0)) {
    throw new ClaimgraphError(
      'SERVICE_UNAVAILABLE',
      `${folder.socketFolder} belongs to another user: run claimgraph as that user, or set CLAIMGRAPH_DATA to a folder of your own.`,
    );
  }
  chmodSync(folder.socketFolder, 0o700);
}

/**
 * Whether there is a cluster already.
 * @throws ClaimgraphError when it is of another Postgres major than `major`.
 */
export function hasCluster(folder: DataFolder, major: string): boolean {
  const versionFile = join(folder.cluster, 'PG_VERSION');
  if (!existsSync(versionFile)) return false;
  const found = readFileSync(versionFile, 'utf8').trim();
  if (found === major) return true;
  throw new ClaimgraphError(
    'SERVICE_UNAVAILABLE',
    `The data in ${folder.cluster} were written by Postgres ${found} and this claimgraph brings Postgres ${major}: ` +
      'run `claimgraph backup` with the version that wrote them, then `claimgraph restore` into a new CLAIMGRAPH_DATA folder.',
  );
}

/** The address of a database in it. */
export function databaseUrl(folder: DataFolder, database: string): string {
  const host = encodeURIComponent(folder.socketFolder);
  return `postgres://postgres@localhost:5432/${database}?host=${host}`;
}
