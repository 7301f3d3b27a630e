import type {
  Canonical,
  CanonicalKind,
  Extraction,
  Link,
  MethodRole,
  PaperRecord,
  Quantity,
  Result,
} from '../../src/domain/index.js';
import { METRICS } from '../../src/knowledge/quantity-knowledge.js';
import { nameIndex } from '../../src/normalisation/index.js';
import { type Store, writePapers, writeTransaction } from '../../src/store/index.js';

/** A number of an invented paper: what a test does not care about is left out. */
export interface InventedResult extends Partial<Omit<Result, 'canonical'>> {
  readonly quote: string;
}

export interface InventedPaper {
  readonly id: string;
  readonly title: string;
  readonly abstract?: string;
  readonly publishedAt?: string;
  /** On arXiv: the newer one replaces the older. */
  readonly version?: number;
  readonly source?: string;
  readonly methods?: Readonly<Record<string, MethodRole>>;
  readonly datasets?: readonly string[];
  readonly tasks?: readonly string[];
  readonly results?: readonly InventedResult[];
  readonly quantities?: readonly Pick<Quantity, 'value' | 'what'>[];
  readonly links?: readonly Pick<Link, 'url' | 'kind'>[];
  /** Short forms that the paper introduces, by name. */
  readonly aliases?: Readonly<Record<string, readonly string[]>>;
}

/** Writes papers whose readings are given, not read: what is asked of the store does not hang on the rules. */
export async function storePapers(store: Store, papers: readonly InventedPaper[]): Promise<void> {
  const records = papers.map((paper) => ({
    record: toRecord(paper),
    position: paper.id,
    extraction: toExtraction(paper),
  }));
  const context = {
    origin: 'test',
    reader: {
      extractorVersion: 'test',
      read: () => Promise.reject(new Error('not read')) as never,
    },
    describeMetric: (slug: string) => METRICS.find(({ id }) => id === slug) ?? null,
  };
  await writeTransaction(store.dataSource, (manager) => writePapers(manager, records, context));
}

function toRecord({
  id,
  title,
  abstract,
  publishedAt,
  source,
  version,
}: InventedPaper): PaperRecord {
  return {
    ...{ id, title, abstract: abstract ?? `${title}, an abstract.`, authors: [] },
    ...{
      publishedAt: publishedAt ?? null,
      updatedAt: null,
      arxivId: id,
      arxivVersion: version ?? null,
    },
    ...{ doi: null, openAlexId: null, s2Id: null, url: null, source: source ?? 'arxiv' },
  };
}

const span = (start: number) => ({ field: 'abstract' as const, start, end: start + 5 });

function toExtraction(paper: InventedPaper): Extraction {
  const mention = <R extends string>(kind: CanonicalKind, name: string, role: R, at: number) => ({
    ...{ name, role, rule: 'test', confidence: 0.9, spans: [span(at)] },
    aliases: paper.aliases?.[name] ?? [],
    canonical: canonical(kind, name) as Canonical,
  });
  return {
    extractorVersion: 'test',
    methods: Object.entries(paper.methods ?? {}).map(([name, role], at) =>
      mention('method', name, role, at),
    ),
    datasets: (paper.datasets ?? []).map((name, at) => mention('dataset', name, 'evaluated', at)),
    tasks: (paper.tasks ?? []).map((name, at) => mention('task', name, 'task', at)),
    results: (paper.results ?? []).map(toResult),
    quantities: (paper.quantities ?? []).map((quantity, at) => ({
      ...{ quote: 'quote', span: span(at), unit: '', rule: 'test' },
      ...quantity,
    })),
    links: (paper.links ?? []).map((link, at) => ({ ...link, span: span(at), rule: 'test' })),
  };
}

function canonical(kind: CanonicalKind, name: string | null | undefined): Canonical | null {
  return name ? { slug: nameIndex.slugOf(kind, name), name } : null;
}

function toResult(result: InventedResult, at: number): Result {
  const { metric = null, dataset = null, task = null, subject = null, baseline = null } = result;
  return {
    ...{ span: span(10 * at), value: 1, high: null, unit: '', form: 'absolute', direction: null },
    ...{ better: null, bound: 'exact', category: 'quality', setting: null },
    ...{ rule: 'test', reason: 'test', confidence: 0.9, baseValue: null, baseHigh: null },
    ...{ baseUnit: null, comparableValue: null, gainFactor: null, gainHigh: null, gainKind: null },
    check: 'unchecked',
    ...result,
    ...{ metric, dataset, task, subject, baseline },
    canonical: {
      metric: canonical('metric', metric),
      dataset: canonical('dataset', dataset),
      task: canonical('task', task),
      subject: canonical('method', subject),
      baseline: canonical('method', baseline),
    },
  };
}
