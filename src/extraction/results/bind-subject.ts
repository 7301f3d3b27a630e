import type { MethodRole } from '../../domain/index.js';
import { wordsOf } from '../../knowledge/quantity-knowledge.js';
import type { BoundSubject } from './bound-subject.js';
import { clauseSubject } from './clause-subject.js';
import { CLAUSE_VERBS } from './clauses.js';
import type { Frame } from './frame.js';
import { classesOf } from './mask.js';
import { isOtherLevel } from './other-level.js';
import { foreignPhrase, isBaseline, phraseAfter } from './other-subject.js';
import { parenthesisSubject } from './parenthesis-subject.js';
import { beforeAdverbs } from './phrase-subject.js';
import type { Item } from './sentence-items.js';
import { isShareOfThings } from './share-of-things.js';

/** What is known of the paper's methods when a number's subject is sought. */
export interface KnownMethods {
  readonly roles: ReadonlyMap<string, MethodRole>;
  /** The paper's own method; null where none is named. */
  readonly main: string | null;
  /** Where the field first speaks of it; in sentences before, it is meant only by "we" and "our". */
  readonly introducedAt: number;
}

const DONE = wordsOf('DoneBy');
const MAX_DONE = 10;
const OBJECT_OF = wordsOf('ObjectOf');

/** Whose number it is; null where the text does not say. */
export function bindSubject(
  items: readonly Item[],
  index: number,
  frame: Frame,
  methods: KnownMethods,
): BoundSubject | null {
  if (isShareOfThings(items, index)) return null;
  const people = peopleBefore(items, index);
  if (people) return people;
  if (frame.rule === 'level.from') {
    const moving = movingMethod(items, index);
    if (moving) return { name: moving, way: 'clause' };
    const improved = improvedMethod(items, index, methods);
    if (improved) return { name: improved, way: 'beside' };
  }
  const beside = besideNumber(items, index, frame, methods);
  if (beside) return beside;
  if (frame.form === 'absolute' && isOtherLevel(items, index, frame))
    return (
      namedAfter(items, index) ??
      (frame.rule === 'level.from' ? null : phraseAfter(items, index)) ??
      foreignPhrase(items, index)
    );
  const after = frame.form === 'absolute' && !frame.wording ? namedAfter(items, index) : null;
  const clause = clauseSubject(items, index, methods.roles, methods.main !== null);
  // `the best models reach little (11% for GPT-5)`: the name says more than the phrase.
  if (clause && after && !methods.roles.has(clause.name)) return after;
  if (clause)
    return {
      name: clause.name,
      way: clause.foreign && clause.name !== methods.main ? 'phrase' : 'clause',
    };
  if (after && methods.main === null) return after;
  return methods.main && isSpokenOf(items, methods) ? { name: methods.main, way: 'own' } : after;
}

const FIRST_PERSON = /^(?:we|our|ours|proposed)$/;
const OWN_PHRASE = wordsOf('OwnPhrase');

/** `Today's models fail in 30% of cases` before the paper speaks of its own is not about that; `the method fails` is. */
function isSpokenOf(items: readonly Item[], { introducedAt }: KnownMethods): boolean {
  if ((items.at(-1)?.end ?? 0) > introducedAt) return true;
  return items.some(
    ({ lower }, at) =>
      FIRST_PERSON.test(lower) ||
      (at === 0 && lower === 'it') ||
      (/^(?:the|this)$/.test(lower) && OWN_PHRASE.has(items[at + 1]?.lower ?? '')),
  );
}

