import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import {
  type FlatColumn,
  type FlatResultRow,
  flatResultList,
  type Order,
  type ResultFilter,
  type ResultOrderField,
} from '../../store/queries/index.js';
import type { Context } from '../context.js';
import { toGlobalId } from '../global-id.js';
import { ResultOrderInput } from '../inputs/order.input.js';
import { PageArgs } from '../inputs/page.args.js';
import { ResultFilterInput } from '../inputs/result-filter.input.js';
import { orderOr } from '../orders.js';
import { readConnection } from '../read-list.js';
import { readResultFilter } from '../resolve-names.js';
import { type ResultRow, ResultRowConnection } from '../types/result-row.type.js';

@Resolver()
export class ResultRowsResolver {
  @Query(() => ResultRowConnection, {
    description:
      'Results as flat rows of scalars, for tables and dashboards: page on with `after: pageInfo.endCursor` while `hasNextPage`.',
  })
  async resultRows(
    @Ctx() context: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => ResultFilterInput, {
      nullable: true,
      description: 'All results when left out.',
    })
    filter: ResultFilter | null,
    @Arg('orderBy', () => [ResultOrderInput], {
      nullable: true,
      description: 'Newest first when left out.',
    })
    orderBy?: Order<ResultOrderField>[],
  ) {
    const read = await readResultFilter(context, filter);
    const fields = FIELDS.filter(([field]) => context.selection.has(field));
    const columns = fields.map(([, column]) => column);
    const list = flatResultList(read, orderOr(orderBy, 'PUBLISHED_AT', 'DESC'), columns);
    return readConnection(context, list, page, (row: FlatResultRow) => toRow(row, fields));
  }
}

/** The column that each field of a row shows. */
const COLUMNS: Readonly<Record<Exclude<keyof ResultRow, 'id' | 'paperId'>, FlatColumn>> = {
  ...{ arxivId: 'arxiv_id', doi: 'doi', title: 'title', source: 'source' },
  ...{ publishedAt: 'published_day', extractorVersion: 'extractor_version' },
  ...{ field: 'field', quote: 'quote', startOffset: 'start_offset', endOffset: 'end_offset' },
  ...{ value: 'value', high: 'high', unit: 'unit', form: 'form', direction: 'direction' },
  ...{ better: 'better', bound: 'bound', category: 'category', setting: 'setting' },
  ...{ metric: 'metric_slug', metricName: 'metric', dataset: 'dataset_slug' },
  ...{ datasetName: 'dataset', task: 'task_slug', subject: 'subject_slug' },
  ...{ subjectName: 'subject', baseline: 'baseline_slug', baselineName: 'baseline' },
  ...{ baseValue: 'base_value', baseUnit: 'base_unit', comparableValue: 'comparable_value' },
  ...{ gainFactor: 'gain_factor', gainKind: 'gain_kind', checkResult: 'check_status' },
  ...{ confidence: 'confidence', rule: 'rule', corrected: 'corrected' },
};
const FIELDS = Object.entries(COLUMNS) as [keyof typeof COLUMNS, FlatColumn][];

function toRow(row: FlatResultRow, fields: readonly (readonly [string, FlatColumn])[]): ResultRow {
  const { id, paper_id } = row;
  const ids = { id: toGlobalId('Result', id), paperId: toGlobalId('Paper', paper_id) };
  const shown = fields.map(([field, column]) => [field, row[column]] as const);
  return Object.assign(ids, Object.fromEntries(shown)) as unknown as ResultRow;
}
