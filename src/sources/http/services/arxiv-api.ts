import { type PagedService, withParameters } from '../service.js';

/** arXiv asks for one request in three seconds. */
const INTERVAL = 3_000;
const PAGE_SIZE = 100;

const numberAt = (url: URL, name: string, otherwise: number): number => {
  const value = Number(url.searchParams.get(name) ?? otherwise);
  return Number.isInteger(value) && value >= 0 ? value : otherwise;
};

const totalOf = (page: string): number =>
  Number(/<opensearch:totalResults[^>]*>\s*(\d+)/.exec(page)?.[1] ?? 0);

/** The query API of arXiv, paged by `start`. A `max_results` in the address is the size of a page. */
export const arxivApi: PagedService = {
  name: 'arXiv API',
  format: 'arxiv-atom',
  interval: INTERVAL,
  matches: (url) => /\/api\/query$/.test(url.pathname),
  firstPage: (url) =>
    withParameters(url, {
      start: numberAt(url, 'start', 0),
      max_results: numberAt(url, 'max_results', PAGE_SIZE) || PAGE_SIZE,
    }),
  nextPage(url, page, papers) {
    const start = numberAt(url, 'start', 0) + papers;
    return papers > 0 && start < totalOf(page) ? withParameters(url, { start }) : null;
  },
  // Now and then an answer comes without entries in the middle of a list.
  isIncomplete: (url, page, papers) => papers === 0 && numberAt(url, 'start', 0) < totalOf(page),
};
