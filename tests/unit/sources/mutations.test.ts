import { describe, expect, it } from 'vitest';
import { ClaimgraphError } from '../../../src/domain/index.js';
import { SOURCES, type SourceItem } from '../../../src/sources/index.js';
import { fixtures } from './fixtures.js';
import { LARGE_MUTATIONS, MUTATIONS, type Mutation, randomNumbers } from './mutations.js';
import { readBytes } from './read-source.js';

/** How many inputs are made; `npm run test:mutations` makes 10,000. */
const COUNT = Number(process.env.MUTATIONS ?? 200);
const SEED = Number(process.env.MUTATIONS_SEED ?? 20_310_203);
/** One in so many is a large one. */
const LARGE_EVERY = 100;
/** Of the processor's time for one input, its making included. */
const MAX_SECONDS = 120;

const ALL = fixtures();
const FORMATS = SOURCES.map(({ name }) => name);

/** Every item is a paper with text, or a reject that says why. */
function expectSound(items: readonly SourceItem[]): void {
  for (const item of items) {
    if ('record' in item) {
      const { title, abstract } = item.record;
      expect((title ?? '').trim() + (abstract ?? '').trim()).not.toBe('');
      expect(item.raw.length).toBeLessThanOrEqual(100_000);
    } else {
      expect(item.reject.reason).toMatch(/\w{3}/);
      expect(item.reject.reason.length).toBeLessThan(500);
      expect(item.reject.raw.length).toBeLessThanOrEqual(100_000);
    }
  }
}

/** Reads an input to its end; null where it is refused with a sentence, as one that is no text. */
async function outcome(file: string, bytes: Buffer, format: string) {
  try {
    return (await readBytes(file, bytes, { format })).items;
  } catch (error) {
    expect(error).toBeInstanceOf(ClaimgraphError);
    expect((error as ClaimgraphError).code).toBe('BAD_USER_INPUT');
    return null;
  }
}

async function readMutated(
  number: number,
  mutation: Mutation,
): Promise<{ file: string; format: string; items: readonly SourceItem[] | null; bytes: Buffer }> {
  const random = randomNumbers(SEED + number);
  const { source, file, text } = ALL[Math.floor(random() * ALL.length)] as (typeof ALL)[number];
  const bytes = mutation(Buffer.from(text), random);
  // Mostly what it was, sometimes whatever it looks like now, sometimes what it never was.
  const dice = random();
  const other = FORMATS[Math.floor(random() * FORMATS.length)] ?? 'auto';
  const format = dice < 0.6 ? source : dice < 0.9 ? 'auto' : other;
  return { file, format, items: await outcome(file, bytes, format), bytes };
}

function chosen(number: number): [string, Mutation] {
  const isLarge = number % LARGE_EVERY === 0;
  const all = Object.entries(isLarge ? LARGE_MUTATIONS : MUTATIONS);
  const place = isLarge ? number / LARGE_EVERY : number;
  return all[place % all.length] as [string, Mutation];
}

describe(`${COUNT} mutated inputs (seed ${SEED})`, () => {
  it('are read to their end without a crash, every record kept or rejected with a reason', {
    timeout: COUNT * 5_000,
  }, async () => {
    let records = 0;
    let rejects = 0;
    let refused = 0;
    for (let number = 1; number <= COUNT; number++) {
      const [name, mutation] = chosen(number);
      const started = process.cpuUsage();
      const { file, format, items } = await readMutated(number, mutation);
      const { user, system } = process.cpuUsage(started);
      const seconds = (user + system) / 1e6;
      expect(seconds, `${number}: ${file} as ${format}, ${name}`).toBeLessThan(MAX_SECONDS);
      if (items === null) refused++;
      else {
        expectSound(items);
        records += items.filter((item) => 'record' in item).length;
        rejects += items.filter((item) => 'reject' in item).length;
      }
    }
    process.stdout.write(
      `${COUNT} inputs: ${records} records, ${rejects} rejects, ${refused} refused as a whole\n`,
    );
    expect(records).toBeGreaterThan(COUNT / 4);
    expect(rejects).toBeGreaterThan(COUNT / 4);
  });

  it('are read the same each time', async () => {
    for (let number = 1; number <= 30; number++) {
      const [, mutation] = chosen(number);
      const { file, format, items, bytes } = await readMutated(number, mutation);
      expect(await outcome(file, bytes, format)).toEqual(items);
    }
  });
});
