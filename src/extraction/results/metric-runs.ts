import { wordsOf } from '../../knowledge/quantity-knowledge.js';
import { classesOf } from './mask.js';
import { acronymEndingAt, metricAt, phraseMetric } from './metric-phrase.js';
import type { BoundMetric } from './metric-types.js';
import { nounPhraseFrom, nounPhraseUpTo } from './noun-phrase.js';
import type { Item } from './sentence-items.js';

const FUNCTION = wordsOf('FunctionWord');
const JOINT = /^(?:,|and|or|\/|&)$/;
const LINK = /^(?:of|at|=|:|are|were|is|was)$/;
const GENERIC = /^(?:metrics?|scores?|measures?|values?)$/;
const REACH_IN = 4;
const MAX_WORDS = 5;

interface Segment {
  readonly from: number;
  readonly to: number;
}

/**
 * As many metrics as a list has numbers, known or not, right before it or behind it: `ACER and BPCER of 9.0% and
 * 9.8%`, `gains of 49% and 33% in SPL and LLM-Match metrics`. Null where there are more or fewer.
 */
export function metricRun(items: readonly Item[], group: readonly number[]): BoundMetric[] | null {
  const [first, last] = [group[0] as number, group.at(-1) as number];
  return (
    metricsOf(items, segmentsBehind(items, last), group.length) ??
    metricsOf(items, segmentsBefore(items, first), group.length)
  );
}

function metricsOf(
  items: readonly Item[],
  segments: readonly Segment[],
  length: number,
): BoundMetric[] | null {
  if (segments.length !== length) return null;
  const metrics = segments.map((segment) => metricOf(items, segment));
  const sure = metrics.some((metric) => metric?.row || metric?.way === 'acronym');
  return sure && metrics.every((metric) => metric !== null)
    ? metrics.map((metric) => ({ ...metric, way: 'list' }))
    : null;
}

function metricOf(items: readonly Item[], { from, to }: Segment): BoundMetric | null {
  const generic = GENERIC.test(items[to - 1]?.lower ?? '') && to - from > 1;
  const end = generic ? to - 1 : to;
  const known = metricAt(items, end - 1, 'list');
  if (known) return known;
  if (end - from > MAX_WORDS) return null;
  return acronymEndingAt(items, end - 1) ?? phraseMetric(items, from, end);
}

/** The parts of a list behind "in": up to another number, a word of function or the end of the clause. */
function segmentsBehind(items: readonly Item[], last: number): Segment[] {
  let start = last + 1;
  while (start < last + REACH_IN && classesOf(items[start]?.lower ?? '').some(isNounOfChange))
    start++;
  if (items[start]?.lower !== 'in') return [];
  start += items[start + 1]?.lower === 'terms' && items[start + 2]?.lower === 'of' ? 3 : 1;
  const segments: Segment[] = [];
  let from = start;
  for (let at = start; at <= items.length; at++) {
    const item = items[at];
    if (item && !endsRun(item) && !JOINT.test(item.lower)) continue;
    if (at > from) {
      const phrase = nounPhraseFrom(items, from, at, at - from);
      if (phrase?.to !== at) return [];
      segments.push(phrase);
    }
    if (!item || endsRun(item)) break;
    from = at + 1;
  }
  return segments;
}

function isNounOfChange(tag: string): boolean {
  return tag.endsWith('Noun');
}

/** The parts of a list that a word of being ties to the numbers; a verb may open the first. */
function segmentsBefore(items: readonly Item[], first: number): Segment[] {
  if (!LINK.test(items[first - 1]?.lower ?? '')) return [];
  const segments: Segment[] = [];
  let to = first - 1;
  for (let at = first - 2; at >= -1; at--) {
    const item = items[at];
    if (item && !endsRun(item) && !JOINT.test(item.lower)) continue;
    if (at + 1 < to) {
      const joined = item && JOINT.test(item.lower);
      const phrase = nounPhraseUpTo(items, to, at + 1);
      if (!phrase || (joined && phrase.from > firstNoun(items, at + 1))) return [];
      segments.unshift(phrase);
    }
    if (!item || endsRun(item)) break;
    to = at;
  }
  return segments;
}

/** Index of the first item from `at` on that is no article. */
function firstNoun(items: readonly Item[], at: number): number {
  return nounPhraseFrom(items, at, items.length)?.from ?? at;
}

function endsRun(item: Item): boolean {
  if (item.kind === 'number' || item.kind === 'dataset') return true;
  if (item.kind === 'mark') return !/^[-,/&]$/.test(item.text);
  return item.kind === 'word' && FUNCTION.has(item.lower) && !JOINT.test(item.lower);
}
