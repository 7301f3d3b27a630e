/** How many words are kept at most, twice over: those met lately and those met before. */
const MOST = 6144;
/** Longer words are hardly ever met twice. */
const LONGEST = 40;

/**
 * Remembers what a pure function says of a word, since most words of a text have been met before. Bounded: of
 * words that are met no more nothing is kept.
 */
export function remembered<Fact extends object>(
  read: (word: string) => Fact,
): (word: string) => Fact {
  let lately = new Map<string, Fact>();
  let before = new Map<string, Fact>();
  return (word) => {
    const known = lately.get(word);
    if (known !== undefined) return known;
    if (word.length > LONGEST) return read(word);
    // A copy, since a slice would keep the whole text that it was cut from.
    const own = ` ${word}`.slice(1);
    const fact = before.get(own) ?? read(own);
    if (lately.size >= MOST) {
      before = lately;
      lately = new Map();
    }
    lately.set(own, fact);
    return fact;
  };
}
