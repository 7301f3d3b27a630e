import type { DataSource } from 'typeorm';
import type { CanonicalKind } from '../../domain/index.js';
import type { PaperFilter, ResultFilter } from './filter-inputs.js';
import { NAME_TABLES } from './name-queries.js';
import { paperCondition } from './paper-filter.js';
import { resultCondition } from './result-filter.js';
import { type Condition, Parameters } from './sql.js';

export interface FacetBucket {
  readonly key: string;
  /** The canonical name where the key is a slug. */
  readonly title: string;
  readonly count: number;
}

export interface Facets {
  readonly buckets: readonly FacetBucket[];
  /** Rows in groups beyond those listed. */
  readonly otherCount: number;
  /** All groups, listed or not. */
  readonly groupsCount: number;
  /** Rows without a value. */
  readonly missingCount: number;
}

interface FacetField {
  readonly expression: string;
  /** Whose canonical names the keys stand for. */
  readonly kind?: CanonicalKind;
}

export const RESULT_FACETS = {
  CATEGORY: { expression: 'r.category' },
  METRIC: { expression: 'r.metric_slug', kind: 'metric' },
  DATASET: { expression: 'r.dataset_slug', kind: 'dataset' },
  TASK: { expression: 'r.task_slug', kind: 'task' },
  METHOD: { expression: 'r.subject_slug', kind: 'method' },
  BASELINE: { expression: 'r.baseline_slug', kind: 'method' },
  FORM: { expression: 'r.form' },
  DIRECTION: { expression: 'r.direction' },
  BOUND: { expression: 'r.bound' },
  CHECK: { expression: 'r.check_status' },
  GAIN_KIND: { expression: 'r.gain_kind' },
  UNIT: { expression: `nullif(r.unit, '')` },
  SETTING: { expression: 'r.setting_key' },
  RULE: { expression: 'r.rule' },
  YEAR: { expression: `to_char(r.published_on, 'YYYY')` },
  MONTH: { expression: `to_char(r.published_on, 'YYYY-MM')` },
  SOURCE: { expression: '(SELECT p.source FROM papers p WHERE p.id = r.paper_id)' },
} as const satisfies Record<string, FacetField>;
export type ResultFacetField = keyof typeof RESULT_FACETS;

/** Groups the results that fit a filter, the largest group first. */
export function readResultFacets(
  source: DataSource,
  field: ResultFacetField,
  filter: ResultFilter | null,
  first: number,
): Promise<Facets> {
  const parameters = new Parameters();
  const facet: FacetField = RESULT_FACETS[field];
  const condition = `r.active AND ${resultCondition(filter, parameters)}`;
  return readFacets(
    source,
    facet,
    grouping(facet.expression, 'results r', condition),
    first,
    parameters,
  );
}

/** What papers are grouped by: a column of theirs, or what they name or report, once a paper. */
const PAPER_COLUMNS = {
  SOURCE: { expression: 'p.source' },
  YEAR: { expression: `to_char(p.published_on, 'YYYY')` },
  MONTH: { expression: `to_char(p.published_on, 'YYYY-MM')` },
  HAS_CODE: { expression: 'p.has_code::text' },
} as const satisfies Record<string, FacetField>;
const MENTIONED = { METHOD: 'method', DATASET: 'dataset', TASK: 'task' } as const;
const REPORTED = {
  METRIC: { expression: 'r.metric_slug', kind: 'metric' },
  CATEGORY: { expression: 'r.category' },
} as const satisfies Record<string, FacetField>;
export type PaperFacetField =
  | keyof typeof PAPER_COLUMNS
  | keyof typeof MENTIONED
  | keyof typeof REPORTED;

/** Groups the papers that fit a filter, the largest group first; a paper is counted once in each group. */
export function readPaperFacets(
  source: DataSource,
  field: PaperFacetField,
  filter: PaperFilter | null,
  first: number,
): Promise<Facets> {
  const parameters = new Parameters();
  const condition = paperCondition(filter, parameters);
  if (field in PAPER_COLUMNS) {
    const facet: FacetField = PAPER_COLUMNS[field as keyof typeof PAPER_COLUMNS];
    const groups = grouping(facet.expression, 'papers p', condition);
    return readFacets(source, facet, groups, first, parameters);
  }
  const { facet, join } = paperRelation(field as keyof typeof MENTIONED | keyof typeof REPORTED);
  const once = `(SELECT DISTINCT p.id, ${facet.expression} AS value FROM papers p LEFT JOIN ${join} WHERE ${condition}) o`;
  return readFacets(source, facet, grouping('o.value', once, 'TRUE'), first, parameters);
}

function paperRelation(field: keyof typeof MENTIONED | keyof typeof REPORTED): {
  facet: FacetField;
  join: string;
} {
  if (field === 'METRIC' || field === 'CATEGORY') {
    return { facet: REPORTED[field], join: 'results r ON r.paper_id = p.id AND r.active' };
  }
  const kind = MENTIONED[field];
  return {
    facet: { expression: 'm.slug', kind },
    join: `mentions m ON m.paper_id = p.id AND m.active AND m.kind = '${kind}'`,
  };
}

function grouping(expression: string, from: string, condition: Condition): string {
  return `SELECT ${expression} AS key, count(*) AS count FROM ${from} WHERE ${condition} GROUP BY 1`;
}

interface FacetRow {
  readonly key: string | null;
  readonly title: string | null;
  readonly count: string;
  readonly groups: string;
  readonly total: string | null;
  readonly missing: string | null;
}

/** One statement: the windows count all groups, those beyond the limit included. */
async function readFacets(
  source: DataSource,
  { kind }: FacetField,
  groups: string,
  first: number,
  parameters: Parameters,
): Promise<Facets> {
  // One row more, so that the group of rows without a value, which stands last, still tells its windows.
  const top = `SELECT g.key, g.count, count(g.key) OVER () AS groups,
      sum(g.count) FILTER (WHERE g.key IS NOT NULL) OVER () AS total,
      sum(g.count) FILTER (WHERE g.key IS NULL) OVER () AS missing
    FROM (${groups}) g ORDER BY g.key IS NULL, g.count DESC, g.key COLLATE "C" LIMIT ${parameters.add(first + 1)}`;
  const named = kind ? `LEFT JOIN ${NAME_TABLES[kind]} n ON n.slug = t.key` : '';
  const rows: FacetRow[] = await source.query(
    `SELECT t.*, ${kind ? 'n.name' : 't.key'} AS title FROM (${top}) t ${named}
     ORDER BY t.key IS NULL, t.count DESC, t.key COLLATE "C"`,
    parameters.values,
  );
  const buckets = rows
    .slice(0, first)
    .flatMap(({ key, title, count }) =>
      key === null ? [] : [{ key, title: title ?? key, count: Number(count) }],
    );
  const listed = buckets.reduce((sum, { count }) => sum + count, 0);
  return {
    buckets,
    otherCount: Number(rows[0]?.total ?? 0) - listed,
    groupsCount: Number(rows[0]?.groups ?? 0),
    missingCount: Number(rows[0]?.missing ?? 0),
  };
}
