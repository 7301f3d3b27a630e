export * from './count-queries.js';
export * from './data-version.js';
export * from './filter-inputs.js';
export type { PageRequest } from './keyset.js';
export * from './name-queries.js';
export { DEFAULT_PAGE, type Page } from './page.js';
export * from './paper-queries.js';
export {
  type Order,
  type ResultOrderField,
  readResults,
  resultCounts,
  resultsByIds,
  resultsOfPapers,
} from './result-queries.js';
export * from './rows.js';
