import { UNITS, wordsOf } from '../../knowledge/quantity-knowledge.js';
import type { NumberMention } from '../numbers/number-mention.js';
import type { Item } from './sentence-items.js';

const SAMPLE = UNITS.find(({ id }) => id === 'sample') ?? null;
const LEARNT_FROM = wordsOf('LearntFrom');
const GOVERNOR =
  /^(?:using|utilizing|leveraging|with|on|from|given|via|requires?|requiring|needs?|needing|uses?|trained|tuned)$/;
const MAX_MODIFIERS = 3;

/**
 * `with only 1,000 unlabelled prompts`: a count that is stressed and of what is learnt from is so much training
 * data; the noun is its unit. The number as it is where it counts something else.
 */
export function inStressedData(
  items: readonly Item[],
  at: number,
  number: NumberMention,
): NumberMention {
  const counts = number.class === 'plain' && number.stressed && number.decimals === 0;
  if (!counts || number.compound || !SAMPLE) return number;
  if (!GOVERNOR.test(items[at - 1]?.lower ?? '') || isPlace(items, at - 1)) return number;
  for (let next = at + 1; next <= at + 1 + MAX_MODIFIERS; next++) {
    const item = items[next];
    if (item?.kind !== 'word' && item?.text !== '-' && item?.kind !== 'dataset') return number;
    if (!LEARNT_FROM.has(item.lower)) continue;
    return { ...number, unit: SAMPLE, unitSymbol: item.lower, class: 'physical' };
  }
  return number;
}

const REACH = 8;
const LEARNING =
  /^(?:pre)?(?:train|tun|fine|learn|optimi|bas|calibrat|distil|adapt|supervis|align)/;

/** `fails on only 12 questions`: what is learnt from is trained on. */
function isPlace(items: readonly Item[], at: number): boolean {
  if (items[at]?.lower !== 'on') return false;
  return !items.slice(Math.max(0, at - REACH), at).some(({ lower }) => LEARNING.test(lower));
}
