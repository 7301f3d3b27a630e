import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll } from 'vitest';
import { CLI, cliEnvironment, runCli } from './cli.js';
import { createTestDatabase } from './database.js';

export interface TestServer {
  /** Such as `http://127.0.0.1:40123`. */
  readonly url: string;
  readonly databaseUrl: string;
  /** Everything it has written to its log so far. */
  log(): string;
  isRunning(): boolean;
  readonly pid: number;
}

export interface TestServerOptions {
  /** Papers to read in first, as JSON lines' objects. */
  readonly papers?: readonly object[];
  /** Environment of the server: `MAX_DEPTH` and the like. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly logLevel?: string;
}

/** The built server on a database of its own, stopped after the test file. Call it in a `describe` or at the top. */
export async function withServer(options: TestServerOptions = {}): Promise<TestServer> {
  const database = await createTestDatabase();
  const started: ChildProcess[] = [];
  afterAll(async () => {
    for (const child of started) await stopProcess(child);
    await database.drop();
  });
  if (options.papers) await ingestPapers(database.url, options.papers);
  const server = await startServerProcess(database.url, options);
  started.push(server.child);
  return server;
}

/** Reads papers in through the command line, as users do. */
export async function ingestPapers(databaseUrl: string, papers: readonly object[]): Promise<void> {
  const lines = papers.map((paper) => JSON.stringify(paper)).join('\n');
  const run = await runCli(
    ['ingest', '-'],
    { DATABASE_URL: databaseUrl, WORKERS: '1' },
    `${lines}\n`,
  );
  if (run.code !== 0) throw new Error(`ingest ended with ${run.code}: ${run.stderr}`);
}

/** Starts the built server and waits for the address that it prints. The caller ends `child`. */
export async function startServerProcess(
  databaseUrl: string,
  { settings = {}, logLevel = 'info' }: TestServerOptions = {},
): Promise<TestServer & { readonly child: ChildProcess }> {
  const child = spawn(process.execPath, [CLI, 'serve', '--port', '0', '--log-level', logLevel], {
    env: cliEnvironment({ DATABASE_URL: databaseUrl, ...settings }),
  });
  let log = '';
  const url = await new Promise<string>((resolve, reject) => {
    const read = (text: string) => {
      log += text;
      const address = /claimgraph answers at\s+(http:\/\/[^/\s]+)/.exec(log)?.[1];
      if (address) resolve(address);
    };
    child.stdout?.setEncoding('utf8').on('data', read);
    child.stderr?.setEncoding('utf8').on('data', read);
    child.once('close', (code) => reject(new Error(`the server ended with ${code}: ${log}`)));
  });
  return {
    url,
    databaseUrl,
    child,
    log: () => log,
    isRunning: () => child.exitCode === null,
    pid: child.pid as number,
  };
}

/** Asks a process to stop and waits until it has. */
export async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = once(child, 'close');
  child.kill('SIGTERM');
  await closed;
}
