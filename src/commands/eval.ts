import { readFile } from 'node:fs/promises';
import { type Command, InvalidArgumentError } from 'commander';
import { ClaimgraphError } from '../domain/index.js';
import {
  evaluate,
  type FieldScore,
  readAnnotation,
  readTexts,
  scoresOf,
} from '../evaluation/index.js';
import { createPaperReader } from '../pipeline/index.js';
import { say, writeLine } from './output.js';

interface EvalFlags {
  readonly gold: string;
  readonly papers: string;
  readonly json?: boolean;
  readonly errors: number;
}

/** One annotated paper over several lines, as a person reads it: the help shows it, a test reads it. */
const EXAMPLE = `{"id": "p-1",
  "datasets": [{"name": "ImageNet", "role": "evaluated", "aliases": ["ILSVRC"]}],
  "models": [{"name": "SlimNet", "role": "proposed"}],
  "tasks": ["image classification"],
  "results": [{"quote": "81.2% accuracy", "value": 81.2, "unit": "%", "form": "absolute",
    "direction": null, "better": null, "bound": "exact", "metric": "accuracy", "category": "quality",
    "dataset": "ImageNet", "subject": "SlimNet"}]}`;
const FORMAT_HELP = `
The annotation has one JSON line a paper, or an array of papers. All that stands in this one is required but
for aliases, dataset and subject:

${EXAMPLE}

Roles, forms, directions, bounds and categories are those that \`claimgraph extract\` prints; empty lists are
allowed. Also read: "high" (upper end of a range), "task" and "baseline" of a result, "tasks_optional", and
"optional": true for an entry that counts neither as a miss nor as a false alarm.
Texts: {"id": "p-1", "title": "…", "abstract": "…"}, one JSON line each or an array, with the ids of the annotation.

Example:
  claimgraph eval --gold gold.jsonl --papers papers.jsonl`;

export function evalCommand(program: Command): void {
  program
    .command('eval')
    .description('measure precision, recall and F1 of the extractor on annotated papers')
    .requiredOption('--gold <file>', 'the annotation, one JSON line a paper')
    .requiredOption('--papers <file>', 'the texts: JSON lines or an array of {id, title, abstract}')
    .option('--json', 'the figures as JSON')
    .option('--errors <n>', 'say the first n faults on standard error', count, 0)
    .addHelpText('after', FORMAT_HELP)
    .action(evaluateFiles);
}

async function evaluateFiles({ gold, papers, json, errors }: EvalFlags): Promise<void> {
  const [annotation, texts] = await Promise.all([contentOf(gold), contentOf(papers)]);
  const annotated = readAnnotation(annotation, gold);
  if (annotated.length === 0) throw bad(`${gold}: it holds no annotated paper.`);
  const evaluations = evaluate(annotated, readTexts(texts, papers), createPaperReader());
  if (evaluations.length === 0) {
    throw bad(
      `None of the ${annotated.length} annotated papers is in ${papers}: the ids of the two do not meet.`,
    );
  }
  const absent = annotated.length - evaluations.length;
  if (absent > 0) say(`${absent} annotated papers are not in ${papers}; they are left out.`);
  const scores = scoresOf(evaluations);
  if (json) await writeLine(JSON.stringify(asObject(scores), null, 1));
  else for (const line of asTable(scores)) await writeLine(line);
  const faults = evaluations.flatMap((paper) => paper.faults);
  for (const fault of faults.slice(0, errors)) say(fault);
}

async function contentOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const isAbsent = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw bad(`${path}: ${isAbsent ? 'there is no such file' : 'it cannot be read'}.`, error);
  }
}

const bad = (message: string, cause?: unknown): ClaimgraphError =>
  new ClaimgraphError('BAD_USER_INPUT', message, { cause });

function count(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 0) return number;
  throw new InvalidArgumentError('It must be a whole number from 0.');
}

const asObject = (scores: readonly FieldScore[]) =>
  Object.fromEntries(scores.map(({ field, ...figures }) => [field, figures]));

function asTable(scores: readonly FieldScore[]): string[] {
  const figure = (value: number) => value.toFixed(3).padStart(6);
  const rows = scores.map(({ field, precision, recall, f1, low, high, hits, system, gold }) =>
    [
      field.padEnd(22),
      ...[precision, recall, f1].map(figure),
      ` ${low.toFixed(2)}-${high.toFixed(2)}`,
      ` ${hits}/${system}/${gold}`,
    ].join(' '),
  );
  const heads = ['P', 'R', 'F1'].map((head) => head.padStart(6)).join(' ');
  return [`${''.padEnd(22)} ${heads}  95 % of F1  hits/system/gold`, ...rows];
}
