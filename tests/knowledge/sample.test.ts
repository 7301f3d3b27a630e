import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import type { PaperRecord } from '../../src/domain/index.js';
import { openSources } from '../../src/sources/index.js';
import { unsupportedFigures } from '../support/figures.js';
import { hasReference, referencePath } from '../support/reference.js';

const FILE = fileURLToPath(new URL('../../src/commands/sample/papers.json', import.meta.url));
const PAGE = 'hf-trending.txt';
const LONGEST_SHARED_RUN = 7;

async function recordsOf(path: string, format: string): Promise<PaperRecord[]> {
  const records: PaperRecord[] = [];
  for await (const source of openSources(path, { format })) {
    for await (const item of source.items()) {
      if ('reject' in item) throw new Error(item.reject.reason);
      records.push(item.record);
    }
  }
  return records;
}

function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?])\s+(?=[\p{Lu}\d])/u);
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}%]+(?:[.,'/-][\p{L}\p{N}%]+)*/gu) ?? [];
}

/** Runs of `length` words that both texts have. */
function sharedRuns(text: string, other: string, length: number): string[] {
  const runs = (words: string[]) =>
    words.slice(length - 1).map((_, start) => words.slice(start, start + length).join(' '));
  const known = new Set(runs(wordsOf(other)));
  return runs(wordsOf(text)).filter((run) => known.has(run));
}

let sample: PaperRecord[];
beforeAll(async () => {
  sample = await recordsOf(FILE, 'json');
});

describe('the bundled sample', () => {
  test('holds titles, summaries and sure arXiv ids under the source "sample", and nothing else', () => {
    const rows = JSON.parse(readFileSync(FILE, 'utf8')) as Record<string, unknown>[];
    for (const { arxivId, publishedAt, ...row } of rows) {
      expect(Object.keys(row)).toEqual(['title', 'abstract', 'source']);
      // An arXiv id tells the month of the first version: 2403.03507 is of March 2024.
      const month = String(arxivId).replace(/^(\d\d)(\d\d)\.\d{5}$/, '20$1-$2');
      expect(publishedAt).toBe(arxivId === undefined ? undefined : month);
    }
    expect(new Set(sample.map((paper) => paper.source))).toEqual(new Set(['sample']));
  });

  test('has at least 44 papers, each once', () => {
    expect(sample.length).toBeGreaterThanOrEqual(44);
    expect(new Set(sample.map((paper) => paper.title?.toLowerCase())).size).toBe(sample.length);
  });

  test('summarises each paper in two to four sentences with a number', () => {
    const odd = sample.filter(({ abstract }) => {
      const sentences = sentencesOf(abstract ?? '').filter((text) => !text.startsWith('Code: '));
      return sentences.length < 2 || sentences.length > 4 || !/\d|fold/.test(abstract ?? '');
    });
    expect(odd.map((paper) => paper.title)).toEqual([]);
  });
});

const absent = hasReference(PAGE) ? '' : ` (skipped: there is no ../shared/${PAGE})`;

describe.skipIf(absent !== '')(`the sample against the abstracts of the page${absent}`, () => {
  let abstracts: Map<string | null, string>;
  beforeAll(async () => {
    const page = await recordsOf(referencePath(PAGE), 'page-text');
    abstracts = new Map(page.map((paper) => [paper.title, `${paper.title}\n${paper.abstract}`]));
  });

  test('takes every title from the page', () => {
    const unknown = sample.filter((paper) => !abstracts.has(paper.title));
    expect(unknown.map((paper) => paper.title)).toEqual([]);
  });

  test('states no figure that the abstract lacks', () => {
    const faults = sample.flatMap(({ title, abstract }) =>
      unsupportedFigures(abstract!, abstracts.get(title) ?? '').map((figure) => [title, figure]),
    );
    expect(faults).toEqual([]);
  });

  test(`shares no run of more than ${LONGEST_SHARED_RUN} words with the abstract`, () => {
    const faults = sample.flatMap(({ title, abstract }) =>
      sharedRuns(abstract!, abstracts.get(title) ?? '', LONGEST_SHARED_RUN + 1),
    );
    expect(faults).toEqual([]);
  });
});
