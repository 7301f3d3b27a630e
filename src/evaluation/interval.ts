const RESAMPLES = 1000;
const SEED = 20_240_229;

/**
 * The 95 % percentile bootstrap interval of a figure over items (Efron, 1979): items are drawn with
 * replacement, 1,000 times, from a fixed seed, so that the same items give the same interval.
 */
export function bootstrapInterval<T>(
  items: readonly T[],
  figure: (sample: readonly T[]) => number,
): [low: number, high: number] {
  if (items.length === 0) return [0, 0];
  const random = mulberry32(SEED);
  const figures = Array.from({ length: RESAMPLES }, () =>
    figure(items.map(() => items[Math.floor(random() * items.length)] as T)),
  ).sort((one, other) => one - other);
  return [figures[RESAMPLES * 0.025] as number, figures[RESAMPLES * 0.975 - 1] as number];
}

/** Tommy Ettinger's 32-bit generator, in the public domain: enough for drawing samples, the same everywhere. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
