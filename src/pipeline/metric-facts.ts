import { METRICS } from '../knowledge/quantity-knowledge.js';
import type { DescribeMetric, MetricFacts } from '../store/index.js';

const facts = new Map<string, MetricFacts>(
  METRICS.map(({ id, better, scale, category }) => [id, { better, scale, category }]),
);

/** What knowledge says about a canonical metric; null for those it does not have. */
export const describeMetric: DescribeMetric = (slug) => facts.get(slug) ?? null;
