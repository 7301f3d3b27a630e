import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

/** A minute of what `npm run soak` does for half an hour. */
it('the server holds under mixed load while Postgres goes and comes back', async () => {
  const run = promisify(execFile)(process.execPath, ['scripts/bench/soak.mjs', '0.6', '500']);
  const { stdout } = await run.catch((error: { stdout: string; stderr: string }) => {
    throw new Error(error.stdout || error.stderr);
  });
  const report = JSON.parse(stdout.trim().split('\n').at(-1) as string);
  expect(report.amiss).toEqual([]);
  expect(report.before.codes.ok).toBeGreaterThan(20);
  expect(report.after.codes.ok).toBeGreaterThan(20);
  expect(report.away.codes.SERVICE_UNAVAILABLE).toBeGreaterThan(10);
}, 300_000);
