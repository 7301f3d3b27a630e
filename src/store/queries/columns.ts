import type { PaperRow, ResultRow } from './rows.js';

/** What can be read of a result beside its id and its paper's. */
export type ResultColumn = Exclude<keyof ResultRow, 'id' | 'paper_id'>;
/** A result with the columns that were asked for. */
export type ResultPart = Pick<ResultRow, 'id' | 'paper_id'> & Partial<ResultRow>;

/** What can be read of a paper beside what every answer may need. */
export type PaperColumn = Exclude<keyof PaperRow, 'id' | 'key' | 'title'>;
/** A paper with the columns that were asked for. */
export type PaperPart = Pick<PaperRow, 'id' | 'key' | 'title'> & Partial<PaperRow>;

/** Columns in SQL: those of a page's own table, and those that are looked up for its rows after the limit. */
export interface Columns {
  readonly select: string;
  readonly joinSelect?: string | undefined;
}

/** Canonical names and facts: the table that has them, and the slug that leads to them. */
const CANONICAL: Readonly<Partial<Record<ResultColumn, readonly [string, string, ResultColumn]>>> =
  {
    metric_name: ['metrics', 'name', 'metric_slug'],
    metric_better: ['metrics', 'better', 'metric_slug'],
    dataset_name: ['datasets', 'name', 'dataset_slug'],
    task_name: ['tasks', 'name', 'task_slug'],
    subject_name: ['methods', 'name', 'subject_slug'],
    baseline_name: ['methods', 'name', 'baseline_slug'],
  };

/**
 * Columns of `results r`, and what is looked up for their rows.
 * @param rows the name of those rows where the lookups stand
 */
export function resultColumns(wanted: readonly ResultColumn[], rows = 'page'): Columns {
  const own = new Set<string>(['id', 'paper_id']);
  const looked: string[] = [];
  for (const column of new Set(wanted)) {
    const [table, fact, slug] = CANONICAL[column] ?? [];
    own.add(slug ?? column);
    // By key, row by row: a join of every table would be planned anew with each statement, for longer than it runs.
    if (table)
      looked.push(`(SELECT n.${fact} FROM ${table} n WHERE n.slug = ${rows}.${slug}) AS ${column}`);
  }
  const select = [...own].map((column) => `r.${column}`).join(', ');
  return looked.length > 0 ? { select, joinSelect: looked.join(', ') } : { select };
}

/** Columns of `papers p`; the abstract is looked up for rows of `page`. */
export function paperColumns(wanted: readonly PaperColumn[]): Columns {
  const own = new Set<string>(['id', 'key', 'title', ...wanted]);
  if (!own.delete('abstract')) return { select: listed(own) };
  return {
    select: listed(own.add('document_id')),
    joinSelect: '(SELECT d.abstract FROM documents d WHERE d.id = page.document_id) AS abstract',
  };
}

const listed = (columns: ReadonlySet<string>): string =>
  [...columns].map((column) => `p.${column}`).join(', ');

/** `SELECT` of a page with what is looked up for its rows. */
export function lookedUp({ joinSelect }: Columns): string {
  return joinSelect ? `page.*, ${joinSelect}` : 'page.*';
}
