import { type PagedService, pageObject, withParameters } from '../service.js';

/** Without a key a request a second is allowed. */
const INTERVAL = 1_000;
const PAGE_SIZE = 100;
const FIELDS = 'externalIds,title,abstract,authors,publicationDate,year,url';

/** Lists of Semantic Scholar's graph API, paged by offset, or by token where it gives one. */
export const semanticScholarApi: PagedService = {
  name: 'Semantic Scholar',
  format: 'semantic-scholar',
  interval: INTERVAL,
  matches: (url) => /\/graph\/v1\/(?:paper|author)\//.test(url.pathname),
  firstPage(url) {
    const isBulk = /\/search\/bulk$/.test(url.pathname);
    const isList = /\/(?:search|references|citations|papers)$/.test(url.pathname);
    return withParameters(url, {
      fields: url.searchParams.get('fields') ?? FIELDS,
      ...(isList && !isBulk && { limit: url.searchParams.get('limit') ?? PAGE_SIZE }),
    });
  },
  nextPage(url, page, papers) {
    const { next, token } = pageObject(page);
    if (papers === 0) return null;
    if (typeof token === 'string' && token !== '') return withParameters(url, { token });
    return Number.isInteger(next) ? withParameters(url, { offset: Number(next) }) : null;
  },
};
