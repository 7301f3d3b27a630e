import type { Bound, Direction } from '../../domain/index.js';
import type { UnitRow } from '../../knowledge/rows.js';

/** How a number is to be read, by its unit alone. */
export type NumberClass = 'percent' | 'points' | 'factor' | 'physical' | 'plain' | 'share';

/** A number of the clean text with its unit; what it is about is not decided yet. */
export interface NumberMention {
  /** From the value (or its sign) to the end of its unit. */
  readonly start: number;
  readonly end: number;
  /** `start`, or where the words of its bound begin. */
  readonly outerStart: number;
  readonly outerEnd: number;
  readonly value: number;
  readonly high: number | null;
  readonly unit: UnitRow | null;
  /** The unit with its prefix as the API gives it: `GFLOPs`; `` where there is none. */
  readonly unitSymbol: string;
  readonly class: NumberClass;
  readonly bound: Bound;
  readonly sign: '+' | '-' | null;
  /** Digits after the point, as written; 0 for whole numbers. */
  readonly decimals: number;
  /** `doubles`, `halves`: which way the verb moves its object; null for all that is no verb. */
  readonly verb: Direction | null;
  /** Written in words. */
  readonly inWords: boolean;
  /** `8-bit`, `16-shot`: the word that the hyphen ties on; null elsewhere. */
  readonly compound: string | null;
  /** Multiplied by K, M, B or a word like it. */
  readonly scaled: boolean;
  /** `as little as`, `only`, `just`, `merely` before it: the number itself is the news. */
  readonly stressed: boolean;
}
