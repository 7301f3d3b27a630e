import type { Canonical, Extraction, Span } from '../../domain/index.js';
import { extractionIdOf, findingIdOf } from './identity.js';
import type { Row } from './insert-rows.js';

/** The document that an extraction was read from. */
export interface ReadDocument {
  readonly paperId: string;
  readonly paperKey: string;
  readonly publishedOn: string | null;
  readonly documentId: string;
  readonly contentHash: string;
}

/** What all rows of an extraction have in common. */
interface RowOrigin {
  readonly extractionId: string;
  readonly paperId: string;
  readonly active: boolean;
}

/** Rows of one extraction, by table. */
export interface ReadingRows {
  readonly extraction: Row;
  readonly mentions: readonly Row[];
  readonly results: readonly Row[];
  readonly quantities: readonly Row[];
  readonly links: readonly Row[];
}

/**
 * Everything an extraction says, as rows: inactive ones stay beside the reading that readers see. Columns are
 * written out, since V8 takes ten times as long over objects that are put together by spreading.
 */
export function readingRows(
  document: ReadDocument,
  extraction: Extraction,
  active: boolean,
): ReadingRows {
  const { paperId, paperKey, contentHash, documentId } = document;
  const id = extractionIdOf(documentId, extraction.extractorVersion);
  const identify = (kind: 'result' | 'quantity') => {
    const before = new Map<string, number>();
    return ({ field, start, end }: Span) => {
      const place = `${field} ${start} ${end}`;
      const nth = before.get(place) ?? 0;
      before.set(place, nth + 1);
      return findingIdOf(kind, paperKey, contentHash, { field, start, end }, nth);
    };
  };
  const resultId = identify('result');
  const quantityId = identify('quantity');
  const from: RowOrigin = { extractionId: id, paperId, active };
  return {
    extraction: {
      id,
      document_id: documentId,
      paper_id: paperId,
      active,
      extractor_version: extraction.extractorVersion,
    },
    mentions: mentionRows(extraction, from),
    results: extraction.results.map((result, ordinal) =>
      resultRow(result, resultId(result.span), document.publishedOn, from, ordinal),
    ),
    quantities: extraction.quantities.map(({ quote, span, value, unit, what, rule }, ordinal) => ({
      id: quantityId(span),
      extraction_id: id,
      paper_id: paperId,
      ordinal,
      active,
      quote,
      field: span.field,
      start_offset: span.start,
      end_offset: span.end,
      value,
      unit,
      what,
      rule,
    })),
    links: extraction.links.map(({ url, kind, span, rule }, ordinal) => ({
      extraction_id: id,
      paper_id: paperId,
      ordinal,
      active,
      url,
      kind,
      field: span.field,
      start_offset: span.start,
      end_offset: span.end,
      rule,
    })),
  };
}

function mentionRows(extraction: Extraction, from: RowOrigin): Row[] {
  const kinds = [
    ['dataset', extraction.datasets],
    ['method', extraction.methods],
    ['task', extraction.tasks],
  ] as const;
  return kinds.flatMap(([kind, mentions]) =>
    mentions.map(({ name, aliases, role, spans, rule, confidence, canonical }, ordinal) => ({
      extraction_id: from.extractionId,
      paper_id: from.paperId,
      ordinal,
      active: from.active,
      kind,
      slug: canonical.slug,
      name,
      aliases,
      role,
      spans,
      rule,
      confidence,
    })),
  );
}

function resultRow(
  result: Extraction['results'][number],
  id: string,
  publishedOn: string | null,
  from: RowOrigin,
  ordinal: number,
): Row {
  return {
    id,
    extraction_id: from.extractionId,
    paper_id: from.paperId,
    ordinal,
    active: from.active,
    quote: result.quote,
    field: result.span.field,
    start_offset: result.span.start,
    end_offset: result.span.end,
    value: result.value,
    high: result.high,
    unit: result.unit,
    form: result.form,
    direction: result.direction,
    better: result.better,
    bound: result.bound,
    metric: result.metric,
    category: result.category,
    dataset: result.dataset,
    task: result.task,
    subject: result.subject,
    baseline: result.baseline,
    setting: result.setting,
    rule: result.rule,
    reason: result.reason,
    confidence: result.confidence,
    base_value: result.baseValue,
    base_high: result.baseHigh,
    base_unit: result.baseUnit,
    comparable_value: result.comparableValue,
    gain_factor: result.gainFactor,
    gain_high: result.gainHigh,
    gain_kind: result.gainKind,
    check_status: result.check,
    metric_slug: slugOf(result.canonical.metric),
    dataset_slug: slugOf(result.canonical.dataset),
    task_slug: slugOf(result.canonical.task),
    subject_slug: slugOf(result.canonical.subject),
    baseline_slug: slugOf(result.canonical.baseline),
    published_on: publishedOn,
  };
}

const slugOf = (canonical: Canonical | null): string | null => canonical?.slug ?? null;
