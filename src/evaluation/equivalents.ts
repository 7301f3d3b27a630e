import { readFileSync } from 'node:fs';

interface Rows {
  readonly metricNames: readonly (readonly [string, string])[];
  readonly metricWords: Readonly<Record<string, string>>;
  readonly units: Readonly<Record<string, string>>;
}

const rows = JSON.parse(
  readFileSync(new URL('./equivalents.json', import.meta.url), 'utf8'),
) as Rows;

/** Spellings that mean one metric or one unit; `''` for words that tell no metric from another. */
export const EQUIVALENTS = {
  metricNames: rows.metricNames,
  metricWords: new Map(Object.entries(rows.metricWords)),
  units: new Map(Object.entries(rows.units)),
} as const;
