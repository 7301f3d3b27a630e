import { distance as levenshtein } from 'fastest-levenshtein';

const MOST = 3;

/** The names nearest to one that was not found, by edit distance on folded letters; at most three. */
export function nearest(asked: string, names: readonly string[]): string[] {
  const folded = fold(asked);
  const limit = Math.max(2, Math.floor(folded.length * 0.4));
  return names
    .map((name) => ({ name, distance: distance(folded, fold(name), limit) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
    .slice(0, MOST)
    .map(({ name }) => name);
}

function fold(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\d]/gu, '')
    .slice(0, 64);
}

/** A longer name that holds the one asked for is as near as one slip. */
function distance(a: string, b: string, limit: number): number {
  if (a.length > 2 && b.includes(a)) return 1;
  return Math.abs(a.length - b.length) > limit ? limit + 1 : levenshtein(a, b);
}
