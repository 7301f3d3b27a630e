/** A row of `papers` with its text. */
export interface PaperRow {
  readonly id: string;
  readonly key: string;
  readonly title: string | null;
  readonly abstract: string | null;
  readonly authors: readonly string[];
  readonly published_at: string | null;
  readonly updated_at: string | null;
  readonly arxiv_id: string | null;
  readonly arxiv_version: number | null;
  readonly doi: string | null;
  readonly openalex_id: string | null;
  readonly s2_id: string | null;
  readonly url: string | null;
  readonly source: string;
  readonly has_code: boolean;
  readonly without_abstract: boolean;
  readonly changed_at: Date;
}

/** A row of `results` with the canonical names of its slugs. */
export interface ResultRow {
  readonly id: string;
  readonly paper_id: string;
  readonly ordinal: number;
  readonly quote: string;
  readonly field: 'title' | 'abstract';
  readonly start_offset: number;
  readonly end_offset: number;
  readonly value: number;
  readonly high: number | null;
  readonly unit: string;
  readonly form: string;
  readonly direction: string | null;
  readonly better: boolean | null;
  readonly bound: string;
  readonly metric: string | null;
  readonly category: string;
  readonly dataset: string | null;
  readonly task: string | null;
  readonly subject: string | null;
  readonly baseline: string | null;
  readonly setting: string | null;
  readonly rule: string;
  readonly reason: string;
  readonly confidence: number;
  readonly base_value: number | null;
  readonly base_high: number | null;
  readonly base_unit: string | null;
  readonly comparable_value: number | null;
  readonly gain_factor: number | null;
  readonly gain_high: number | null;
  readonly gain_kind: string | null;
  readonly check_status: string;
  readonly metric_slug: string | null;
  readonly dataset_slug: string | null;
  readonly task_slug: string | null;
  readonly subject_slug: string | null;
  readonly baseline_slug: string | null;
  readonly corrected: boolean;
  readonly metric_name: string | null;
  readonly metric_better: string | null;
  readonly dataset_name: string | null;
  readonly task_name: string | null;
  readonly subject_name: string | null;
  readonly baseline_name: string | null;
}

export interface QuantityRow {
  readonly id: string;
  readonly paper_id: string;
  readonly ordinal: number;
  readonly quote: string;
  readonly field: 'title' | 'abstract';
  readonly start_offset: number;
  readonly end_offset: number;
  readonly value: number;
  readonly unit: string;
  readonly what: string;
  readonly rule: string;
}

export interface MentionRow {
  readonly paper_id: string;
  readonly kind: 'dataset' | 'method' | 'task';
  readonly slug: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly role: string;
  readonly spans: readonly {
    readonly field: 'title' | 'abstract';
    readonly start: number;
    readonly end: number;
  }[];
  readonly rule: string;
  readonly confidence: number;
  readonly canonical_name: string;
}

export interface LinkRow {
  readonly paper_id: string;
  readonly url: string;
  readonly kind: string;
  readonly field: 'title' | 'abstract';
  readonly start_offset: number;
  readonly end_offset: number;
}

/** A canonical thing with how often it stands in the store. */
export interface NamedRow {
  readonly slug: string;
  readonly name: string;
  readonly papers: number;
}
