import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CLI, cliEnvironment } from './cli.js';

/** A folder of the caller's own below the system's temporary one; `remove` takes it away again. */
export function temporaryFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'claimgraph-e2e-'));
  return {
    path,
    remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 40, retryDelay: 50 }),
  };
}

/** A command that goes on while the test does other things. */
export interface StartedCli {
  readonly child: ChildProcess;
  output(): string;
  /** Waits until the output so far matches. */
  until(pattern: RegExp, milliseconds?: number): Promise<RegExpExecArray>;
  /** Exit code, or null after a signal. */
  readonly ended: Promise<number | null>;
}

export function startCli(
  args: readonly string[],
  settings: Readonly<Record<string, string>> = {},
  program: readonly string[] = [process.execPath, CLI],
): StartedCli {
  const [file, ...first] = program as [string, ...string[]];
  const child = spawn(file, [...first, ...args], {
    env: cliEnvironment(settings),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return {
    child,
    ended,
    output: () => output,
    async until(pattern, milliseconds = 30_000) {
      const deadline = Date.now() + milliseconds;
      for (;;) {
        const found = pattern.exec(output);
        if (found) return found;
        if (child.exitCode !== null || child.signalCode !== null || Date.now() > deadline) {
          throw new Error(`no ${pattern} in the output of ${args.join(' ')}:\n${output}`);
        }
        await sleep(20);
      }
    },
  };
}

/** Waits until a condition holds; throws with the sentence when it does not within the time. */
export async function eventually(
  holds: () => boolean | Promise<boolean>,
  sentence: string,
  milliseconds = 20_000,
): Promise<void> {
  const deadline = Date.now() + milliseconds;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`never ${sentence}`);
    await sleep(100);
  }
}

/** Whether a program can be run here, such as `setpriv`. */
export function canRun(program: string, ...args: readonly string[]): boolean {
  try {
    execFileSync(program, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
