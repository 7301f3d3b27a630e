import type { NumberMention } from '../numbers/number-mention.js';
import { scanNumbers } from '../numbers/scan-numbers.js';
import type { Sentence } from '../text/sentences.js';
import { type Token, tokenize } from '../text/tokens.js';
import { joinItems } from './joined-items.js';
import { findMetrics, type MetricMention } from './metric-lexicon.js';

/** A place at which a name stands in the clean text of a field. */
export interface NamePlace {
  readonly start: number;
  readonly end: number;
  readonly kind: 'dataset' | 'method' | 'task';
  /** The entry's index name; the surface is in the text. */
  readonly name: string;
}

interface Place {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly lower: string;
}
/** One unit of a sentence: a name, metric or number of any length counts as one. */
export type Item = Place &
  (
    | { readonly kind: 'word' | 'mark' }
    /** With the metric that its unit is: `27 GPU-hours`, `10 sampling steps`. */
    | {
        readonly kind: 'number';
        readonly number: NumberMention;
        readonly metric?: MetricMention | undefined;
      }
    | { readonly kind: 'metric'; readonly metric: MetricMention }
    | { readonly kind: 'dataset' | 'method' | 'task'; readonly name: string }
  );

export interface SentenceItems {
  readonly sentence: Sentence;
  readonly items: readonly Item[];
}

/**
 * Cuts a sentence of clean text into items.
 *
 * @param names the places of names in the field, sorted and free of overlap
 * @param skipped places whose digits say nothing: addresses
 */
export function sentenceItems(
  text: string,
  sentence: Sentence,
  names: readonly NamePlace[],
  skipped: readonly { start: number; end: number }[],
): SentenceItems {
  const tokens = tokenize(text.slice(sentence.start, sentence.end), sentence.start);
  const inside = names.filter((name) => name.start >= sentence.start && name.end <= sentence.end);
  const named = (token: Token): NamePlace | undefined =>
    inside.find((name) => token.start < name.end && name.start < token.end);
  const hidden = (token: Token): boolean =>
    skipped.some((place) => token.start < place.end && place.start < token.end);
  const solid = (token: Token): boolean => {
    const name = named(token);
    return (name !== undefined && name.kind !== 'task') || hidden(token);
  };
  const metrics = findMetrics(text, tokens, solid);
  const inMetric = new Set<Token>();
  for (const metric of metrics) {
    for (let at = metric.first; at <= metric.last; at++) inMetric.add(tokens[at] as Token);
  }
  const numbers = scanNumbers(text, tokens, (token) => inMetric.has(token) || solid(token));
  return { sentence, items: joinItems(merge(text, tokens, numbers, metrics, named, hidden)) };
}

function merge(
  text: string,
  tokens: readonly Token[],
  numbers: readonly NumberMention[],
  metrics: readonly MetricMention[],
  named: (token: Token) => NamePlace | undefined,
  hidden: (token: Token) => boolean,
): Item[] {
  const items: Item[] = [];
  let nextNumber = 0;
  let nextMetric = 0;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    const number = numbers[nextNumber];
    if (number && token.start >= number.outerStart) {
      nextNumber++;
      at = lastBefore(tokens, at, number.outerEnd);
      // `3B parameters`: the unit is a metric, and none beside the number.
      let metric: MetricMention | undefined;
      while ((metrics[nextMetric]?.last ?? at + 1) <= at) metric = metrics[nextMetric++];
      const place = placeAt(text, number.outerStart, number.outerEnd);
      items.push(itemAt('number', place, { number, ...(metric ? { metric } : {}) }));
      continue;
    }
    const metric = metrics[nextMetric];
    if (metric && at >= metric.first) {
      nextMetric++;
      const end = (tokens[metric.last] as Token).end;
      items.push(itemAt('metric', placeAt(text, token.start, end), { metric }));
      at = Math.max(at, metric.last);
      continue;
    }
    const name = named(token);
    if (name && token.start <= name.start) {
      items.push(itemAt(name.kind, placeAt(text, name.start, name.end), { name: name.name }));
      const stop = Math.min(
        name.end,
        metric ? (tokens[metric.first] as Token).start : name.end,
        number ? number.outerStart : name.end,
      );
      at = Math.max(at, lastBefore(tokens, at, stop));
      continue;
    }
    if (hidden(token)) continue;
    const kind = token.kind === 'word' ? 'word' : 'mark';
    items.push(itemAt(kind, token, NOTHING));
  }
  return items;
}

const NOTHING = {};

/** All items have the same properties in the same order, so that reading one is fast whatever its kind. */
function itemAt(
  kind: Item['kind'],
  { start, end, text, lower }: Place,
  { number, metric, name }: { number?: NumberMention; metric?: MetricMention; name?: string },
): Item {
  return { kind, start, end, text, lower, number, metric, name } as Item;
}

function placeAt(text: string, start: number, end: number): Place {
  const surface = text.slice(start, end);
  return { start, end, text: surface, lower: surface.toLowerCase() };
}

function lastBefore(tokens: readonly Token[], from: number, end: number): number {
  let at = from;
  while (at + 1 < tokens.length && (tokens[at + 1] as Token).start < end) at++;
  return at;
}
