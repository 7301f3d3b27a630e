import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { measure, measuredSets, readQuality } from '../../src/evaluation/index.js';
import { createPaperReader } from '../../src/pipeline/index.js';

const ABSTRACTS = '../shared/gold/dev.jsonl';
const present = existsSync(ABSTRACTS);
const FLOORS: Record<string, Record<string, number>> = JSON.parse(
  readFileSync('tests/golden/floors.json', 'utf8'),
);
const reader = createPaperReader();
const stated = readQuality();

describe('the stated quality', () => {
  it('is that of the running version', () => {
    expect(stated.extractorVersion, 'stale: run `npm run quality`').toBe(reader.extractorVersion);
  });

  for (const set of measuredSets('.', ABSTRACTS)) {
    const own = set.name === 'sentences';
    describe.skipIf(!own && !present)(`on ${set.name}${own ? '' : ' (needs ../shared)'}`, () => {
      const measured = own || present ? measure(set, reader) : null;

      it('is what a run measures', () => {
        expect(stated.sets.find(({ name }) => name === set.name)).toEqual(measured);
      });

      it('is on no field below its floor', () => {
        const floors = FLOORS[set.name] ?? {};
        expect(Object.keys(floors)).toEqual(measured?.fields.map(({ field }) => field));
        const below = measured?.fields.filter(({ field, f1 }) => f1 < (floors[field] ?? 1));
        expect(below).toEqual([]);
      });
    });
  }
});
