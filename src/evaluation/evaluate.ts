import type { Extraction, PaperReader } from '../domain/index.js';
import type { AnnotatedPaper, PaperText } from './annotation.js';
import { type Counted, matchNames } from './match-names.js';
import {
  type Agreement,
  agreement,
  cutsQuote,
  RESULT_FIELDS,
  type SystemResult,
  sameNumber,
} from './match-results.js';

/** What is measured, in the order that it is shown in. */
export const FIELDS = [
  ...['datasets', 'datasets with role', 'models', 'models with role', 'tasks'],
  ...['results: offsets', ...RESULT_FIELDS.map((field) => `results: ${field}`)],
] as const;

/** The counts of one paper, by field. */
export type PaperCounts = Readonly<Record<string, Counted>>;

export interface PaperEvaluation {
  readonly id: string;
  readonly counts: PaperCounts;
  /** One line for each miss, false alarm and wrong field. */
  readonly faults: readonly string[];
}

/**
 * Reads every annotated paper and counts what agrees. A number is the same when values are equal and quotes
 * overlap; each finer field asks for more of the same number.
 */
export function evaluate(
  gold: readonly AnnotatedPaper[],
  texts: readonly PaperText[],
  reader: PaperReader,
): PaperEvaluation[] {
  const byId = new Map(texts.map((text) => [text.id, text]));
  return gold.flatMap((annotation) => {
    const text = byId.get(annotation.id);
    return text ? [evaluatePaper(annotation, text, reader.read(text.title, text.abstract))] : [];
  });
}

function evaluatePaper(
  gold: AnnotatedPaper,
  paper: PaperText,
  system: Extraction,
): PaperEvaluation {
  const tasks = [
    ...gold.tasks.map((name) => ({ name })),
    ...(gold.tasks_optional ?? []).map((name) => ({ name, optional: true })),
  ];
  const { pairs, optional, missed, wrong } = pairResults(gold, paper, system);
  const goldNames = { datasets: gold.datasets, methods: gold.models };
  const agreed = pairs.map(([mine, theirs]) => agreement(mine, theirs, goldNames, system));
  const results = {
    system: system.results.length - optional,
    gold: gold.results.filter((result) => !result.optional).length,
  };
  const cut = system.results.filter((result) => cutsQuote(paper, result)).length;
  const fields = RESULT_FIELDS.map((field) => [
    `results: ${field}`,
    { hits: agreed.filter((one) => one[field]).length, ...results },
  ]);
  return {
    id: gold.id,
    counts: {
      datasets: matchNames(gold.datasets, system.datasets),
      'datasets with role': matchNames(gold.datasets, system.datasets, true),
      models: matchNames(gold.models, system.methods),
      'models with role': matchNames(gold.models, system.methods, true),
      tasks: matchNames(tasks, system.tasks),
      'results: offsets': {
        hits: cut,
        system: system.results.length,
        gold: system.results.length,
      },
      ...Object.fromEntries(fields),
    },
    faults: [
      ...missed.map((one) => `missed: ${one.value} ${one.unit} ${one.metric} «${one.quote}»`),
      ...wrong.map((one) => `wrong: ${one.value} ${one.unit} ${one.metric} «${one.quote}»`),
      ...pairs.flatMap(([mine], at) => disagreements(mine.quote, agreed[at] as Agreement)),
    ].map((line) => `${gold.id} ${line}`),
  };
}

type Pair = readonly [AnnotatedPaper['results'][number], SystemResult];

/** Pairs numbers one to one, each of the system's with the best that is left. */
function pairResults(gold: AnnotatedPaper, paper: PaperText, system: Extraction) {
  const text = `${paper.title}\n${paper.abstract}`;
  const goldNames = { datasets: gold.datasets, methods: gold.models };
  const used = new Set<number>();
  const pairs: Pair[] = [];
  const wrong: SystemResult[] = [];
  let optional = 0;
  for (const given of system.results) {
    let best = -1;
    let bestScore = -1;
    for (const [at, mine] of gold.results.entries()) {
      if (used.has(at) || !sameNumber(text, mine, given)) continue;
      const agreed = Object.values(agreement(mine, given, goldNames, system));
      const score = 2 * agreed.filter(Boolean).length + (mine.optional ? 0 : 1);
      if (score > bestScore) [best, bestScore] = [at, score];
    }
    const mine = gold.results[best];
    if (!mine) wrong.push(given);
    else {
      used.add(best);
      if (mine.optional) optional++;
      else pairs.push([mine, given]);
    }
  }
  const missed = gold.results.filter((one, at) => !used.has(at) && !one.optional);
  return { pairs, optional, missed, wrong };
}

function disagreements(quote: string, agreed: Agreement): string[] {
  return RESULT_FIELDS.filter(
    (field) => !agreed[field] && field !== 'claim' && field !== 'tuple',
  ).map((field) => `${field} differs «${quote}»`);
}
