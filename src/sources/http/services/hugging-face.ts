import { type PagedService, withParameters } from '../service.js';

const INTERVAL = 1_000;
const PAGE_SIZE = 100;

/** Hugging Face's daily papers, paged by `p` until a page is not full. */
export const huggingFaceApi: PagedService = {
  name: 'Hugging Face daily papers',
  format: 'hugging-face',
  interval: INTERVAL,
  matches: (url) => /\/api\/daily_papers$/.test(url.pathname),
  firstPage: (url) =>
    withParameters(url, {
      p: url.searchParams.get('p') ?? 0,
      limit: url.searchParams.get('limit') ?? PAGE_SIZE,
    }),
  nextPage(url, _page, papers) {
    const limit = Number(url.searchParams.get('limit'));
    if (papers === 0 || papers < limit) return null;
    return withParameters(url, { p: Number(url.searchParams.get('p')) + 1 });
  },
};
