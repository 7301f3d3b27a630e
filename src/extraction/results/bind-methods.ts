import type { MethodRole } from '../../domain/index.js';
import type { Frame } from './frame.js';
import type { Item } from './sentence-items.js';

/** A method of the paper as the binding of numbers needs it. */
export interface KnownMethod {
  readonly name: string;
  readonly role: MethodRole;
}

export interface BoundSubject {
  readonly name: string;
  readonly way: 'parenthesis' | 'possessive' | 'clause' | 'own' | 'reference';
}

const CLAUSE = new Set([';', 'while', 'whereas', 'but', 'although', 'though']);
// After these a method is an object: what is compared with, built on or used.
const OBJECT_OF = new Set(
  'than over to against with from using via on in by of for vs versus as through into without including like under between'.split(
    ' ',
  ),
);
const COMPARES =
  /^(?:than|over|against|vs|versus|outperform\w*|surpass\w*|exceed\w*|beat\w*|compared|relative|versus|improves|improving|improvement|upon)$/;
const OWN = /^(?:our|ours|we|it|this|proposed)$/;

/** Whose number it is; null where the text does not say. */
export function bindSubject(
  items: readonly Item[],
  index: number,
  frame: Frame,
  methods: ReadonlyMap<string, MethodRole>,
  main: string | null,
): BoundSubject | null {
  const beside = besideNumber(items, index);
  if (beside) return beside;
  const clause = clauseSubject(items, index, methods);
  if (clause) return clause;
  if (frame.form === 'absolute' && belongsToOther(items, index)) return null;
  return main ? { name: main, way: 'own' } : null;
}

