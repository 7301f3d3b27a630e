import type { MetricRow } from '../../knowledge/rows.js';

/** How a metric was found; nearer ways are surer. */
export type MetricWay =
  | 'adjacent'
  | 'slot'
  | 'wording'
  | 'left'
  | 'right'
  | 'unit'
  | 'list'
  | 'acronym'
  | 'phrase'
  | 'sentence'
  | 'before';

/** The metric of a number, with the items that name it. */
export interface BoundMetric {
  /** As an index would use it. */
  readonly name: string;
  /** The row of knowledge, null for a metric that no list knows. */
  readonly row: MetricRow | null;
  readonly from: number;
  readonly to: number;
  readonly way: MetricWay;
}

const VAGUE = new Set(['performance', 'quality', 'score', 'efficiency', 'generalization']);

/** A metric that says that something is good and not what: `performance`, a bare `score`. */
export function isVague(metric: BoundMetric): boolean {
  return (
    metric.row !== null &&
    VAGUE.has(metric.row.id) &&
    (/^(?:performance|generalization)$/.test(metric.row.id) || metric.name === metric.row.name)
  );
}
