import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { PaperRecord } from '../../../src/domain/index.js';
import type { Reject } from '../../../src/sources/index.js';
import { type Reading, readSource } from './read-source.js';

const FOLDER = new URL('../../../../shared/sources/', import.meta.url).pathname;
const LEFT_OUT = /^(?:arxiv-latex|latexml-html)\/|^plain-text\/(?!arxiv-mail)/;

interface ExpectedPaper {
  readonly index: number;
  readonly ids: Readonly<Record<string, string>>;
  readonly title: string | null;
  readonly abstractHead: string | null;
  readonly abstractTail: string | null;
  readonly abstractLength: number;
  readonly publishedAt: string | null;
  readonly authorsCount: number | null;
  readonly texMath?: boolean;
  readonly malformed?: boolean;
}

interface Expected {
  readonly format: string;
  readonly papersTotal: number;
  readonly papersWithAbstract: number;
  readonly papers: readonly ExpectedPaper[];
}

const spaced = (text: string | null): string => (text ?? '').replace(/\s+/g, ' ').trim();
const letters = (text: string | null): string => (text ?? '').replace(/[{}\\$~\s]+/g, '');

function expectPaper(
  actual: PaperRecord | null | undefined,
  wanted: ExpectedPaper,
  isTex: boolean,
): void {
  const same = isTex || wanted.texMath ? letters : spaced;
  // There is nothing to read in a record with neither, which is rejected.
  if (wanted.title === null && wanted.abstractHead === null) {
    expect(actual).toBeNull();
    return;
  }
  expect(actual).toBeDefined();
  if (!actual) return;
  if (!wanted.malformed) expect(same(actual.title)).toBe(same(wanted.title));
  expectAbstract(spaced(actual.abstract), wanted, same);
  expect.soft(actual.publishedAt).toBe(wanted.publishedAt);
  if (wanted.authorsCount !== null) expect.soft(actual.authors.length).toBe(wanted.authorsCount);
  const { arxivId, doi, openalexId, s2Id } = wanted.ids;
  if (arxivId !== undefined) expect.soft(actual.arxivId).toBe(arxivId);
  if (openalexId !== undefined) expect.soft(actual.openAlexId).toBe(openalexId);
  if (s2Id !== undefined) expect.soft(actual.s2Id).toBe(s2Id);
  // One record has two DOIs in one field.
  if (doi !== undefined) expect.soft(actual.doi).toBe(doi.toLowerCase().split(/\s/)[0]);
}

function expectAbstract(
  abstract: string,
  { abstractHead, abstractTail, abstractLength, texMath }: ExpectedPaper,
  same: (text: string | null) => string,
): void {
  if (abstractHead === null) {
    expect(abstract).toBe('');
    return;
  }
  const head = same(abstractHead);
  const tail = same(abstractTail);
  expect(same(abstract).slice(0, head.length)).toBe(head);
  expect(same(abstract).slice(-tail.length)).toBe(tail);
  if (!texMath) expect.soft([...abstract].length).toBe(abstractLength);
}

describe.skipIf(!existsSync(FOLDER))('recorded records (skipped where ../shared is absent)', () => {
  const sidecars = globFiles();

  it('has records to read', () => {
    expect(sidecars.length).toBeGreaterThan(50);
  });

  it.each(sidecars)('%s', { timeout: 180_000 }, async (sidecar) => {
    const expected = JSON.parse(readFileSync(FOLDER + sidecar, 'utf8')) as Expected;
    const { items, records } = papersOf(
      await readSource(FOLDER + sidecar.replace(/\.expected\.json$/, '')),
    );
    const isTex = /\.(?:bib|bibtex|biblatex)\./.test(sidecar);
    for (const paper of expected.papers) expectPaper(items[paper.index], paper, isTex);
    expect(items.length).toBe(expected.papersTotal);
    const withAbstract = records.filter((record) => record.abstract !== null).length;
    expect(withAbstract).toBe(expected.papersWithAbstract);
  });
});

/** The papers in the order of the input; null for one with neither title nor abstract. */
function papersOf({ items, records }: Reading) {
  const isEmpty = ({ reason }: Reject): boolean => /neither a title nor an abstract/.test(reason);
  return {
    records,
    items: items.flatMap((item) => {
      if ('record' in item) return [item.record];
      return isEmpty(item.reject) ? [null] : [];
    }),
  };
}

function globFiles(): string[] {
  if (!existsSync(FOLDER)) return [];
  return readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.expected.json') && !LEFT_OUT.test(path))
    .sort();
}
