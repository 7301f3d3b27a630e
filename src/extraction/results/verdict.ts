import type { QuantityKind } from '../../domain/index.js';
import type { Frame } from './frame.js';
import type { Item } from './sentence-items.js';

/** What a number is: a reported result, another measured quantity, or nothing of interest. */
export type Verdict =
  | { readonly kind: 'result' }
  | { readonly kind: 'quantity'; readonly what: QuantityKind }
  | { readonly kind: 'none' };

export const RESULT: Verdict = { kind: 'result' };
export const NONE: Verdict = { kind: 'none' };
export const quantity = (what: QuantityKind): Verdict => ({ kind: 'quantity', what });

export type NumberItem = Item & { kind: 'number' };

/** The words around a number, in lower case, nearest first. */
export interface Near {
  readonly after: readonly string[];
  readonly before: readonly string[];
}

const REACH = 4;

export function neighbours(items: readonly Item[], index: number): Near {
  const words = (from: number, to: number): string[] =>
    items.slice(Math.max(0, from), Math.max(0, to)).map((item) => item.lower);
  return {
    after: words(index + 1, index + 1 + REACH),
    before: words(index - REACH, index).reverse(),
  };
}

/** The words say that something changed or was reached, so that the number is no mere count. */
export function isTold(frame: Frame): boolean {
  return frame.form !== 'absolute' || frame.wording !== null || frame.moves !== null;
}
