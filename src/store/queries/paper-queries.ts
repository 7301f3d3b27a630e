import type { DataSource } from 'typeorm';
import { type CanonicalKind, ClaimgraphError } from '../../domain/index.js';
import { canonicalKey } from '../write/identity.js';
import type { PaperFilter } from './filter-inputs.js';
import type { NestedList } from './nested-page.js';
import { paperCondition, searchQuery } from './paper-filter.js';
import type { LinkRow, MentionRow, PaperRow } from './rows.js';
import { type Order, type SortColumn, sortKeys } from './sort.js';
import type { Parameters } from './sql.js';

export type PaperOrderField = 'PUBLISHED_AT' | 'UPDATED_AT' | 'STORED_AT' | 'TITLE' | 'RELEVANCE';

const COLUMNS: Readonly<Record<Exclude<PaperOrderField, 'RELEVANCE'>, SortColumn>> = {
  PUBLISHED_AT: { column: 'p.published_on', type: 'date', nullable: true },
  UPDATED_AT: { column: 'p.updated_on', type: 'date', nullable: true },
  STORED_AT: { column: 'p.changed_at', type: 'timestamptz', nullable: false },
  TITLE: { column: 'left(p.title, 200) COLLATE "C"', type: 'text', nullable: true },
};
const TIE: SortColumn = { column: 'p.id', type: 'uuid', nullable: false };
const TEXT = {
  joins: 'LEFT JOIN documents d ON d.id = page.document_id',
  joinSelect: 'd.abstract',
};

/** Papers that fit a filter; a parent is a canonical thing that they name or report on. */
export function paperList(
  filter: PaperFilter | null,
  orders: readonly Order<PaperOrderField>[],
  kind: CanonicalKind = 'method',
): NestedList {
  return {
    select: 'p.*',
    from: () => 'papers p',
    where: (parameters) => paperCondition(filter, parameters),
    keys: (parameters) =>
      sortKeys(orders, { ...COLUMNS, RELEVANCE: relevance(filter, orders, parameters) }, TIE),
    identity: ['papers', kind, filter],
    ...TEXT,
    parentType: 'text',
    ofParent: (slug) => `p.id IN (${papersNaming(kind, slug)})`,
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
    column: `(SELECT ts_rank(document_vector(d.title, d.abstract), ${searchQuery(text, parameters)})::double precision
      FROM documents d WHERE d.id = p.document_id)`,
    type: 'double precision',
    nullable: true,
  };
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
    [canonicalKey(key)],
  );
  return rows[0] ?? null;
}

/** What a paper names and links to, in reading order of each kind. */
export interface FindingRows {
  readonly mentions: readonly MentionRow[];
  readonly links: readonly LinkRow[];
}

/** Names and links of papers, in one statement. */
export async function findingsOfPapers(
  source: DataSource,
  paperIds: readonly string[],
): Promise<Map<string, FindingRows>> {
  const rows: (FindingRows & { readonly id: string })[] = await source.query(
    `SELECT k.id,
      (SELECT coalesce(json_agg(to_jsonb(m) || jsonb_build_object('canonical_name', coalesce(me.name, da.name, ta.name, m.name))
          ORDER BY m.kind, m.ordinal), '[]')
        FROM mentions m LEFT JOIN methods me ON m.kind = 'method' AND me.slug = m.slug
        LEFT JOIN datasets da ON m.kind = 'dataset' AND da.slug = m.slug
        LEFT JOIN tasks ta ON m.kind = 'task' AND ta.slug = m.slug
        WHERE m.paper_id = k.id AND m.active) AS mentions,
      (SELECT coalesce(json_agg(l ORDER BY l.ordinal), '[]') FROM links l WHERE l.paper_id = k.id AND l.active) AS links
     FROM unnest($1::uuid[]) AS k (id)`,
    [paperIds],
  );
  return new Map(rows.map(({ id, ...findings }) => [id, findings]));
}
