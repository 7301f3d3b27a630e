import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import {
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
    const list = flatResultList(read, orderOr(orderBy, 'PUBLISHED_AT', 'DESC'));
    return readConnection(context, list, page, toRow);
  }
}

function toRow(row: FlatResultRow): ResultRow {
  const { field, quote, value, high, unit, form, direction, better, bound, category } = row;
  const { title, doi, source, setting, confidence, rule, corrected } = row;
  return {
    id: toGlobalId('Result', row.id),
    paperId: toGlobalId('Paper', row.paper_id),
    arxivId: row.arxiv_id,
    publishedAt: row.published_day,
    ...{ title, doi, source, setting, confidence, rule, corrected },
    ...{ field, quote, value, high, unit, form, direction, better, bound, category },
    startOffset: row.start_offset,
    endOffset: row.end_offset,
    metric: row.metric_slug,
    metricName: row.metric,
    dataset: row.dataset_slug,
    datasetName: row.dataset,
    task: row.task_slug,
    subject: row.subject_slug,
    subjectName: row.subject,
    baseline: row.baseline_slug,
    baselineName: row.baseline,
    baseValue: row.base_value,
    baseUnit: row.base_unit,
    comparableValue: row.comparable_value,
    gainFactor: row.gain_factor,
    gainKind: row.gain_kind,
    checkResult: row.check_status,
    extractorVersion: row.extractor_version,
  } as ResultRow;
}