/** `GPT-4o (34.5)`, `Claude (22.0 and 14.9)`, `GPT-4o's 34.5`, `34.5 for GPT-4o`. */
function besideNumber(items: readonly Item[], index: number): BoundSubject | null {
  let open = index - 1;
  while (open > index - 6 && open > 0 && items[open]?.text !== '(' && items[open]?.text !== ')')
    open--;
  const before = items[open - 1];
  if (items[open]?.text === '(' && before?.kind === 'method' && !isSign(items, index)) {
    return { name: before.name, way: 'parenthesis' };
  }
  if (
    items[open]?.text === '(' &&
    items[index + 1]?.lower === 'for' &&
    items[index + 2]?.kind === 'method'
  ) {
    return { name: (items[index + 2] as Item & { name: string }).name, way: 'parenthesis' };
  }
  for (let at = index - 1; at >= Math.max(0, index - 4); at--) {
    const item = items[at] as Item;
    if (item.kind === 'number' || item.text === ',') break;
    if (item.kind === 'method' && /^['’]s?$/.test(items[at + 1]?.text ?? ''))
      return { name: item.name, way: 'possessive' };
    if (item.kind === 'method' && /['’]s$/.test(item.text))
      return { name: item.name, way: 'possessive' };
    if (item.kind === 'method' && at === index - 1) return { name: item.name, way: 'possessive' };
  }
  const next = items[index + 1];
  if (/^(?:for|by|with|from)$/.test(next?.lower ?? '') && items[index + 2]?.kind === 'method') {
    return { name: (items[index + 2] as Item & { name: string }).name, way: 'possessive' };
  }
  return null;
}

function isSign(items: readonly Item[], index: number): boolean {
  const item = items[index];
  return item?.kind === 'number' && item.number.sign !== null;
}

/** The method that the clause is about: the first before the number that is no object of a preposition or of a comparison. */
function clauseSubject(
  items: readonly Item[],
  index: number,
  methods: ReadonlyMap<string, MethodRole>,
): BoundSubject | null {
  const start = clauseStart(items, index);
  let fallback: string | null = null;
  for (let at = start; at < index; at++) {
    const item = items[at] as Item;
    if (item.kind !== 'method') {
      if (item.kind === 'word' && OWN.test(item.lower) && at - start < 8) return null;
      continue;
    }
    if (isObject(items, at, start)) {
      if (methods.get(item.name) === 'proposed') fallback ??= item.name;
      continue;
    }
    return { name: item.name, way: 'clause' };
  }
  return fallback ? { name: fallback, way: 'clause' } : null;
}

function clauseStart(items: readonly Item[], index: number): number {
  for (let at = index - 1; at >= 0; at--) if (CLAUSE.has(items[at]?.lower ?? '')) return at + 1;
  return 0;
}

function isObject(items: readonly Item[], at: number, start: number): boolean {
  for (let back = at - 1; back >= Math.max(start, at - 5); back--) {
    const item = items[back] as Item;
    if (item.kind === 'number') return true;
    if (OBJECT_OF.has(item.lower) || COMPARES.test(item.lower)) return true;
    // `X and Y`, `the frozen X`: go on to what stands before.
    if (
      item.kind === 'method' ||
      (item.kind === 'word' &&
        /^(?:the|a|an|and|both|or|standard|vanilla|existing|previous|baseline|original|frozen|full|larger|much)$/.test(
          item.lower,
        ))
    )
      continue;
    if (item.text === ',') {
      if (items[back - 1]?.kind === 'method') continue;
      return false;
    }
    return false;
  }
  return false;
}

/** `improving from previous models' 6.5%`, `vs. 67.8`: a level of what is compared with. */
function belongsToOther(items: readonly Item[], index: number): boolean {
  for (let at = index - 1; at >= Math.max(0, index - 5); at--) {
    const item = items[at] as Item;
    if (item.kind === 'number' && at < index - 2) return false;
    if (
      /^(?:from|than|vs|versus|against|compared|over|previous|baseline|prior|existing)$/.test(
        item.lower,
      )
    )
      return true;
  }
  return false;
}

export interface BoundBaseline {
  readonly text: string;
}

const MAX_BASELINE_WORDS = 6;

/** What the number is compared against: after than, over, compared to, or the object of outperforming. */
export function bindBaseline(items: readonly Item[], index: number): BoundBaseline | null {
  return forward(items, index) ?? backward(items, index);
}

function forward(items: readonly Item[], index: number): BoundBaseline | null {
  for (let at = index + 1; at < Math.min(items.length, index + 16); at++) {
    const item = items[at] as Item;
    if (item.text === ';' || CLAUSE.has(item.lower)) return null;
    if (item.kind === 'number' && at > index + 10) return null;
    const start = comparisonAt(items, at);
    if (start !== null) return phraseAt(items, start);
  }
  return null;
}

function comparisonAt(items: readonly Item[], at: number): number | null {
  const lower = items[at]?.lower ?? '';
  const next = items[at + 1]?.lower ?? '';
  if (/^(?:than|over|versus|against)$/.test(lower))
    return items[at + 1]?.kind === 'number' ? null : at + 1;
  if (lower === 'vs') return items[at + 1]?.text === '.' ? at + 2 : at + 1;
  if (/^(?:compared|relative)$/.test(lower) && /^(?:to|with)$/.test(next)) return at + 2;
  if (lower === 'comparison' && /^(?:to|with)$/.test(next)) return at + 2;
  if (/^(?:outperform|surpass|exceed|beat)(?:s|es|ed|ing)?$/.test(lower)) return at + 1;
  return null;
}

function backward(items: readonly Item[], index: number): BoundBaseline | null {
  for (let at = index - 1; at >= 0; at--) {
    const item = items[at] as Item;
    if (item.text === ';' || CLAUSE.has(item.lower)) return null;
    const start = comparisonAt(items, at);
    if (start !== null && start < index) return phraseAt(items, start);
  }
  return null;
}

function phraseAt(items: readonly Item[], start: number): BoundBaseline | null {
  let from = start;
  while (
    /^(?:the|a|an|its|their|those|that|both|all|of|other)$/.test(items[from]?.lower ?? '') &&
    items[from]?.kind === 'word'
  )
    from++;
  const first = items[from];
  if (!first || first.kind === 'number') return null;
  if (first.kind === 'method') return { text: first.name };
  let text = '';
  let end = first.start;
  for (let at = from; at < Math.min(items.length, from + MAX_BASELINE_WORDS); at++) {
    const item = items[at] as Item;
    if (item.kind === 'number' || (item.kind === 'mark' && item.text !== '-' && item.text !== '/'))
      break;
    if (
      at > from &&
      item.kind === 'word' &&
      /^(?:by|on|in|with|for|while|and|across|at|when|using|under|of|to|as|is|are|which|that|respectively|from|without|achieving)$/.test(
        item.lower,
      )
    )
      break;
    if (item.kind === 'method') return { text: item.name };
    text += (text && item.start > end ? ' ' : '') + item.text;
    end = item.end;
  }
  return text.length > 1 ? { text } : null;
}
