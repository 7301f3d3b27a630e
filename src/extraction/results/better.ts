import type { Direction, MethodRole } from '../../domain/index.js';
import { wordsOf } from '../../knowledge/quantity-knowledge.js';
import type { Claim } from './claim.js';
import { isOtherLevel } from './other-level.js';
import { isOfData, isOfRival } from './rivals.js';
import type { Item } from './sentence-items.js';
import { isShareOfThings } from './share-of-things.js';

const LOWER_IS_BETTER = wordsOf('LowerIsBetter');
const SHOWN_LOW = wordsOf('ShownLow');
const LOW_REACH = 3;

/** Whether the paper presents the number as a gain; null where it says neither. */
export function isBetter(
  items: readonly Item[],
  claim: Claim,
  roles: ReadonlyMap<string, MethodRole>,
): boolean | null {
  const { frame } = claim;
  if (isShareOfThings(items, claim.index)) return null;
  if (frame.form === 'absolute') return isGoodLevel(items, claim, roles);
  if (frame.form === 'share') return true;
  const { direction, sense } = frame;
  const row = claim.metric?.row ?? null;
  if (sense === 'loss' && row?.better !== 'lower') return false;
  if (direction === 'up' && isSizeOfOthers(items, claim)) return true;
  if (row?.better) return (direction === 'up') === (row.better === 'higher');
  return sense === 'gain' ? true : byWords(direction, claim.metric?.name ?? '');
}

const SPENT = /^step\.(?:larger|longer|more|as-many|times-the)$/;

/** `beats models given 10x more data`, `a data set 10x larger than others`: more of it is no cost here. */
function isSizeOfOthers(items: readonly Item[], { index, frame, metric }: Claim): boolean {
  if (!SPENT.test(frame.rule) || metric?.row?.better === 'higher') return false;
  return (
    isOfRival(items, index) || (frame.rule === 'step.larger' && isOfData(items, index, frame.to))
  );
}

/** A level is shown as good unless it is somebody else's, or one to which things fell. */
function isGoodLevel(
  items: readonly Item[],
  claim: Claim,
  roles: ReadonlyMap<string, MethodRole>,
): boolean | null {
  const { frame, metric, subject } = claim;
  if (isOtherLevel(items, claim.index, frame)) return null;
  // Of an odds ratio or an effect size neither more nor less is better.
  const neutral = metric?.row?.category === 'other' && metric.row.better === null;
  if (neutral || isShownLow(items, claim)) return null;
  if (frame.moves && metric?.row?.better)
    return (frame.moves === 'up') === (metric.row.better === 'higher');
  if (frame.sense) return frame.sense === 'gain';
  if (subject === null) return true;
  const role = roles.get(subject.name);
  if (subject.way === 'phrase' || role === 'baseline' || role === 'mentioned') return null;
  // Where a paper proposes something of its own, what it builds on is somebody else's.
  return role === 'base' && [...roles.values()].includes('proposed') ? null : true;
}

/** `only 52.1% accuracy`, `accuracy below 80%`, `low performance (27.9%)`: a quality that the paper finds wanting. */
function isShownLow(items: readonly Item[], { index, metric }: Claim): boolean {
  const item = items[index];
  if (item?.kind !== 'number') return false;
  if (metric?.row && (metric.row.category !== 'quality' || metric.row.better !== 'higher'))
    return false;
  // The words of its bound are part of the number.
  if (item.lower.split(/\s+/).some((word) => SHOWN_LOW.has(word))) return true;
  for (let at = index - 1; at >= Math.max(0, index - LOW_REACH); at--) {
    const before = items[at] as Item;
    if (SHOWN_LOW.has(before.lower)) return true;
    if (before.kind === 'number' || before.text === ',') return false;
  }
  return false;
}

function byWords(direction: Direction | null, metric: string): boolean {
  const lower = metric
    .toLowerCase()
    .split(/[\s-]+/)
    .some((word) => LOWER_IS_BETTER.has(word));
  return direction === 'up' ? !lower : metric === '' || lower || direction === 'down';
}
