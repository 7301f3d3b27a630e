import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const run = promisify(execFile);

describe('an ingest whose processes are killed', () => {
  it.skipIf(process.platform !== 'linux')(
    'comes to what an undisturbed one does, directly and through workers (skipped where there is no /proc)',
    async () => {
      const { stdout } = await run(process.execPath, [
        ...['scripts/proof-kill.mjs', '--rounds', '2', '--papers', '300', '--kills', '3'],
      ]);
      // The moments are random, so that the last may come when all is stored.
      expect(stdout).toMatch(/round 1 \(direct\): [1-3] kills, .* equal/);
      expect(stdout).toMatch(/round 2 \(queue\): [1-3] kills, .* equal/);
      expect(stdout).toContain('2 of 2 rounds equal');
    },
    400_000,
  );

  it.skipIf(process.platform !== 'linux')(
    'goes on by the other worker while one is killed again and again (skipped where there is no /proc)',
    async () => {
      const { stdout } = await run(process.execPath, [
        ...['scripts/proof-kill.mjs', '--only', 'worker', '--rounds', '1', '--papers', '2000'],
        ...['--kills', '2'],
      ]);
      expect(stdout).toMatch(/round 1 \(queue\): [12] kills, .* equal/);
      expect(stdout).toContain('1 of 1 rounds equal');
    },
    400_000,
  );
});
