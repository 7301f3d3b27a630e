import type { Direction, Form } from '../../domain/index.js';
import type { WordingRow } from '../../knowledge/rows.js';
import type { Item } from './sentence-items.js';

/** How a number is presented: what kind of number, which way it goes, and which words say so. */
export interface Frame {
  readonly form: Form;
  readonly direction: Direction | null;
  readonly sense: 'gain' | 'loss' | null;
  /** Which way the verb moves the metric to this level; null for all but levels after "to". */
  readonly moves: Direction | null;
  readonly wording: WordingRow | null;
  /** Where the metric's name may stand. */
  readonly slots: WordingRow['slot'];
  /** End of the noun phrase that `head` names; `from` where nothing else is said. */
  readonly headEnd: number | null;
  /** Items of the wording, `to` exclusive; the number alone where there is no wording. */
  readonly from: number;
  readonly to: number;
  /** The number whose words these are, where it is an earlier or later one of the same list; null for own words. */
  readonly source: number | null;
  readonly rule: string;
  readonly reason: string;
}

const PLAIN: Omit<Frame, 'from' | 'to'> = {
  form: 'absolute',
  direction: null,
  sense: null,
  moves: null,
  wording: null,
  slots: [],
  headEnd: null,
  source: null,
  rule: 'level.plain',
  reason: 'a number with its metric and no word of change is a level',
};

/** The frame of a number that nothing says more of: a level. */
export function levelFrame(index: number, more: Partial<Frame> = {}): Frame {
  return { ...PLAIN, from: index, to: index + 1, ...more };
}

/** The frame of a difference or a factor. */
export function stepFrame(
  items: readonly Item[],
  index: number,
  direction: Direction,
  more: Partial<Frame> & Pick<Frame, 'rule' | 'reason'>,
): Frame {
  return {
    ...PLAIN,
    form: isFactor(items, index) ? 'ratio' : 'change',
    direction,
    from: index,
    to: index + 1,
    ...more,
  };
}

/** The frame that a wording gives the number at `index`. */
export function wordedFrame(
  items: readonly Item[],
  index: number,
  wording: WordingRow,
  from: number,
  to: number,
): Frame {
  const step = isFactor(items, index) ? 'ratio' : 'change';
  const form = wording.form === 'step' ? step : wording.form;
  return {
    ...PLAIN,
    form,
    direction: form === 'change' || form === 'ratio' ? wording.direction : null,
    moves: form === 'absolute' ? wording.direction : null,
    sense: wording.sense,
    wording,
    slots: wording.slot,
    from,
    to,
    rule: wording.id,
    reason: wording.reason,
  };
}

/** The frame of an earlier number, for a later one that shares its words. */
export function sharedFrame(
  items: readonly Item[],
  index: number,
  earlier: Frame,
  source: number,
  from: number,
): Frame {
  const step = earlier.form === 'change' || earlier.form === 'ratio';
  return {
    ...earlier,
    form: step ? (isFactor(items, index) ? 'ratio' : 'change') : earlier.form,
    from,
    to: index + 1,
    source,
  };
}

function isFactor(items: readonly Item[], index: number): boolean {
  const item = items[index];
  return item?.kind === 'number' && item.number.class === 'factor';
}

/** Index of each number among the items of its sentence. */
export function numberIndices(items: readonly Item[]): number[] {
  return items.flatMap((item, index) => (item.kind === 'number' ? [index] : []));
}
