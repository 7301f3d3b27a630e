import { wordsOf } from '../../knowledge/quantity-knowledge.js';
import { enclosingParenthesis } from './clauses.js';
import { classesOf } from './mask.js';
import type { Item } from './sentence-items.js';

/** The shots of a setting, wherever they stand in a text. */
export const SHOTS = /\b(?:zero|one|few|two|five|\d+)[- ]shot\b/i;
const SIDES = /^\d+\s?[x×]\s?\d+$/;
const BEATING = wordsOf('Beating');
const AGAINST = /^(?:over|than|to|below|above|against|versus|vs|upon|from)$/;
const TYING = /^(?:in|under|with|at|for|using|on)$/;
const BARRIER = /^(?:and|while|whereas|but|or)$/;
const CONTRAST = /^(?:;|while|whereas|but)$/;
const LINK_REACH = 4;
const REACH = 10;

/** Shots or a resolution that a sentence states, and how it is tied to what stands around. */
export interface SettingPhrase {
  readonly from: number;
  readonly to: number;
  /** More than one where several are joined: `1-shot and 5-shot accuracies`. */
  readonly texts: readonly string[];
  /** `against`: what another number is compared with has the setting. */
  readonly link: 'tied' | 'against' | 'bare';
  /** It opens the sentence or a part of it: `In the few-shot setting, …`. */
  readonly opens: boolean;
  /** It is all that a parenthesis holds, which `from` and `to` take in: `90% (5-shot)`. */
  readonly aside: boolean;
}

/** The settings that stand in a sentence: `in the 5-shot setting`, `at 384x384`. */
export function settingPhrases(text: string, items: readonly Item[]): SettingPhrase[] {
  const found: SettingPhrase[] = [];
  for (let at = 0; at + 2 < items.length; at++) {
    if (!/^[-x×]$/.test(items[at + 1]?.text ?? '')) continue;
    const surface = text.slice((items[at] as Item).start, (items[at + 2] as Item).end);
    const sides = SIDES.test(surface) && items[at - 1]?.lower === 'at';
    if (!sides && SHOTS.exec(surface)?.[0] !== surface) continue;
    const last = found.at(-1);
    if (last && isJoint(items, last.to, at))
      found[found.length - 1] = { ...last, to: at + 3, texts: [...last.texts, surface] };
    else found.push(phraseAt(items, at, surface));
  }
  return found;
}

/** `1-shot and 5-shot`: the setting that ends before `to` and the one that begins at `from` are a list. */
function isJoint(items: readonly Item[], to: number, from: number): boolean {
  return from - to === 1 && /^(?:and|or|,|\/)$/.test(items[to]?.lower ?? '');
}

function phraseAt(items: readonly Item[], from: number, text: string): SettingPhrase {
  const texts = [text];
  const aside = items[from - 1]?.text === '(' && items[from + 3]?.text === ')';
  if (!aside) return { from, to: from + 3, texts, aside, ...linkOf(items, from) };
  const { link } = linkOf(items, from - 1);
  const near = link === 'bare' ? 'tied' : link;
  return { from: from - 1, to: from + 4, texts, aside, link: near, opens: false };
}

function linkOf(items: readonly Item[], from: number): Pick<SettingPhrase, 'link' | 'opens'> {
  for (let at = from - 1; at >= Math.max(0, from - LINK_REACH); at--) {
    const { kind, lower, text } = items[at] as Item;
    const improving = /^improv/.test(items[at - 1]?.lower ?? '');
    if (isAgainst(lower) || (TYING.test(lower) && improving))
      return { link: 'against', opens: false };
    if (TYING.test(lower)) return { link: 'tied', opens: opensPart(items, at) };
    // `5-way 1-shot`
    const ways = items[at + 1]?.text === '-' && /^\d+$/.test(text);
    if (kind === 'number' || (kind === 'mark' && text !== '-' && !ways)) break;
    if (classesOf(lower).includes('Governor')) break;
  }
  return { link: 'bare', opens: false };
}

function isAgainst(lower: string): boolean {
  return AGAINST.test(lower) || BEATING.has(lower);
}

function opensPart(items: readonly Item[], at: number): boolean {
  const before = items[at - 1];
  // `With fine-tuning at 384x384, …`
  const within = at > 1 && at <= LINK_REACH && TYING.test(items[0]?.lower ?? '');
  return !before || within || /^[,;:]$/.test(before.text) || CONTRAST.test(before.lower);
}

/** `90.2% accuracy in the 5-shot setting`, `95.8% zero-shot`: the setting stands behind its number. */
export function isSetBehind(items: readonly Item[], index: number, phrase: SettingPhrase): boolean {
  const start = behindNumber(items, index);
  const gap = phrase.from - start;
  if (gap < 0 || gap > REACH || phrase.link === 'against') return false;
  const beside = gap === 0 || (gap === 1 && items[start]?.kind === 'metric');
  if (phrase.link === 'bare' && !beside) return false;
  const between = items.slice(start, phrase.from);
  if (phrase.aside && between.some(({ lower }) => isAgainst(lower))) return false;
  const opened = between.some(({ text }) => text === '(');
  return !opened && isFree(items, start, phrase.from) && (!phrase.opens || start > index + 1);
}

/** `(72.4%) under …`, `71% and 52%, respectively, in …`: what stands behind such marks is still of the number. */
function behindNumber(items: readonly Item[], index: number): number {
  const lower = (at: number): string => items[at]?.lower ?? '';
  if (lower(index + 1) === ')') return index + 2;
  if (lower(index + 1) !== ',' || lower(index + 2) !== 'respectively') return index + 1;
  return lower(index + 3) === ',' ? index + 4 : index + 3;
}

/** `in the zero-shot setting, …`, `zero-shot accuracies of 69.3%`: the setting stands before its number. */
export function isSetBefore(
  items: readonly Item[],
  index: number,
  phrase: SettingPhrase,
  level: boolean,
): boolean {
  if (phrase.to > index) return false;
  const between = items.slice(phrase.to, index);
  if (phrase.opens) return !between.some(({ lower }) => CONTRAST.test(lower));
  if (between.length > REACH || !isFree(items, phrase.to, index)) return false;
  for (let at = phrase.from - 1; at >= Math.max(0, phrase.from - REACH); at--)
    if (items[at]?.kind === 'number' && isSetBehind(items, at, phrase)) return false;
  if (phrase.link !== 'against') return true;
  // `than zero-shot readers (28.8%)`: the level is that of what is compared with.
  const open = enclosingParenthesis(items, index);
  return level && open !== null && open >= phrase.to && items[index + 1]?.lower !== 'vs';
}

/** No other number and no joint stands between. */
function isFree(items: readonly Item[], from: number, to: number): boolean {
  return !items
    .slice(from, to)
    .some(
      ({ kind, text, lower }) => kind === 'number' || /^[,;:)]$/.test(text) || BARRIER.test(lower),
    );
}
