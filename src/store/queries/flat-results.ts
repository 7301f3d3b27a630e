import type { ResultFilter } from './filter-inputs.js';
import type { ListQuery } from './page.js';
import { resultList } from './result-queries.js';
import type { ResultOrderField } from './result-sorts.js';
import type { ResultRow } from './rows.js';
import type { Order } from './sort.js';

type Named =
  | 'metric_name'
  | 'metric_better'
  | 'dataset_name'
  | 'task_name'
  | 'subject_name'
  | 'baseline_name';

/** A result with what a table shows of its paper: the columns of the view `v_results`. */
export interface FlatResultRow extends Omit<ResultRow, Named> {
  readonly arxiv_id: string | null;
  readonly doi: string | null;
  readonly title: string | null;
  readonly published_day: string | null;
  readonly source: string;
  readonly extractor_version: string;
}

/** What can be read of such a row beside its id and its paper's. */
export type FlatColumn = Exclude<keyof FlatResultRow, 'id' | 'paper_id'>;

const OF_PAPERS: readonly FlatColumn[] = ['arxiv_id', 'doi', 'title', 'source'];

/** Results for tables, with the columns asked for; the paper's are added to the page after its limit. */
export function flatResultList(
  filter: ResultFilter | null,
  orders: readonly Order<ResultOrderField>[],
  columns: readonly FlatColumn[],
): ListQuery {
  const select = ['r.id', 'r.paper_id'];
  const joinSelect: string[] = [];
  for (const column of columns) {
    if (OF_PAPERS.includes(column)) joinSelect.push(`p.${column}`);
    else if (column === 'published_day') select.push(`r.published_on::text AS ${column}`);
    else if (column === 'extractor_version') {
      select.push('r.extraction_id');
      joinSelect.push(
        `(SELECT e.${column} FROM extractions e WHERE e.id = page.extraction_id) AS ${column}`,
      );
    } else select.push(`r.${column}`);
  }
  const withPaper = columns.some((column) => OF_PAPERS.includes(column));
  return {
    ...resultList(filter, orders, []),
    select: select.join(', '),
    identity: ['flat results', filter],
    ...(withPaper && { joins: 'JOIN papers p ON p.id = page.paper_id' }),
    joinSelect: joinSelect.join(', '),
  };
}
