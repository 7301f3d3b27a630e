import { wordsOf } from '../../knowledge/quantity-knowledge.js';
import { CLAUSE_VERBS, phraseText } from './clauses.js';
import type { Item } from './sentence-items.js';

/** `X and Y achieve …`: a verb in the plural says that both do; null where the name ends no such pair. */
export function pairBefore(items: readonly Item[], at: number): string | null {
  const verb = items[at + 1]?.lower ?? '';
  if (items[at - 1]?.lower !== 'and' || items[at - 2]?.kind !== 'method') return null;
  if (!CLAUSE_VERBS.has(verb) || /(?:s|ed|ing)$/.test(verb)) return null;
  return phraseText(items, at - 2, at + 1);
}

const TIED = wordsOf('TiedToName');
const VARIANT = wordsOf('Variant');
const VARIANT_REACH = 6;
const GENERAL_HEAD = wordsOf('MethodPlural');

/** `ResNet-based U-Net`, `LEAP-distilled ViT`: a name with the other that a word ties to it. */
export function nameTiedTo(items: readonly Item[], at: number, name: string): string {
  const tied = TIED.has(items[at - 1]?.lower ?? '') && items[at - 2]?.text === '-';
  const from = tied ? at - 3 : items[at - 1]?.kind === 'method' ? at - 1 : at;
  return from < at ? phraseText(items, from, at + 1) : name;
}

/** `Llama based X`: the name of a part, before that of the whole. */
export function isTiedToNext(items: readonly Item[], at: number): boolean {
  return items[at + 1]?.lower === 'based' && items[at + 2]?.kind === 'method';
}

/** `SAM-distilled Swin`, `DINOv2-based classifier`: a name that another is tied to is only a part of it. */
export function wholeName(items: readonly Item[], at: number, name: string): string {
  if (/^['’]s$/.test(items[at + 1]?.text ?? '')) {
    const variant = items.findIndex(
      ({ lower }, place) => place > at + 1 && place <= at + VARIANT_REACH && VARIANT.has(lower),
    );
    return variant > 0 ? phraseText(items, at, variant + 1) : name;
  }
  // `SSD MobileNet achieves`: a name and that of its backbone are one.
  if (items[at + 1]?.kind === 'method') return phraseText(items, at, at + 2);
  if (!isTiedName(items, at)) return name;
  const head = items[at + 3];
  // `X-based methods`: those with X, and so X.
  if (GENERAL_HEAD.has(head?.lower ?? '')) return name;
  return head?.kind === 'method' || head?.kind === 'word' ? phraseText(items, at, at + 4) : name;
}

export function isTiedName(items: readonly Item[], at: number): boolean {
  return items[at + 1]?.text === '-' && TIED.has(items[at + 2]?.lower ?? '');
}
