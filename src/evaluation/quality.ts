import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { PaperReader } from '../domain/index.js';
import { readAnnotation, readTexts } from './annotation.js';
import { evaluate } from './evaluate.js';
import { type FieldScore, scoresOf } from './scores.js';

/** An annotated set that quality is measured on. */
export interface MeasuredSet {
  readonly name: string;
  readonly description: string;
  readonly gold: string;
  readonly papers: string;
}

export interface SetQuality {
  readonly name: string;
  readonly description: string;
  /** Annotated papers or short texts. */
  readonly papers: number;
  /** Numbers annotated as results. */
  readonly results: number;
  readonly fields: readonly FieldScore[];
}

/** What the API says of itself: figures of one extractor version on each set. */
export interface Quality {
  readonly extractorVersion: string;
  readonly sets: readonly SetQuality[];
}

const DECIMALS = 4;

/** Measures a reader on one set; figures are rounded to four places. */
export function measure(set: MeasuredSet, reader: PaperReader): SetQuality {
  const gold = readAnnotation(readFileSync(set.gold, 'utf8'), set.gold);
  const texts = readTexts(readFileSync(set.papers, 'utf8'), set.papers);
  const fields = scoresOf(evaluate(gold, texts, reader));
  return {
    name: set.name,
    description: set.description,
    papers: gold.length,
    results: fields.find(({ field }) => field === 'results: number')?.gold ?? 0,
    fields: fields.map((score) => ({
      ...score,
      ...rounded({ precision: score.precision, recall: score.recall, f1: score.f1 }),
      ...rounded({ low: score.low, high: score.high }),
    })),
  };
}

/** The committed figures, as they lie beside this file. */
export function readQuality(): Quality {
  return JSON.parse(readFileSync(new URL('./quality.json', import.meta.url), 'utf8')) as Quality;
}

/** The sets there are: the project's own, and the annotated abstracts of a folder where that is present. */
export function measuredSets(root: string, shared: string | null): MeasuredSet[] {
  const own = join(root, 'tests', 'golden', 'sentences');
  return [
    {
      name: 'sentences',
      description: "The project's own annotated short texts, a third of them with nothing to find.",
      gold: join(own, 'gold.jsonl'),
      papers: join(own, 'papers.jsonl'),
    },
    ...(shared === null
      ? []
      : [
          {
            name: 'abstracts',
            description:
              'Abstracts on machine learning, annotated by hand; the rules were tuned on them.',
            gold: shared,
            papers: join(dirname(shared), 'dev-papers.jsonl'),
          },
        ]),
  ];
}

const rounded = <T extends Record<string, number>>(figures: T): T =>
  Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [name, Number(value.toFixed(DECIMALS))]),
  ) as T;
