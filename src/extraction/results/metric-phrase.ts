import { METRICS, wordsOf } from '../../knowledge/quantity-knowledge.js';
import { phraseText } from './clauses.js';
import { foldedName, metricName } from './metric-name.js';
import type { BoundMetric, MetricWay } from './metric-types.js';
import type { Item } from './sentence-items.js';

const PRONOUN = /^(?:we|it|they|i|you)$/;
const BY_ID = new Map(METRICS.map((row) => [row.id, row]));
const BY_NAME = new Map(METRICS.map((row) => [row.name, row]));
const NO_METRIC = wordsOf('NoMetric');
const NONE_ALONE = new Set([...NO_METRIC, ...wordsOf('NoMetricAlone')]);
const ACRONYM = /^(?=.*\p{Lu}.*\p{Lu}|\p{Ll}+@\d)[\p{L}\d@+]{2,12}$/u;
const NO_ACRONYM = wordsOf('NoMetricAcronym');

/** The row of a metric by its id; null for an id that no row has. */
export function metricRowOf(id: string) {
  return BY_ID.get(id) ?? null;
}

/** The known metric that is item `at`. */
export function metricAt(items: readonly Item[], at: number, way: MetricWay): BoundMetric | null {
  const item = items[at];
  if (item?.kind !== 'metric') return null;
  return { name: metricName(item.metric), row: item.metric.metric, from: at, to: at + 1, way };
}

/** The metric that the unit of number `index` is: `27 GPU-hours`. */
export function metricOfUnit(items: readonly Item[], index: number): BoundMetric | null {
  const item = items[index];
  if (item?.kind !== 'number' || !item.metric) return null;
  const name = metricName(item.metric);
  return { name, row: item.metric.metric, from: index, to: index + 1, way: 'adjacent' };
}

/** The metric that items `from` to `to` name, known or not; null where they name none. */
export function phraseMetric(items: readonly Item[], from: number, to: number): BoundMetric | null {
  const words = items.slice(from, to);
  const last = words.at(-1);
  if (!last || words.some((item) => item.kind === 'metric' && item !== last)) return null;
  if (last.kind === 'metric') return metricAt(items, to - 1, 'slot');
  if (words.some(({ lower }) => PRONOUN.test(lower))) return null;
  if (last.kind === 'method' || last.kind === 'dataset') return null;
  if (
    NO_METRIC.has(last.lower) ||
    words.every(({ kind, lower }) => kind === 'mark' || NONE_ALONE.has(lower))
  )
    return null;
  if (words.length === 1 && /^\p{L}+(?:ing|ed|ly)$/u.test(last.lower)) return null;
  const name = foldedName(phraseText(items, from, to));
  // `a token reduction` is one of tokens.
  const counted = BY_NAME.get(`${name}s`);
  if (counted) return { name: counted.name, row: counted, from, to, way: 'slot' };
  const short = name.length < 3 && (!/^\p{Lu}{2}$/u.test(name) || NO_ACRONYM.has(name));
  return short ? null : { name, row: null, from, to, way: 'phrase' };
}

/** An acronym that ends at item `at` and is no name of anything else: `SPK-SIM`, `ASSD`, `STRS`. */
export function acronymEndingAt(items: readonly Item[], at: number): BoundMetric | null {
  const item = items[at];
  if (item?.kind !== 'word' && item?.kind !== 'method') return null;
  let from = at;
  while (items[from - 1]?.text === '-' && isTiedWord(items, from)) from -= 2;
  const text = phraseText(items, from, at + 1);
  if (!ACRONYM.test(text.replaceAll('-', '')) || NO_ACRONYM.has(item.text)) return null;
  return { name: text, row: null, from, to: at + 1, way: 'acronym' };
}

function isTiedWord(items: readonly Item[], from: number): boolean {
  const [before, hyphen, here] = [items[from - 2], items[from - 1], items[from]];
  return before?.kind === 'word' && before.end === hyphen?.start && hyphen.end === here?.start;
}
