import { FIELDS, type PaperEvaluation } from './evaluate.js';
import { bootstrapInterval } from './interval.js';
import type { Counted } from './match-names.js';

/** The figures of one field over a set of papers; all from 0 to 1. */
export interface FieldScore extends Counted {
  readonly field: string;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** 95 % interval of the F1, over papers. */
  readonly low: number;
  readonly high: number;
}

/** Adds the papers up, field by field. */
export function scoresOf(papers: readonly PaperEvaluation[]): FieldScore[] {
  return FIELDS.map((field) => {
    const counts = papers.map((paper) => paper.counts[field] as Counted);
    const total = sum(counts);
    const [low, high] = bootstrapInterval(counts, (sample) => f1Of(sum(sample)));
    return {
      field,
      ...total,
      precision: total.system ? total.hits / total.system : 0,
      recall: total.gold ? total.hits / total.gold : 0,
      f1: f1Of(total),
      low,
      high,
    };
  });
}

function sum(counts: readonly Counted[]): Counted {
  let [hits, system, gold] = [0, 0, 0];
  for (const count of counts) {
    hits += count.hits;
    system += count.system;
    gold += count.gold;
  }
  return { hits, system, gold };
}

const f1Of = ({ hits, system, gold }: Counted): number =>
  system + gold ? (2 * hits) / (system + gold) : 0;
