import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ReportedNumber } from '../../src/domain/index.js';
import { createPaperReader } from '../../src/pipeline/index.js';

interface Row {
  readonly id: string;
  readonly text: string;
  readonly expect: Partial<ReportedNumber>;
  readonly why: string;
}

const ROWS: readonly Row[] = JSON.parse(
  readFileSync(new URL('backlog.json', import.meta.url), 'utf8'),
);
const reader = createPaperReader();

const reads = (row: Row): boolean =>
  reader
    .read(null, row.text)
    .results.some((result) =>
      Object.entries(row.expect).every(
        ([field, value]) => result[field as keyof ReportedNumber] === value,
      ),
    );

/** What is known to be read wrongly. A row that is read rightly has to move to the sentences that must pass. */
describe('the backlog', () => {
  it('is sorted by id, each row with its reason', () => {
    const ids = ROWS.map(({ id }) => id);
    expect(ids).toEqual([...ids].sort());
    expect(ROWS.filter(({ why }) => why.length < 20)).toEqual([]);
  });

  it.each(ROWS.map((row) => [row.id, row] as const))('%s still fails', (_, row) => {
    expect(reads(row)).toBe(false);
  });
});
