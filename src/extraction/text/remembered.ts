/** Words are kept in buckets of a few, by what their letters add up to. */
const BUCKETS = 3072;
const IN_BUCKET = 4;
/** Longer words are hardly ever met twice. */
const LONGEST = 40;

/**
 * Remembers what a pure function says of a word, since most words of a text have been met before. The word is
 * looked up where it stands in its text, so that one that is known need not be cut out. Bounded: a new word
 * takes the last place of its bucket, and each time that it is met again it moves up by one.
 */
export function remembered<Fact extends { readonly text: string }>(
  read: (word: string) => Fact,
): (text: string, from: number, to: number) => Fact {
  const known: (Fact | undefined)[] = new Array(BUCKETS * IN_BUCKET).fill(undefined);
  // What the letters of each add up to, side by side: a word need not be fetched to see that it is another.
  const sums = new Int32Array(BUCKETS * IN_BUCKET);
  return (text, from, to) => {
    if (to - from > LONGEST) return read(text.slice(from, to));
    const sum = sumOf(text, from, to);
    const first = ((sum >>> 0) % BUCKETS) * IN_BUCKET;
    const last = first + IN_BUCKET - 1;
    for (let at = first; at <= last; at++) {
      if (sums[at] !== sum) continue;
      const fact = known[at];
      if (fact === undefined || !standsAt(fact.text, text, from, to)) continue;
      if (at > first) {
        known[at] = known[at - 1];
        known[at - 1] = fact;
        sums[at] = sums[at - 1] as number;
        sums[at - 1] = sum;
      }
      return fact;
    }
    // A copy, since a slice would keep the whole text that it was cut from.
    const fact = read(` ${text.slice(from, to)}`.slice(1));
    known[last] = fact;
    sums[last] = sum;
    return fact;
  };
}

function sumOf(text: string, from: number, to: number): number {
  let sum = 0;
  // The multiplier of the FNV hash.
  for (let at = from; at < to; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  return sum ^ (sum >>> 15);
}

function standsAt(word: string, text: string, from: number, to: number): boolean {
  if (word.length !== to - from) return false;
  for (let at = 0; at < word.length; at++)
    if (word.charCodeAt(at) !== text.charCodeAt(from + at)) return false;
  return true;
}
