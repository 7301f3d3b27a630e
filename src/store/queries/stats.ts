import type { DataSource } from 'typeorm';
import type { PaperFilter, ResultFilter } from './filter-inputs.js';
import { paperCondition } from './paper-filter.js';
import { resultCondition } from './result-filter.js';
import { Parameters } from './sql.js';

export type Interval = 'MONTH' | 'QUARTER' | 'YEAR';

/** How a period is written: `2024-05`, `2024-Q2`, `2024`. */
const FORMATS: Readonly<Record<Interval, string>> = {
  MONTH: 'YYYY-MM',
  QUARTER: 'YYYY-"Q"Q',
  YEAR: 'YYYY',
};

export interface PeriodRow {
  readonly period: string;
  /** First day, ISO. */
  readonly start: string;
  readonly papers: number;
}

export interface ResultPeriodRow extends PeriodRow {
  readonly results: number;
  readonly median_gain: number | null;
  readonly best_gain: number | null;
  readonly median_value: number | null;
  readonly lowest_value: number | null;
  readonly highest_value: number | null;
  /** Null where it was not looked at. */
  readonly median_confidence: number | null;
}

export interface PaperPeriodRow extends PeriodRow {
  readonly with_code: number;
  readonly without_abstract: number;
}

function period(column: string, interval: Interval): string {
  return `to_char(${column}, '${FORMATS[interval]}') AS period,
    min(date_trunc('${interval.toLowerCase()}', ${column})::date)::text AS start`;
}

const median = (column: string): string => `percentile_cont(0.5) WITHIN GROUP (ORDER BY ${column})`;

/**
 * Results that fit a filter over the dates of their papers, oldest first; those without a date are left out.
 * @param levels whether to look at the levels: those of different metrics have no median
 * @param confidence whether to look at the confidence, which no index holds beside the rest
 */
export function readResultStats(
  source: DataSource,
  interval: Interval,
  filter: ResultFilter | null,
  levels: boolean,
  confidence: boolean,
): Promise<ResultPeriodRow[]> {
  const parameters = new Parameters();
  const ofLevels = (aggregate: string) => (levels ? aggregate : 'NULL::double precision');
  return source.query(
    `SELECT ${period('r.published_on', interval)},
      count(DISTINCT r.paper_id)::int AS papers, count(*)::int AS results,
      ${median('r.gain_factor')} AS median_gain, max(r.gain_factor) AS best_gain,
      ${ofLevels(median('r.comparable_value'))} AS median_value,
      ${ofLevels('min(r.comparable_value)')} AS lowest_value,
      ${ofLevels('max(r.comparable_value)')} AS highest_value, ${confidence ? median('r.confidence') : 'NULL::double precision'} AS median_confidence
     FROM results r WHERE r.active AND r.published_on IS NOT NULL AND ${resultCondition(filter, parameters)}
     GROUP BY 1 ORDER BY 1`,
    parameters.values,
  );
}

/** Papers that fit a filter over their dates, oldest first; those without a date are left out. */
export function readPaperStats(
  source: DataSource,
  interval: Interval,
  filter: PaperFilter | null,
): Promise<PaperPeriodRow[]> {
  const parameters = new Parameters();
  return source.query(
    `SELECT ${period('p.published_on', interval)}, count(*)::int AS papers,
      count(*) FILTER (WHERE p.has_code)::int AS with_code,
      count(*) FILTER (WHERE p.without_abstract)::int AS without_abstract
     FROM papers p WHERE p.published_on IS NOT NULL AND ${paperCondition(filter, parameters)}
     GROUP BY 1 ORDER BY 1`,
    parameters.values,
  );
}
