import type { Canonical, CanonicalKind, Extraction, Mention } from '../domain/index.js';
import { toNamed } from './map-rows.js';
import type { ExtractionResult } from './types/paper.type.js';
import type { ExtractedResult } from './types/result.type.js';

/** A reading that was not stored, as the API's types. */
export function toExtraction(extraction: Extraction): ExtractionResult {
  return {
    extractorVersion: extraction.extractorVersion,
    methods: extraction.methods.map((mention) => ({
      ...mention,
      method: named('method', mention),
    })),
    datasets: extraction.datasets.map((mention) => ({
      ...mention,
      dataset: named('dataset', mention),
    })),
    tasks: extraction.tasks.map((mention) => ({ ...mention, task: named('task', mention) })),
    results: extraction.results.map(toExtractedResult),
    quantities: extraction.quantities,
    links: extraction.links,
  } as unknown as ExtractionResult;
}

function named(kind: CanonicalKind, { canonical }: Mention<string> & { canonical: Canonical }) {
  return toNamed(kind, canonical.slug, canonical.name);
}

function toExtractedResult(result: Extraction['results'][number]): ExtractedResult {
  const {
    canonical,
    metric,
    dataset,
    task,
    subject,
    baseline,
    gainFactor,
    gainHigh,
    gainKind,
    ...rest
  } = result;
  const of = (kind: CanonicalKind, thing: Canonical | null) =>
    thing && toNamed(kind, thing.slug, thing.name);
  return {
    ...rest,
    metricName: metric,
    datasetName: dataset,
    taskName: task,
    subjectName: subject,
    baselineName: baseline,
    gain: { factor: gainFactor, high: gainHigh, kind: gainKind },
    metric: of('metric', canonical.metric),
    dataset: of('dataset', canonical.dataset),
    task: of('task', canonical.task),
    subject: of('method', canonical.subject),
    baseline: of('method', canonical.baseline),
  } as unknown as ExtractedResult;
}
