import type { Columns } from './insert-rows.js';

const READ_FROM = {
  extraction_id: 'uuid',
  paper_id: 'uuid',
  ordinal: 'integer',
  active: 'boolean',
} as const;
const PLACE = {
  quote: 'text',
  field: 'text',
  start_offset: 'integer',
  end_offset: 'integer',
} as const;

export const EXTRACTION_COLUMNS: Columns = {
  ...{ id: 'uuid', document_id: 'uuid', paper_id: 'uuid', extractor_version: 'text' },
  active: 'boolean',
};
export const MENTION_COLUMNS: Columns = {
  ...READ_FROM,
  ...{ kind: 'text', slug: 'text', name: 'text', aliases: 'text[]', role: 'text', spans: 'jsonb' },
  ...{ rule: 'text', confidence: 'double precision' },
};
export const RESULT_COLUMNS: Columns = {
  id: 'uuid',
  ...READ_FROM,
  ...PLACE,
  ...{ value: 'double precision', high: 'double precision', unit: 'text', form: 'text' },
  ...{ direction: 'text', better: 'boolean', bound: 'text', metric: 'text', category: 'text' },
  ...{ dataset: 'text', task: 'text', subject: 'text', baseline: 'text', setting: 'text' },
  ...{ rule: 'text', reason: 'text', confidence: 'double precision' },
  ...{ base_value: 'double precision', base_high: 'double precision', base_unit: 'text' },
  ...{ comparable_value: 'double precision', gain_factor: 'double precision' },
  ...{ gain_high: 'double precision', gain_kind: 'text', check_status: 'text' },
  ...{ metric_slug: 'text', dataset_slug: 'text', task_slug: 'text', subject_slug: 'text' },
  ...{ baseline_slug: 'text', published_on: 'date' },
};
export const QUANTITY_COLUMNS: Columns = {
  id: 'uuid',
  ...READ_FROM,
  ...PLACE,
  ...{ value: 'double precision', unit: 'text', what: 'text', rule: 'text' },
};
export const LINK_COLUMNS: Columns = {
  ...READ_FROM,
  ...{ url: 'text', kind: 'text', field: 'text', start_offset: 'integer', end_offset: 'integer' },
  rule: 'text',
};
