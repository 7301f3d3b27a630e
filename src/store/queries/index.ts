export type {
  PaperColumn,
  PaperPart,
  ResultColumn,
  ResultPart,
} from './columns.js';
export * from './comparison.js';
export * from './contradictions.js';
export * from './correction-queries.js';
export * from './count-queries.js';
export * from './data-version.js';
export { readNamedAlike } from './dataset-versions.js';
export * from './facets.js';
export * from './filter-inputs.js';
export * from './findings.js';
export * from './flat-results.js';
export * from './head-to-head.js';
export type { PageRequest } from './keyset.js';
export * from './leaderboard.js';
export * from './name-lookup.js';
export * from './name-queries.js';
export { countNestedRows, type NestedList, readNestedPages } from './nested-page.js';
export { countRows, DEFAULT_PAGE, type ListQuery, nameOf, type Page, readPage } from './page.js';
export * from './paper-queries.js';
export * from './pareto.js';
export * from './result-queries.js';
export type { ResultOrderField } from './result-sorts.js';
export * from './rows.js';
export * from './run-queries.js';
export type { Order } from './sort.js';
export * from './stats.js';
