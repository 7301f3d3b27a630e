import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { SOURCES, type SourceItem } from '../../../src/sources/index.js';
import { type ExpectedItem, type Fixture, fixtures } from './fixtures.js';
import { lengthened } from './lengthen.js';
import { readBytes } from './read-source.js';

const ALL = fixtures();

/** Formats in which nothing tells the end of a record, so that a cut one cannot be told from a whole. */
const OPEN_ENDED = new Set(['page-text', 'hugging-face-markdown']);

const bytesOf = (text: string): Buffer => Buffer.from(text, 'utf8');

/** What is read, whatever the place and the raw text. */
const contentOf = (items: readonly SourceItem[]) =>
  items.map((item) => ('record' in item ? item.record : { reject: item.reject.reason }));

function expectItem(item: SourceItem | undefined, wanted: ExpectedItem): void {
  if ('reject' in wanted) {
    expect(item).toHaveProperty('reject.reason', expect.stringContaining(wanted.reject));
  } else {
    expect(item).toHaveProperty('record', expect.objectContaining(wanted));
  }
}

describe('every source', () => {
  it('has a fixture, and every fixture a source', () => {
    const names = SOURCES.map(({ name }) => name).toSorted();
    expect([...new Set(ALL.map(({ source }) => source))].toSorted()).toEqual(names);
  });

  it.each(SOURCES.map(({ name, description }) => [name, description]))(
    '%s has a name for the command line and a description',
    (name, description) => {
      expect(name).toMatch(/^[a-z0-9-]+$/);
      expect(description.length).toBeGreaterThan(10);
    },
  );
});

describe.each(
  ALL.map((fixture): [string, Fixture] => [`${fixture.source}/${fixture.file}`, fixture]),
)('%s', (_, fixture) => {
  const { source, file, text, expected } = fixture;
  const read = (bytes: Buffer, options?: Parameters<typeof readBytes>[2]) =>
    readBytes(file, bytes, options);

  it('is recognised by its content, whatever its name', async () => {
    expect((await readBytes('download', bytesOf(text))).format).toBe(source);
  });

  it('reads what stands there', async () => {
    const { items } = await read(bytesOf(text));
    expected.forEach((wanted, place) => {
      expectItem(items[place], wanted);
    });
    expect(items.length).toBe(expected.length);
  });

  it('names its source, and where each record stands', async () => {
    const { items, records } = await read(bytesOf(text));
    for (const record of records) expect(record.source).toBe(source);
    const places = items.map((item) => ('record' in item ? item.position : item.reject.position));
    expect(places.map(({ record }) => record)).toEqual(places.map((_, place) => place + 1));
    const lines = text.split('\n');
    items.forEach((item, place) => {
      const raw = 'record' in item ? item.raw : item.reject.raw;
      const line = places[place]?.line ?? null;
      if (line === null || raw === '') return;
      // Some begin with what stands above all records.
      const own =
        source === 'csv' ? raw.slice(raw.indexOf('\n') + 1) : raw.replace(/^.*<\/meta>/, '');
      const begins = own.trimStart().split('\n')[0]?.trimEnd().slice(0, 12) ?? '';
      const near = lines.slice(line - 1, line + 1).join('\n');
      // Papers that stand within one record stand where it does.
      if (!raw.startsWith('{"model_name"') && file !== 'by-id.json') expect(near).toContain(begins);
    });
  });

  it('keeps of each record what reads as that record again', async () => {
    const { items } = await read(bytesOf(text));
    const adapter = SOURCES.find(({ name }) => name === source);
    for (const item of items) {
      const raw = 'record' in item ? item.raw : item.reject.raw;
      if (raw === '') continue;
      async function* pieces(): AsyncGenerator<string> {
        yield raw;
      }
      const again: SourceItem[] = [];
      for await (const one of adapter?.read(pieces()) ?? []) again.push(one);
      if ('record' in item) expect(contentOf(again)).toContainEqual(item.record);
      else expect(again.length).toBeGreaterThan(0);
    }
  });

  it('reads the same in pieces of a few bytes, gzipped, with CRLF, with a mark, and in UTF-16', async () => {
    const plain = contentOf((await read(bytesOf(text))).items);
    const unix = (items: readonly SourceItem[]) =>
      JSON.parse(JSON.stringify(contentOf(items)).replaceAll('\\r\\n', '\\n')) as unknown;
    const wide = Buffer.from(`\uFEFF${text.replace(' encoding="UTF-8"', '')}`, 'utf16le');
    expect(contentOf((await read(bytesOf(text), { pieceBytes: 7 })).items)).toEqual(plain);
    expect(contentOf((await read(gzipSync(text))).items)).toEqual(plain);
    expect(unix((await read(bytesOf(text.replaceAll('\n', '\r\n')))).items)).toEqual(plain);
    expect(contentOf((await read(bytesOf(`\uFEFF${text}`))).items)).toEqual(plain);
    expect(contentOf((await read(wide)).items)).toEqual(plain);
  });

  it('reads Windows-1252', async () => {
    const western = text.replace(/[^\u0000-\u00ff]/g, '-');
    const { items } = await read(Buffer.from(western, 'latin1'));
    expect(contentOf(items)).toEqual(contentOf((await read(bytesOf(western))).items));
  });

  it('keeps the records before a cut, and says that there is one', async () => {
    const whole = (await read(bytesOf(text))).items;
    // Of a table's row that is cut within its last cell nothing tells so.
    for (const part of source === 'csv' ? [0.35, 0.85, 0.97] : [0.35, 0.6, 0.85, 0.97]) {
      const { items, rejects } = await read(bytesOf(text).subarray(0, text.length * part), {
        format: source,
      });
      const kept = contentOf(items).slice(0, -1);
      expect(kept).toEqual(contentOf(whole).slice(0, kept.length));
      if (OPEN_ENDED.has(source) || file.endsWith('.tsv')) continue;
      const isSoundTo = contentOf(items).every(
        (item, place) => JSON.stringify(item) === JSON.stringify(contentOf(whole)[place]),
      );
      if (!isSoundTo) expect(rejects.at(-1)?.reason).toMatch(/\w/);
    }
  });

  it('keeps the records before the cut of gzip data, and says that there is one', async () => {
    const long = lengthened(source, text, 200);
    const packed = gzipSync(long);
    const { items, records, rejects } = await read(packed.subarray(0, packed.length - 40));
    expect(rejects.at(-1)?.reason).toMatch(/gzip data is broken or cut off/);
    const whole = contentOf((await read(bytesOf(long))).items);
    const kept = contentOf(items).slice(0, -1);
    expect(kept).toEqual(whole.slice(0, kept.length));
    const readable = whole.some((item) => !('reject' in item));
    if (readable && long.length > 200_000) expect(records.length).toBeGreaterThan(10);
  });

  it('gives its first records before it has read all', async () => {
    const long = lengthened(source, text, Math.ceil(600_000 / text.length));
    // An answer of one error has nothing to repeat.
    if (long.length < 300_000) return;
    const adapter = SOURCES.find(({ name }) => name === source);
    let given = 0;
    async function* pieces(): AsyncGenerator<string> {
      for (let at = 0; at < long.length; at += 4096) {
        given += 4096;
        yield long.slice(at, at + 4096);
      }
    }
    let seen = 0;
    for await (const _item of adapter?.read(pieces()) ?? []) if (++seen === 1) break;
    expect(seen).toBe(1);
    expect(given).toBeLessThan(long.length / 2);
  });
});
