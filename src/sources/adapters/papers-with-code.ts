import { parseDate } from '../dates.js';
import { firstArxivId, parseUrl } from '../identifiers.js';
import { papersOfTask } from '../json/evaluation-table.js';
import { readJsonSource } from '../json/json-source.js';
import { arrayAt, type JsonObject, textAt } from '../json/values.js';
import { toItem } from '../record.js';
import type { SourceAdapter } from '../source.js';

/** Papers with Code: papers with abstracts, links to code, evaluation tables, and pages of its API. */
export const papersWithCode: SourceAdapter = {
  name: 'papers-with-code',
  description: 'Papers with Code dumps: papers, links to code, evaluation tables; API pages',
  detect(head) {
    if (!/^\s*[[{]/.test(head)) return 0;
    if (/"(?:paper_arxiv_id|paper_url_abs|paper_url_pdf|nips_id)"\s*:/.test(head)) return 0.95;
    if (/"sota"\s*:\s*\{|"dataset_citations"\s*:|"subtasks"\s*:\s*\[/.test(head)) return 0.9;
    return /"paper_title"\s*:/.test(head) && /"paper_url"\s*:/.test(head) ? 0.8 : 0;
  },
  read(text) {
    const seen = new Set<string>();
    return readJsonSource(text, ['results'], (value, at) => {
      const isTask = Array.isArray(value.datasets) && typeof value.task === 'string';
      if (!isTask) return toItem(partsOf(value), at.position, at.raw);
      return papersOfTask(value, seen).map((row, place) => {
        const position = { ...at.position, record: at.position.record + place };
        return toItem(partsOf(row), position, JSON.stringify(row));
      });
    });
  },
};

function partsOf(value: JsonObject): Parameters<typeof toItem>[0] {
  const page = parseUrl(textAt(value, 'paper_url'));
  const abs = parseUrl(textAt(value, 'url_abs', 'paper_url_abs'));
  const arxiv = firstArxivId(
    textAt(value, 'arxiv_id', 'paper_arxiv_id'),
    abs,
    page,
    textAt(value, 'url_pdf', 'paper_url_pdf'),
  );
  const slug = /paperswithcode\.com\/paper\/([^/?#]+)/.exec(page ?? '')?.[1];
  return {
    id: textAt(value, 'id') ?? slug ?? page,
    title: textAt(value, 'title', 'paper_title'),
    abstract: textAt(value, 'abstract', 'short_abstract'),
    authors: arrayAt(value, 'authors').filter((name): name is string => typeof name === 'string'),
    publishedAt: parseDate(textAt(value, 'published', 'date', 'paper_date') ?? ''),
    arxivId: arxiv?.id ?? null,
    arxivVersion: arxiv?.version ?? null,
    url: page ?? abs,
    source: papersWithCode.name,
  };
}
