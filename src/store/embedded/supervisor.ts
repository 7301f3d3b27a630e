import type { ChildProcess } from 'node:child_process';
import { statSync, unlinkSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { ClaimgraphError } from '../../domain/index.js';
import { type Binaries, findBinaries } from './binaries.js';
import {
  answers,
  cannotStart,
  createCluster,
  DATABASE,
  ensureDatabase,
  lockHolder,
  logSize,
  startServer,
  whyStopped,
} from './cluster.js';
import {
  type DataFolder,
  databaseUrl,
  dataFolder,
  hasCluster,
  makeFolders,
} from './data-folder.js';
import { chooseLaunch, type Launch } from './privileges.js';
import { isAlive, type SupervisorAnswer, supervisorAnswers } from './protocol.js';

const PAUSE = 50;
/** Crash recovery after a long ingest takes a while; longer than this is not a start. */
const LONGEST_START = 120_000;
/** A server that nobody supervises for this long was left behind by a killed supervisor: it is taken over. */
const LEFT_BEHIND_AFTER = 3_000;
/** The client that asked for the start has this long to connect. */
const FIRST_CLIENT_WITHIN = 10_000;
const RESTARTS_A_MINUTE = 5;

/**
 * A process of its own, one for each data folder: starts Postgres, keeps it while any client holds a
 * connection to its socket open, and stops it with the last. The system closes a connection with its
 * process, whatever ended that, so no client can leave Postgres behind.
 */
class Supervisor {
  private readonly clients = new Set<Socket>();
  private readonly restarts: number[] = [];
  private listener: Server | null = null;
  private socketInode = 0;
  private stopping = false;
  private child: ChildProcess | null = null;

  constructor(
    private readonly folder: DataFolder,
    private readonly binaries: Binaries,
    private readonly launch: Launch,
  ) {}

  /** Resolves true once this is the supervisor, false when another one is. */
  async start(): Promise<boolean> {
    const deadline = Date.now() + LONGEST_START;
    let unsupervisedSince = 0;
    while (Date.now() < deadline) {
      if (await supervisorAnswers(this.folder)) return false;
      const holder = lockHolder(this.folder);
      if (holder === null || !isAlive(holder)) {
        if (await this.launchServer(deadline)) break;
        unsupervisedSince = 0;
      } else if (await answers(this.folder)) {
        unsupervisedSince ||= Date.now();
        if (Date.now() - unsupervisedSince > LEFT_BEHIND_AFTER) break;
      }
      await sleep(PAUSE);
    }
    if (!(await answers(this.folder))) throw cannotStart('it took too long', this.folder.log);
    await ensureDatabase(this.folder);
    await this.listen();
    return true;
  }

  /** False when another start was faster and holds the cluster. */
  private async launchServer(deadline: number): Promise<boolean> {
    const from = logSize(this.folder);
    const child = startServer(this.folder, this.binaries, this.launch);
    let ended = false;
    let failure: string | null = null;
    child.once('exit', () => {
      ended = true;
    });
    child.once('error', (error) => {
      ended = true;
      failure = error.message;
    });
    while (!ended && Date.now() < deadline) {
      if (lockHolder(this.folder) === child.pid && (await answers(this.folder))) {
        this.child = child;
        child.once('exit', () => this.serverEnded());
        return true;
      }
      await sleep(PAUSE);
    }
    const why = failure ?? whyStopped(this.folder, from) ?? 'it ended without a reason';
    if (/lock file|shared memory block/.test(why)) return false;
    child.kill('SIGINT');
    throw cannotStart(why, this.folder.log);
  }

  private async listen(): Promise<void> {
    const path = this.folder.supervisorSocket;
    try {
      unlinkSync(path);
    } catch {
      // Nothing was left behind.
    }
    this.listener = createServer((socket) => this.welcome(socket));
    await new Promise<void>((resolve, reject) => {
      this.listener?.once('error', reject).listen(path, resolve);
    });
    this.socketInode = statSync(path).ino;
    setTimeout(() => this.leaveWhenAlone(), FIRST_CLIENT_WITHIN);
  }

  private welcome(socket: Socket): void {
    const answer: SupervisorAnswer = { url: databaseUrl(this.folder, DATABASE), pid: process.pid };
    socket.on('error', () => undefined);
    socket.once('data', () => {
      this.clients.add(socket);
      socket.write(`${JSON.stringify(answer)}\n`);
    });
    socket.on('close', () => {
      if (this.clients.delete(socket)) this.leaveWhenAlone();
    });
  }

  private leaveWhenAlone(): void {
    if (this.clients.size === 0) void this.stop();
  }

  /** Stops Postgres and this process; safe to call again. */
  async stop(): Promise<void> {
    if (this.stopping) return;
    this.stopping = true;
    const inode = statSync(this.folder.supervisorSocket, { throwIfNoEntry: false })?.ino;
    const replaced = inode !== undefined && inode !== this.socketInode;
    if (!replaced) {
      this.listener?.close();
      for (const client of this.clients) client.destroy();
      const pid = this.child?.pid ?? lockHolder(this.folder);
      if (pid && isAlive(pid)) process.kill(pid, 'SIGINT');
      while (pid && isAlive(pid)) await sleep(10);
    }
    process.exit(0);
  }

  /** Postgres ended under its clients: it is started again, so that they only have to connect again. */
  private async serverEnded(): Promise<void> {
    if (this.stopping) return;
    const now = Date.now();
    this.restarts.push(now);
    if (this.restarts.filter((at) => at > now - 60_000).length > RESTARTS_A_MINUTE)
      return this.stop();
    const deadline = now + LONGEST_START;
    try {
      while (!this.stopping && !(await this.launchServer(deadline))) await sleep(PAUSE);
    } catch {
      await this.stop();
    }
  }
}

async function main(root: string): Promise<void> {
  const folder = dataFolder(root);
  makeFolders(folder);
  const binaries = await findBinaries();
  const launch = await chooseLaunch(binaries.postgres);
  if (!hasCluster(folder, binaries.major)) await createCluster(folder, binaries, launch);
  const supervisor = new Supervisor(folder, binaries, launch);
  for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => undefined);
  process.on('SIGTERM', () => supervisor.stop());
  if (!(await supervisor.start())) process.exit(0);
}

main(process.argv[2] ?? '').catch((error: unknown) => {
  const sentence =
    error instanceof ClaimgraphError ? error.message : cannotStart(String(error)).message;
  // The client that started this process reads the sentence and says it to its user.
  process.stdout.write(`${JSON.stringify({ error: sentence })}\n`, () => process.exit(1));
});
