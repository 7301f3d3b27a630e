import { EQUIVALENTS } from './equivalents.js';

/**
 * Whether two names mean one metric: equal words, one name inside the other (`top-1 accuracy`, `accuracy`),
 * or half of the words in common; other digits are another metric. A name that the source destroyed
 * (`[email protected]`, an address filter's work on `R@0.5`) equals any.
 */
export function sameMetric(one: string | null, other: string | null): boolean {
  if (one?.includes('protected]') || other?.includes('protected]')) return true;
  const a = metricWords(one);
  const b = metricWords(other);
  if (a.size === 0 || b.size === 0) return a.size === b.size;
  const [digitsA, digitsB] = [digits(a), digits(b)];
  if (digitsA !== '' && digitsB !== '' && digitsA !== digitsB) return false;
  const common = [...a].filter((word) => b.has(word)).length;
  return common === Math.min(a.size, b.size) || common / (a.size + b.size - common) >= 0.5;
}

function metricWords(metric: string | null): ReadonlySet<string> {
  let name = (metric ?? '').toLowerCase().replaceAll('\u00a0', ' ');
  for (const [from, to] of EQUIVALENTS.metricNames) name = name.replaceAll(from, to);
  const words = name.match(/[a-z]+@?\d*|\d+/g) ?? [];
  const kept = new Set(words.map((word) => EQUIVALENTS.metricWords.get(word) ?? word));
  kept.delete('');
  return kept.size > 0 ? kept : new Set(words);
}

const digits = (words: ReadonlySet<string>): string =>
  [...new Set([...words].flatMap((word) => word.match(/\d+/g) ?? []))].sort().join();
