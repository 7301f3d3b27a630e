import { METRICS } from '../knowledge/quantity-knowledge.js';
import type { MetricRow } from '../knowledge/rows.js';

const byForm = new Map<string, MetricRow>();
for (const metric of METRICS) {
  for (const form of [metric.name, ...metric.aliases]) {
    const key = form.toLowerCase();
    if (!byForm.has(key)) byForm.set(key, metric);
  }
}

/**
 * The row of a metric by any of its names, case folded; a name that ends with a known one is a kind of it, as
 * "zero-shot accuracy" is of accuracy. Null for a metric that no list knows.
 */
export function metricByName(name: string): MetricRow | null {
  const words = name.toLowerCase().split(' ');
  for (let from = 0; from < words.length; from++) {
    const row = exactly(words.slice(from).join(' '));
    if (row) return row;
  }
  return null;
}

function exactly(folded: string): MetricRow | null {
  return byForm.get(folded) ?? byForm.get(folded.replace(/s$/, '')) ?? null;
}
