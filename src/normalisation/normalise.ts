import type {
  Canonical,
  Extraction,
  Findings,
  Mention,
  Named,
  NormalisedValues,
  ReportedNumber,
  Result,
} from '../domain/index.js';
import { toBase } from './base-units.js';
import { canonicalOf } from './canonical.js';
import { checkSums } from './checked-sums.js';
import { comparableValue } from './comparable.js';
import { gainOf, gainOverLevel } from './gain.js';
import { canonicalDataset, canonicalMethod, canonicalTask } from './known-names.js';
import { metricByName } from './metric-names.js';

type Resolve = (name: string) => Canonical | null;

/** Adds to the findings of one document all that is computed from them. */
export function normalise(findings: Findings, extractorVersion: string): Extraction {
  const datasets = named(findings.datasets, canonicalDataset);
  const methods = named(findings.methods, canonicalMethod);
  const tasks = named(findings.tasks, canonicalTask);
  const resolve = {
    dataset: within(datasets, canonicalDataset),
    method: within(methods, canonicalMethod),
    task: within(tasks, canonicalTask),
  };
  const checks = checkSums(findings.results);
  return {
    extractorVersion,
    datasets,
    methods,
    tasks,
    results: findings.results.map(
      (result, at): Result => ({
        ...result,
        ...valuesOf(result, findings.results[at - 1], findings.results[at + 1]),
        check: checks[at] ?? 'unchecked',
        canonical: {
          metric: result.metric === null ? null : canonicalMetric(result.metric),
          dataset: result.dataset === null ? null : resolve.dataset(result.dataset),
          task: result.task === null ? null : resolve.task(result.task),
          subject: result.subject === null ? null : resolve.method(result.subject),
          baseline: result.baseline === null ? null : resolve.method(result.baseline),
        },
      }),
    ),
    quantities: findings.quantities,
    links: findings.links,
  };
}

/** What is computed from one number alone, as after a person's correction; its sums stay unchecked. */
export function normaliseNumber(number: ReportedNumber): NormalisedValues {
  const { metric, dataset, task, subject, baseline } = number;
  const known = (name: string | null, resolve: Resolve): Canonical | null =>
    name === null ? null : (resolve(name) ?? canonicalOf(name));
  return {
    ...valuesOf(number),
    check: 'unchecked',
    canonical: {
      metric: known(metric, canonicalMetric),
      dataset: known(dataset, canonicalDataset),
      task: known(task, canonicalTask),
      subject: known(subject, canonicalMethod),
      baseline: known(baseline, canonicalMethod),
    },
  };
}

function canonicalMetric(name: string): Canonical | null {
  const row = metricByName(name);
  return row ? { slug: row.id, name: row.name } : canonicalOf(name);
}

function valuesOf(result: ReportedNumber, before?: ReportedNumber, after?: ReportedNumber) {
  const base = toBase(result);
  const gain = gainOf(result);
  const other = levelSetAgainst(result, before, after);
  return {
    baseValue: base?.value ?? null,
    baseHigh: base?.high ?? null,
    baseUnit: base?.unit ?? null,
    comparableValue: comparableValue(
      result,
      result.metric === null ? null : metricByName(result.metric),
    ),
    gainFactor: other ? gainOverLevel(result, other) : gain.factor,
    gainHigh: gain.high,
    gainKind: gain.kind,
  };
}

/** `from A to B`, `B vs. A`: the level A to which B is compared; null for all else. */
function levelSetAgainst(
  result: ReportedNumber,
  before: ReportedNumber | undefined,
  after: ReportedNumber | undefined,
): ReportedNumber | null {
  if (result.form !== 'absolute') return null;
  if (result.rule === 'level.to' && before?.rule === 'level.from') return before;
  return after?.rule === 'level.versus' ? after : null;
}

function named<M extends Mention<string>>(mentions: readonly M[], known: Resolve): Named<M>[] {
  return mentions.flatMap((mention) => {
    const canonical = resolveMention(mention, known);
    return canonical ? [{ ...mention, canonical }] : [];
  });
}

/** A mention is what any of its forms is known as, and otherwise itself. */
function resolveMention(mention: Mention<string>, known: Resolve): Canonical | null {
  for (const form of [mention.name, ...mention.aliases]) {
    const found = known(form);
    if (found) return found;
  }
  return canonicalOf(mention.name);
}

/** An alias found in a paper holds within that paper, before any list. */
function within(mentions: readonly Named<Mention<string>>[], known: Resolve): Resolve {
  const local = new Map<string, Canonical>();
  for (const { name, aliases, canonical } of mentions) {
    for (const form of [name, ...aliases]) local.set(form, canonical);
  }
  return (name) => local.get(name) ?? known(name) ?? canonicalOf(name);
}
