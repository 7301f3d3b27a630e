import type { DataSource } from 'typeorm';
import { prepared } from '../prepared.js';
import { NAME_TABLES } from './name-queries.js';
import type { LinkRow, MentionRow } from './rows.js';

/** What a paper names and links to, in reading order of each kind. */
export interface FindingRows {
  readonly mentions: readonly MentionPart[];
  readonly links: readonly LinkRow[];
}

/** Columns of mentions that are read where they are asked for. */
const MENTION_COLUMNS = ['aliases', 'spans', 'canonical_name'] as const;
export type MentionColumn = (typeof MENTION_COLUMNS)[number];
/** A mention with the columns that were asked for. */
export type MentionPart = Omit<MentionRow, MentionColumn> & Partial<MentionRow>;

/** What to read of papers. */
export interface WantedFindings {
  readonly kinds: readonly MentionRow['kind'][];
  readonly columns: readonly MentionColumn[];
  readonly links: boolean;
}

/** Names and links of papers, in one statement. */
export async function findingsOfPapers(
  source: DataSource,
  paperIds: readonly string[],
  { kinds, columns, links }: WantedFindings,
): Promise<Map<string, FindingRows>> {
  const rows: (FindingRows & { readonly id: string })[] = await source.query(
    prepared(
      `SELECT k.id, ${listOf(mentionsSql(columns), 'f.kind, f.ordinal')} AS mentions,
        ${links ? listOf(LINKS, 'f.ordinal') : `'[]'::json`} AS links
       FROM unnest($1::uuid[]) AS k (id) WHERE $2::text[] IS NOT NULL`,
    ),
    [paperIds, kinds],
  );
  return new Map(rows.map(({ id, ...findings }) => [id, findings]));
}

const listOf = (rows: string, order: string): string =>
  `(SELECT coalesce(json_agg(f ORDER BY ${order}), '[]') FROM (${rows}) f)`;

function mentionsSql(columns: readonly MentionColumn[]): string {
  const wanted = MENTION_COLUMNS.filter((column) => columns.includes(column));
  const more = wanted.map((column) => (column === 'canonical_name' ? CANONICAL : `m.${column}`));
  const own = 'm.paper_id, m.kind, m.ordinal, m.slug, m.name, m.role, m.rule, m.confidence';
  return `SELECT ${[own, ...more].join(', ')} FROM mentions m
    WHERE m.paper_id = k.id AND m.active AND m.kind = ANY($2::text[])`;
}

const name = (kind: MentionRow['kind']) =>
  `WHEN '${kind}' THEN (SELECT n.name FROM ${NAME_TABLES[kind]} n WHERE n.slug = m.slug)`;
const CANONICAL = `coalesce(CASE m.kind ${name('method')} ${name('dataset')} ${name('task')} END, m.name) AS canonical_name`;

const LINKS = `SELECT l.paper_id, l.ordinal, l.url, l.kind, l.field, l.start_offset, l.end_offset
    FROM links l WHERE l.paper_id = k.id AND l.active`;
