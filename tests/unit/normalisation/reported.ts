import type { ReportedNumber } from '../../../src/domain/index.js';

/** A reported number of which a test says only what it is about. */
export function reported(parts: Partial<ReportedNumber>): ReportedNumber {
  return {
    quote: '',
    span: { field: 'abstract', start: 0, end: 0 },
    value: 0,
    high: null,
    unit: '',
    form: 'absolute',
    direction: null,
    better: null,
    bound: 'exact',
    metric: null,
    category: 'quality',
    dataset: null,
    task: null,
    subject: null,
    baseline: null,
    setting: null,
    rule: 'level.plain',
    reason: '',
    confidence: 0.5,
    ...parts,
  };
}
