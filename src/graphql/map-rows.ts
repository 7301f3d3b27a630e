import type { CanonicalKind } from '../domain/index.js';
import { METRICS } from '../knowledge/quantity-knowledge.js';
import type {
  LinkRow,
  MentionPart,
  PaperPart,
  QuantityRow,
  ResultPart,
} from '../store/queries/index.js';
import { type NodeKind, toGlobalId } from './global-id.js';
import type { Dataset, Method, Metric, Task } from './types/named.type.js';
import type {
  DatasetMention,
  Link,
  MethodMention,
  Paper,
  Quantity,
  TaskMention,
} from './types/paper.type.js';
import type { Result, Span } from './types/result.type.js';

export const NODE_KIND: Readonly<Record<CanonicalKind, NodeKind>> = {
  method: 'Method',
  dataset: 'Dataset',
  task: 'Task',
  metric: 'Metric',
};

const METRIC_FACTS = new Map(METRICS.map((metric) => [metric.id, metric]));

/** The canonical thing of a slug. What is known of a metric is known without asking the store. */
export function toNamed(
  kind: CanonicalKind,
  slug: string,
  name: string | null,
  papers?: number,
): Method & Dataset & Task & Metric {
  const facts = kind === 'metric' ? METRIC_FACTS.get(slug) : undefined;
  return {
    __kind: NODE_KIND[kind],
    id: toGlobalId(NODE_KIND[kind], slug),
    slug,
    name: name ?? facts?.name ?? slug,
    papers,
    better: facts?.better ?? null,
    scale: facts?.scale ?? null,
    category: facts?.category ?? null,
  } as Method & Dataset & Task & Metric;
}

/** What was not read of the row is undefined: nothing selects it. */
export function toPaper(row: PaperPart): Paper {
  return {
    __kind: 'Paper',
    id: toGlobalId('Paper', row.id),
    rowId: row.id,
    title: row.title,
    abstract: row.abstract,
    authors: row.authors,
    publishedAt: row.published_at,
    updatedAt: row.updated_at,
    arxivId: row.arxiv_id,
    arxivVersion: row.arxiv_version,
    doi: row.doi,
    openAlexId: row.openalex_id,
    s2Id: row.s2_id,
    url: row.url,
    source: row.source,
    hasCode: row.has_code,
    withoutAbstract: row.without_abstract,
    storedAt: row.changed_at,
  } as unknown as Paper;
}

type Optional<T> = T | null | undefined;

function named(kind: CanonicalKind, slug: Optional<string>, name: Optional<string>) {
  return slug ? toNamed(kind, slug, name ?? null) : null;
}

function spanOf(row: { field?: string; start_offset?: number; end_offset?: number }): Span {
  return { field: row.field, start: row.start_offset, end: row.end_offset } as Span;
}

/** What was not read of the row is undefined: nothing selects it. */
export function toResult(row: ResultPart): Result {
  return {
    __kind: 'Result',
    id: toGlobalId('Result', row.id),
    paperId: row.paper_id,
    corrected: row.corrected,
    quote: row.quote,
    span: spanOf(row),
    value: row.value,
    high: row.high,
    unit: row.unit,
    form: row.form,
    direction: row.direction,
    better: row.better,
    bound: row.bound,
    category: row.category,
    metricName: row.metric,
    datasetName: row.dataset,
    taskName: row.task,
    subjectName: row.subject,
    baselineName: row.baseline,
    setting: row.setting,
    rule: row.rule,
    reason: row.reason,
    confidence: row.confidence,
    baseValue: row.base_value,
    baseHigh: row.base_high,
    baseUnit: row.base_unit,
    comparableValue: row.comparable_value,
    gain: { factor: row.gain_factor, high: row.gain_high, kind: row.gain_kind },
    check: row.check_status,
    metric: named('metric', row.metric_slug, row.metric_name),
    dataset: named('dataset', row.dataset_slug, row.dataset_name),
    task: named('task', row.task_slug, row.task_name),
    subject: named('method', row.subject_slug, row.subject_name),
    baseline: named('method', row.baseline_slug, row.baseline_name),
  } as unknown as Result;
}

export function toMention(row: MentionPart): MethodMention & DatasetMention & TaskMention {
  return {
    name: row.name,
    aliases: row.aliases,
    spans: row.spans,
    rule: row.rule,
    confidence: row.confidence,
    role: row.role,
    [row.kind]: toNamed(row.kind, row.slug, row.canonical_name ?? null),
  } as unknown as MethodMention & DatasetMention & TaskMention;
}

export function toQuantity(row: QuantityRow): Quantity {
  const { quote, value, unit, what } = row;
  return { quote, span: spanOf(row), value, unit, what, paperId: row.paper_id } as Quantity;
}

export function toLink(row: LinkRow): Link {
  return { url: row.url, kind: row.kind, span: spanOf(row) } as Link;
}
