import type { ReportedNumber } from '../domain/index.js';
import type { MetricRow } from '../knowledge/rows.js';
import { exact, toBase } from './base-units.js';

/**
 * A level on its metric's own scale: fractions for `fraction` metrics (0.85 and 85 % are one; a plain 85 is
 * read as per cent), 0 to 100 for `percent` ones, the base or written value for `absolute` ones.
 * Null for changes, ratios and shares, and where the unit does not go with the metric.
 */
export function comparableValue(number: ReportedNumber, metric: MetricRow | null): number | null {
  if (number.form !== 'absolute' || !metric) return null;
  const { value, unit } = number;
  if (unit !== '' && unit !== '%' && metric.scale !== 'absolute') return null;
  switch (metric.scale) {
    case 'fraction':
      return exact(unit === '%' || value > 1 ? value / 100 : value);
    case 'percent':
      return exact(unit === '' && value <= 1 ? value * 100 : value);
    case 'absolute':
      return unit === '%' ? value : (toBase(number)?.value ?? value);
  }
}
