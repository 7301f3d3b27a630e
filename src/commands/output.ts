import { once } from 'node:events';

/** Writes a line to standard output and waits where the reader is slow. */
export async function writeLine(value: unknown): Promise<void> {
  const line = `${typeof value === 'string' ? value : JSON.stringify(value)}\n`;
  if (!process.stdout.write(line)) await once(process.stdout, 'drain');
}

/** Says something to the person, beside the data on standard output. */
export function say(message: string): void {
  process.stderr.write(`${message}\n`);
}

/** Exit codes of every command: done, failed, wrong usage, done with rejects. */
export const EXIT = { done: 0, failed: 1, usage: 2, rejects: 3 } as const;