/** `GPT-4o (34.5)`, `Claude (22.0 and 14.9)`, `34.5 (GPT-4o)`, `GPT-4o's 34.5`. */
function besideNumber(
  items: readonly Item[],
  index: number,
  frame: Frame,
  { roles }: KnownMethods,
): BoundSubject | null {
  const following = items[index + 2];
  if (items[index + 1]?.text === '(' && following?.kind === 'method')
    if (items[index + 3]?.text === ')') return { name: following.name, way: 'parenthesis' };
  const said = parenthesisSubject(items, index, frame, roles);
  if (said) return { name: said, way: 'parenthesis' };
  for (let at = index - 1; at >= Math.max(0, index - 4); at--) {
    const item = items[at] as Item;
    if (item.kind === 'number' || item.text === ',' || item.text === '(') break;
    if (item.kind !== 'method') continue;
    const link = items[at + 1]?.lower ?? '';
    // `outperforms BERT at 90.2%`
    const word = items[at - 1]?.lower ?? '';
    const compared = BEATING.has(word) || COMPARED.test(word);
    const level = frame.form === 'absolute' && compared && at === index - 2 && link === 'at';
    // `(BERT: 88.1%)`
    const labels = at === index - 2 && link === ':' && /^[(,;]$/.test(items[at - 1]?.text ?? '');
    if (at === index - 1 || level || labels || /^['’]s?$/.test(link))
      return { name: item.name, way: 'beside' };
    break;
  }
  return null;
}

const MAX_OBJECT = 4;

/** `GPT-4o drops from 85.3 to 11.3`, `GPT-4o's accuracy falls from …`: what moves by itself has both levels. */
function movingMethod(items: readonly Item[], index: number): string | null {
  const verb = beforeAdverbs(items, index - 1) - 1;
  if (items[index - 1]?.lower !== 'from' || !CLAUSE_VERBS.has(items[verb]?.lower ?? ''))
    return null;
  let at = beforeAdverbs(items, verb) - 1;
  // `GPT-4o's accuracy`, `the accuracy of GPT-4o`
  if (items[at]?.kind === 'metric') at--;
  while (/^(?:['’]s?|s)$/.test(items[at]?.text ?? '')) at--;
  const item = items[at];
  return item?.kind === 'method' ? item.name : null;
}

/** `improves GPT-4o from 61.0 to 85.4`, `raises X's accuracy from …`: the level before is that of the one improved. */
function improvedMethod(
  items: readonly Item[],
  index: number,
  { roles }: KnownMethods,
): string | null {
  // `from 13% at baseline to 94%`, `from 95.0% to 96.5% for GPT-4o`
  if (items[index + 1]?.lower === 'at' && isBaseline(items[index + 2]?.lower ?? ''))
    return (items[index + 2] as Item).text;
  const [to, link, after] = [items[index + 1], items[index + 3], items[index + 4]];
  if (to?.lower === 'to' && link?.lower === 'for' && after?.kind === 'method')
    return roles.get(after.name) === 'proposed' ? null : after.name;
  for (let at = index - 2; at >= Math.max(1, index - MAX_OBJECT); at--) {
    const item = items[at] as Item;
    if (item.kind === 'method')
      return classesOf(items[at - 1]?.lower ?? '').includes('Raise') ? item.name : null;
    if (item.kind !== 'metric' && !/^['’]s?$/.test(item.text)) return null;
  }
  return null;
}

const PEOPLE = /^(?:humans?|experts?)$/;

const BEATING = wordsOf('Beating');
const COMPARED = /^(?:than|to|versus|vs|over)$/;
// `human evaluation score`: people judge there.
const JUDGING = wordsOf('Judging');

/** `human performance at 87%`, `(humans: 94%)`: people are measured as well. */
function peopleBefore(items: readonly Item[], index: number): BoundSubject | null {
  for (let at = index - 1; at >= Math.max(0, index - 3); at--) {
    const item = items[at] as Item;
    const [word = '', next = items[at + 1]?.lower.split(' ')[0] ?? ''] = item.lower.split(' ');
    if (PEOPLE.test(word)) {
      // `agreement with humans of 85%`, `mixture of experts at 60%`: measured against them or no people.
      const object = OBJECT_OF.has(items[at - 1]?.lower ?? '');
      return object || JUDGING.has(next) ? null : { name: word, way: 'beside' };
    }
    if (item.kind !== 'metric' && !/^(?:at|of|is|was|[:=(])$/.test(item.lower)) return null;
  }
  return null;
}

/** `34.5 for GPT-4o`, `an F1 of 0.88 was obtained using GPT-4o` */
function namedAfter(items: readonly Item[], index: number): BoundSubject | null {
  const end = Math.min(items.length, index + MAX_DONE);
  let done = index + 1;
  while (done < end && !DONE.has(items[done]?.lower ?? '') && items[done]?.text !== ',') done++;
  for (const at of [index, done]) {
    const [link, after] = [items[at + 1], items[at + 2]];
    const tied = /^(?:for|by|with|from|using)$/.test(link?.lower ?? '');
    if (tied && after?.kind === 'method' && (at === index || DONE.has(items[at]?.lower ?? '')))
      return { name: after.name, way: 'beside' };
  }
  return null;
}
