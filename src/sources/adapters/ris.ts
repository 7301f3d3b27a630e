import { isoDate } from '../dates.js';
import { findArxivId, firstArxivId, parseDoi, parseUrl } from '../identifiers.js';
import { rejectItem, toItem } from '../record.js';
import type { SourceAdapter } from '../source.js';
import { type RisFields, risRecords } from '../text/ris-records.js';

/** RIS exports of Zotero, EndNote, Scopus, Ovid, Embase and others. */
export const ris: SourceAdapter = {
  name: 'ris',
  description: 'RIS exports (Zotero, EndNote, Scopus, Ovid, Embase)',
  detect: (head) => (!/^\s*[<[{]/.test(head) && /^\s*TY[ \t\u00A0]{0,4}-/m.test(head) ? 0.95 : 0),
  async *read(text) {
    let record = 0;
    for await (const { fields, raw, line, problem } of risRecords(text)) {
      const position = { record: ++record, line };
      yield problem === null
        ? toItem(partsOf(fields), position, raw)
        : rejectItem(problem, position, raw);
    }
  },
};

function partsOf(fields: RisFields): Parameters<typeof toItem>[0] {
  const first = (...tags: string[]): string | null => {
    for (const tag of tags) {
      const found = fields.get(tag)?.find((value) => value !== '');
      if (found !== undefined) return found;
    }
    return null;
  };
  const urls = ['UR', 'L1', 'L2', 'LK'].flatMap((tag) => fields.get(tag) ?? []);
  const url = urls.flatMap((one) => parseUrl(one) ?? [])[0] ?? null;
  const doi =
    parseDoi(first('DO', 'DI', 'M3')) ??
    urls.filter((one) => /doi\.org/i.test(one)).flatMap((one) => parseDoi(one) ?? [])[0] ??
    null;
  const arxiv = firstArxivId(...urls, doi) ?? findArxivId(first('T2', 'JO', 'JF', 'M1', 'N1'));
  return {
    id: first('ID', 'AN') ?? doi,
    title: first('TI', 'T1', 'CT', 'BT'),
    abstract: first('AB', 'N2'),
    authors: ['AU', 'A1'].flatMap((tag) => fields.get(tag) ?? []).filter(Boolean),
    publishedAt: yearOf(first('PY')) ?? yearOf(first('Y1')) ?? yearOf(first('DA')),
    arxivId: arxiv?.id ?? null,
    arxivVersion: arxiv?.version ?? null,
    doi,
    url,
    source: ris.name,
  };
}

/** The year: what follows it (`2031/06//undefined`) is rarely a date. */
const yearOf = (text: string | null): string | null => isoDate(/\d{4}/.exec(text ?? '')?.[0]);
