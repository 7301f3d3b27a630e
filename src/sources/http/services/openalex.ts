import { type PagedService, pageObject, withParameters } from '../service.js';

/** OpenAlex allows ten requests a second. */
const INTERVAL = 100;
const PAGE_SIZE = 200;

/** Lists of works of OpenAlex, paged by cursor; an address with `page` is read as that one page. */
export const openAlexApi: PagedService = {
  name: 'OpenAlex',
  format: 'openalex',
  interval: INTERVAL,
  matches: (url) => /^\/works\/?$/.test(url.pathname) && !/crossref/.test(url.hostname),
  firstPage(url) {
    if (url.searchParams.has('page')) return url;
    const size = url.searchParams.get('per-page') ?? url.searchParams.get('per_page');
    return withParameters(url, {
      cursor: url.searchParams.get('cursor') ?? '*',
      'per-page': size ?? PAGE_SIZE,
      per_page: null,
    });
  },
  nextPage(url, page, papers) {
    const { next_cursor: cursor } = (pageObject(page).meta ?? {}) as { next_cursor?: unknown };
    if (papers === 0 || typeof cursor !== 'string' || !url.searchParams.has('cursor')) return null;
    return withParameters(url, { cursor });
  },
};
