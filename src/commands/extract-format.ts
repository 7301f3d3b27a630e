import type { Extraction, Mention, Result } from '../domain/index.js';

/** One paper's reading as `extract` prints it: names, values and units as written, normalised ones beside them. */
export function toExtractLine(id: string, extraction: Extraction) {
  return {
    id,
    datasets: extraction.datasets.map(named),
    models: extraction.methods.map(named),
    tasks: extraction.tasks.map(({ name }) => name),
    results: extraction.results.map(resultLine),
    quantities: extraction.quantities.map(({ span, rule, ...quantity }) => ({
      ...quantity,
      ...span,
      rule,
    })),
    links: extraction.links.map(({ url, kind, span, rule }) => ({ url, kind, ...span, rule })),
    extractorVersion: extraction.extractorVersion,
  };
}

function named({
  name,
  aliases,
  role,
  canonical,
}: Mention<string> & { canonical: { name: string } }) {
  return { name, role, ...(aliases.length ? { aliases } : {}), canonical: canonical.name };
}

function resultLine({ span, canonical, reason: _reason, ...result }: Result) {
  return {
    ...result,
    ...span,
    canonical: {
      metric: canonical.metric?.name ?? null,
      dataset: canonical.dataset?.name ?? null,
      task: canonical.task?.name ?? null,
      subject: canonical.subject?.name ?? null,
      baseline: canonical.baseline?.name ?? null,
    },
  };
}
