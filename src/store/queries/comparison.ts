import type { DataSource } from 'typeorm';
import { lookedUp, type ResultColumn, type ResultPart, resultColumns } from './columns.js';
import { sortable } from './keyset.js';
import { LEVEL, LEVEL_UNIT, SETTING } from './levels.js';
import type { ResultRow } from './rows.js';
import { Parameters } from './sql.js';

/** What is read of every result that is compared. */
const JUDGED = [
  ...(['ordinal', 'form', 'gain_factor', 'setting', 'metric_better'] as const),
  ...(['metric_slug', 'metric_name', 'dataset_slug', 'dataset_name', 'baseline_slug'] as const),
] as const satisfies readonly ResultColumn[];
type Judged = (typeof JUDGED)[number];

/** A result with what decides whether it can be compared. */
export interface ComparedRow extends Omit<ResultPart, Judged>, Pick<ResultRow, Judged> {
  /** The paper or method that it is compared as. */
  readonly item: string;
  readonly setting_key: string | null;
  /** On the scale on which its metric's levels are compared; null for all but levels of known metrics. */
  readonly level: number | null;
  readonly level_unit: string;
}

const ITEMS = {
  papers: { type: 'uuid', column: 'r.paper_id' },
  methods: { type: 'text', column: 'r.subject_slug' },
} as const;
export type ComparedKind = keyof typeof ITEMS;

/**
 * Results of the things compared, those on the data sets and metrics asked for first, then the newest.
 * Numbers on the same data set or without one are read too: they tell why others are not comparable.
 * @param most rows of each item
 */
export async function readCompared(
  source: DataSource,
  kind: ComparedKind,
  items: readonly string[],
  datasets: readonly string[] | null,
  metrics: readonly string[] | null,
  most: number,
  columns: readonly ResultColumn[],
): Promise<ComparedRow[]> {
  const parameters = new Parameters();
  const { type, column } = ITEMS[kind];
  const wanted = (name: string, slugs: readonly string[] | null) =>
    slugs ? `r.${name} = ANY(${parameters.add(slugs, '::text[]')})` : 'TRUE';
  const onDataset = wanted('dataset_slug', datasets);
  const onMetric = wanted('metric_slug', metrics);
  const wantedFirst = datasets || metrics ? [`(${onDataset} AND ${onMetric}) IS TRUE DESC`] : [];
  const newestFirst = [`${sortable('r.published_on', 'date', true, 'LAST')} DESC`, 'r.id DESC'];
  const limit = parameters.add(most);
  const own = resultColumns([...JUDGED, ...columns]);
  // A list for each, so that the planner knows which of them are long.
  const lists = items.map((item, place) => {
    const key = parameters.add(item, `::${type}`);
    return `(SELECT ${key}::text AS item, ${place} AS place, ${own.select}, ${SETTING} AS setting_key,
        ${LEVEL_UNIT} AS level_unit, CASE WHEN r.form = 'absolute' THEN ${LEVEL} END AS level
      FROM results r LEFT JOIN metrics mt ON mt.slug = r.metric_slug
      WHERE ${column} = ${key} AND r.active
        AND (${onDataset} OR r.dataset_slug IS NULL) AND (${onMetric} OR r.dataset_slug IS NOT NULL)
      ORDER BY ${[...wantedFirst, ...newestFirst].join(', ')} LIMIT ${limit})`;
  });
  return source.query(
    `SELECT ${lookedUp(own)} FROM (${lists.join(' UNION ALL ')}) page
     ORDER BY page.place, page.ordinal, page.id`,
    parameters.values,
  );
}
