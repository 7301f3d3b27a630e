import type { NumberMention } from '../numbers/number-mention.js';

/** The unit of a result as the API gives it; a fraction in words is a plain number. */
export function resultUnit(number: NumberMention): string {
  if (number.class === 'share') return '';
  return number.class === 'factor' ? 'x' : number.unitSymbol;
}

/** The unit of a quantity: its own, the word tied to it by a hyphen, or the noun that it counts. */
export function quantityUnit(number: NumberMention, noun: string): string {
  return number.unitSymbol || number.compound || noun;
}
