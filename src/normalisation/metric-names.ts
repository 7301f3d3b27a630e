import { METRICS } from '../knowledge/quantity-knowledge.js';
import type { MetricRow } from '../knowledge/rows.js';

const byForm = new Map<string, MetricRow>();
for (const metric of METRICS) {
  for (const form of [metric.name, ...metric.aliases]) {
    const key = form.toLowerCase();
    if (!byForm.has(key)) byForm.set(key, metric);
  }
}

/** The row of a metric by any of its names, case folded; null for a metric that no list knows. */
export function metricByName(name: string): MetricRow | null {
  const folded = name.toLowerCase();
  return byForm.get(folded) ?? byForm.get(folded.replace(/s$/, '')) ?? null;
}
