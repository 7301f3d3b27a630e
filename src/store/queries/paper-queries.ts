import type { DataSource } from 'typeorm';
import { type CanonicalKind, ClaimgraphError } from '../../domain/index.js';
import { prepared } from '../prepared.js';
import { canonicalKey } from '../write/identity.js';
import { lookedUp, type PaperColumn, type PaperPart, paperColumns } from './columns.js';
import type { PaperFilter } from './filter-inputs.js';
import type { NestedList } from './nested-page.js';
import { paperCondition, paperCount, searchQuery } from './paper-filter.js';
import { comparedDays, type Order, type SortColumn, sortKeys } from './sort.js';
import type { Parameters } from './sql.js';

export type PaperOrderField = 'PUBLISHED_AT' | 'UPDATED_AT' | 'STORED_AT' | 'TITLE' | 'RELEVANCE';

const COLUMNS: Readonly<Record<Exclude<PaperOrderField, 'RELEVANCE'>, SortColumn>> = {
  PUBLISHED_AT: { column: 'p.published_on', type: 'date', nullable: true },
  UPDATED_AT: { column: 'p.updated_on', type: 'date', nullable: true },
  STORED_AT: { column: 'p.changed_at', type: 'timestamptz', nullable: false },
  TITLE: { column: 'left(p.title, 200) COLLATE "C"', type: 'text', nullable: true },
};
const TIE: SortColumn = { column: 'p.id', type: 'uuid', nullable: false };

/** Papers that fit a filter; a parent is a canonical thing that they name or report on. */
export function paperList(
  filter: PaperFilter | null,
  orders: readonly Order<PaperOrderField>[],
  columns: readonly PaperColumn[],
  kind: CanonicalKind = 'method',
): NestedList {
  return {
    ...paperColumns(columns),
    from: () => 'papers p',
    where: (parameters) => paperCondition(filter, parameters),
    keys: (parameters) =>
      sortKeys(orders, columnsFor(filter, relevance(filter, orders, parameters)), TIE),
    counting: (parameters) => paperCount(filter, parameters),
    identity: ['papers', kind, filter],
    parentType: 'text',
    ofParent: (slug) => `p.id IN (${papersNaming(kind, slug)})`,
  };
}

function columnsFor(
  filter: PaperFilter | null,
  RELEVANCE: SortColumn,
): Readonly<Record<PaperOrderField, SortColumn>> {
  return {
    ...{ ...COLUMNS, RELEVANCE },
    PUBLISHED_AT: comparedDays(COLUMNS.PUBLISHED_AT, filter?.publishedAt),
    UPDATED_AT: comparedDays(COLUMNS.UPDATED_AT, filter?.updatedAt),
  };
}

function papersNaming(kind: CanonicalKind, slug: string): string {
  return kind === 'metric'
    ? `SELECT r.paper_id FROM results r WHERE r.metric_slug = ${slug} AND r.active`
    : `SELECT m.paper_id FROM mentions m WHERE m.kind = '${kind}' AND m.slug = ${slug} AND m.active`;
}

/** How well a text fits the words searched for: by their number, nearness and place. */
function relevance(
  filter: PaperFilter | null,
  orders: readonly Order<PaperOrderField>[],
  parameters: Parameters,
): SortColumn {
  const text = filter?.text;
  if (!orders.some(({ field }) => field === 'RELEVANCE')) return TIE;
  if (!text) {
    throw new ClaimgraphError(
      'BAD_USER_INPUT',
      'RELEVANCE sorts a text search: give filter.text, or sort by something else.',
    );
  }
  return {
    column: `(SELECT ts_rank(d.words, ${searchQuery(text, parameters)})::double precision
      FROM documents d WHERE d.id = p.document_id)`,
    type: 'double precision',
    nullable: true,
  };
}

export async function papersByIds(
  source: DataSource,
  ids: readonly string[],
  columns: readonly PaperColumn[],
): Promise<Map<string, PaperPart>> {
  const own = paperColumns(columns);
  const rows: PaperPart[] = await source.query(
    prepared(
      `SELECT ${lookedUp(own)} FROM (SELECT ${own.select} FROM papers p WHERE p.id = ANY($1::uuid[])) page`,
    ),
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** The paper that an id leads to, that of a merged paper included: `arxiv:2401.01234`, `doi:10.1/x`. */
export async function paperByKey(
  source: DataSource,
  key: string,
  columns: readonly PaperColumn[],
): Promise<PaperPart | null> {
  const own = paperColumns(columns);
  const rows: PaperPart[] = await source.query(
    prepared(
      `SELECT ${lookedUp(own)} FROM (SELECT ${own.select} FROM paper_keys k JOIN papers p ON p.id = k.paper_id
        WHERE k.key = $1) page`,
    ),
    [canonicalKey(key)],
  );
  return rows[0] ?? null;
}
