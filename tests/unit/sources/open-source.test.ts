import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openSources } from '../../../src/sources/index.js';
import { readSource } from './read-source.js';

const folder = mkdtempSync(join(tmpdir(), 'claimgraph-sources-'));
const file = (name: string, content: string | Buffer): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

afterAll(() => rmSync(folder, { recursive: true }));

describe('a folder', () => {
  it('is read file by file in the order of their names; one that is no source is a reject', async () => {
    file('b.jsonl', '{"title":"Second Feather"}\n');
    file('a.bin', Buffer.from([1, 2, 0, 4]));
    file('.hidden', 'left out');
    file('c.bib', '@misc{c, title = {Third Feather}}\n');
    const seen: string[] = [];
    for await (const source of openSources(folder)) {
      for await (const item of source.items()) {
        seen.push(`${source.format}: ${'record' in item ? item.record.title : item.reject.reason}`);
      }
    }
    expect(seen).toEqual([
      'auto: this is a binary file; claimgraph reads text formats, plain or gzipped',
      'json: Second Feather',
      'bibtex: Third Feather',
    ]);
  });
});

describe('a path', () => {
  it('that is not there, or a format that is none, is named in the error', async () => {
    await expect(readSource(join(folder, 'none'))).rejects.toThrow(/no such file or folder/);
    await expect(readSource(folder, { format: 'quill' })).rejects.toThrow(
      /no format "quill"; the formats are auto, arxiv-atom,/,
    );
  });

  it('may be read in a format of choice', async () => {
    const path = file('d.txt', '{"title":"A Feather"}\n');
    expect((await readSource(path, { format: 'json' })).records[0]?.title).toBe('A Feather');
    expect((await readSource(path, { format: 'ris' })).records).toEqual([]);
  });
});
