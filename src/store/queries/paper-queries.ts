import type { DataSource } from 'typeorm';
import type { PaperFilter } from './filter-inputs.js';
import type { PageRequest, SortKey } from './keyset.js';
import { type Page, readPage } from './page.js';
import { paperCondition } from './paper-filter.js';
import { grouped, type Order, sortKeys } from './result-queries.js';
import type { LinkRow, MentionRow, PaperRow, QuantityRow } from './rows.js';

export type PaperOrderField = 'PUBLISHED_AT' | 'UPDATED_AT' | 'TITLE';

const COLUMNS: Readonly<Record<PaperOrderField, { column: string; cast: string }>> = {
  PUBLISHED_AT: { column: 'p.published_on', cast: 'date' },
  UPDATED_AT: { column: 'p.updated_on', cast: 'date' },
  TITLE: { column: 'p.title COLLATE "C"', cast: 'text COLLATE "C"' },
};
const TIE: SortKey = { column: 'p.id', cast: 'uuid', descending: false, nullsFirst: false };
const TEXT = {
  joins: 'LEFT JOIN documents d ON d.id = page.document_id',
  joinSelect: 'd.abstract',
};

export function readPapers(
  source: DataSource,
  filter: PaperFilter | null,
  orders: readonly Order<PaperOrderField>[],
  request: PageRequest,
  most: number,
): Promise<Page<PaperRow>> {
  return readPage(
    source,
    {
      select: 'p.*',
      from: 'papers p',
      where: (parameters) => paperCondition(filter, parameters),
      keys: sortKeys(orders, COLUMNS, TIE),
      identity: ['papers', filter],
      ...TEXT,
    },
    request,
    most,
  );
}

export async function papersByIds(
  source: DataSource,
  ids: readonly string[],
): Promise<Map<string, PaperRow>> {
  const rows: PaperRow[] = await source.query(
    'SELECT p.*, d.abstract FROM papers p LEFT JOIN documents d ON d.id = p.document_id WHERE p.id = ANY($1::uuid[])',
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** The paper that an id leads to, that of a merged paper included: `arxiv:2401.01234`, `doi:10.1/x`. */
export async function paperByKey(source: DataSource, key: string): Promise<PaperRow | null> {
  const rows: PaperRow[] = await source.query(
    `SELECT p.*, d.abstract FROM paper_keys k JOIN papers p ON p.id = k.paper_id
      LEFT JOIN documents d ON d.id = p.document_id WHERE k.key = $1`,
    [key],
  );
  return rows[0] ?? null;
}

const NAME_TABLES = { dataset: 'datasets', method: 'methods', task: 'tasks' } as const;

export async function mentionsOfPapers(
  source: DataSource,
  kind: keyof typeof NAME_TABLES,
  paperIds: readonly string[],
): Promise<Map<string, MentionRow[]>> {
  const rows: MentionRow[] = await source.query(
    `SELECT m.*, coalesce(n.name, m.name) AS canonical_name FROM mentions m
      LEFT JOIN ${NAME_TABLES[kind]} n ON n.slug = m.slug
      WHERE m.paper_id = ANY($1::uuid[]) AND m.kind = $2 AND m.active ORDER BY m.paper_id, m.ordinal`,
    [paperIds, kind],
  );
  return grouped(rows, (row) => row.paper_id);
}

export async function linksOfPapers(
  source: DataSource,
  paperIds: readonly string[],
): Promise<Map<string, LinkRow[]>> {
  const rows: LinkRow[] = await source.query(
    'SELECT * FROM links WHERE paper_id = ANY($1::uuid[]) AND active ORDER BY paper_id, ordinal',
    [paperIds],
  );
  return grouped(rows, (row) => row.paper_id);
}

export async function quantitiesOfPapers(
  source: DataSource,
  paperIds: readonly string[],
  limit: number,
): Promise<Map<string, QuantityRow[]>> {
  const rows: QuantityRow[] = await source.query(
    `SELECT q.* FROM unnest($1::uuid[]) AS k(paper) CROSS JOIN LATERAL (
      SELECT * FROM quantities WHERE paper_id = k.paper AND active ORDER BY ordinal LIMIT $2) q`,
    [paperIds, limit],
  );
  return grouped(rows, (row) => row.paper_id);
}
