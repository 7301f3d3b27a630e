/** Starts the built server on a database and waits for its address. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';

export async function startBuiltServer(databaseUrl, settings = {}) {
  const child = spawn(
    process.execPath,
    ['dist/src/cli.js', 'serve', '--port', '0', '--log-level', 'error'],
    {
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        DATABASE_URL: databaseUrl,
        ...settings,
      },
    },
  );
  process.once('exit', () => child.kill());
  let output = '';
  const url = await new Promise((resolve, reject) => {
    const read = (text) => {
      output = (output + text).slice(-20_000);
      const address = /claimgraph answers at\s+(http:\/\/[^/\s]+)/.exec(output)?.[1];
      if (address) resolve(address);
    };
    child.stdout.setEncoding('utf8').on('data', read);
    child.stderr.setEncoding('utf8').on('data', read);
    child.once('close', (code) => reject(new Error(`the server ended with ${code}: ${output}`)));
  });
  return {
    url,
    isRunning: () => child.exitCode === null,
    /** Megabytes that the process holds; null where the system does not tell. */
    memory() {
      try {
        const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
        return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024);
      } catch {
        return null;
      }
    },
    async stop() {
      const ended = once(child, 'close');
      child.kill('SIGTERM');
      await ended;
    },
  };
}
