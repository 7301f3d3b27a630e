import type { Direction, MethodRole } from '../../domain/index.js';
import { wordsOf } from '../../knowledge/quantity-knowledge.js';
import type { Claim } from './claim.js';
import { isOtherLevel } from './other-level.js';
import type { Item } from './sentence-items.js';

const LOWER_IS_BETTER = wordsOf('LowerIsBetter');

/** Whether the paper presents the number as a gain; null where it says neither. */
export function isBetter(
  items: readonly Item[],
  claim: Claim,
  roles: ReadonlyMap<string, MethodRole>,
): boolean | null {
  const { frame } = claim;
  if (frame.form === 'absolute') return isGoodLevel(items, claim, roles);
  if (frame.form === 'share') return true;
  const { direction, sense } = frame;
  const row = claim.metric?.row ?? null;
  if (sense === 'loss' && row?.better !== 'lower') return false;
  if (row?.better) return (direction === 'up') === (row.better === 'higher');
  return sense === 'gain' ? true : byWords(direction, claim.metric?.name ?? '');
}

/** A level is shown as good unless it is somebody else's, or one to which things fell. */
function isGoodLevel(
  items: readonly Item[],
  claim: Claim,
  roles: ReadonlyMap<string, MethodRole>,
): boolean | null {
  const { frame, metric, subject } = claim;
  if (isOtherLevel(items, claim.index, frame)) return null;
  if (frame.moves && metric?.row?.better)
    return (frame.moves === 'up') === (metric.row.better === 'higher');
  if (frame.sense) return frame.sense === 'gain';
  if (subject === null) return true;
  const role = roles.get(subject.name);
  if (subject.way === 'phrase' || role === 'baseline' || role === 'mentioned') return null;
  return true;
}

function byWords(direction: Direction | null, metric: string): boolean {
  const lower = metric
    .toLowerCase()
    .split(/[\s-]+/)
    .some((word) => LOWER_IS_BETTER.has(word));
  return direction === 'up' ? !lower : metric === '' || lower || direction === 'down';
}
