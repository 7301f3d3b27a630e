import type { ResultFilter } from './filter-inputs.js';
import type { ListQuery } from './page.js';
import { type ResultOrderField, resultList } from './result-queries.js';
import type { ResultRow } from './rows.js';
import type { Order } from './sort.js';

/** A result with what a table shows of its paper: the columns of the view `v_results`. */
export interface FlatResultRow extends ResultRow {
  readonly arxiv_id: string | null;
  readonly doi: string | null;
  readonly title: string | null;
  readonly published_day: string | null;
  readonly source: string;
  readonly extractor_version: string;
}

/** Results for tables: the paper's columns are added to the page after its limit. */
export function flatResultList(
  filter: ResultFilter | null,
  orders: readonly Order<ResultOrderField>[],
): ListQuery {
  return {
    ...resultList(filter, orders, []),
    select: 'r.*',
    identity: ['flat results', filter],
    joins: 'JOIN papers p ON p.id = page.paper_id JOIN extractions e ON e.id = page.extraction_id',
    joinSelect: `p.arxiv_id, p.doi, p.title, p.published_on::text AS published_day, p.source, e.extractor_version`,
  };
}
