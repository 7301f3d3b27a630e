// Plain JavaScript, since the scripts of `npm run proof:kill` and `npm run bench:ingest` use it as well.

const SYLLABLES = ['Vel', 'Mor', 'Tan', 'Quo', 'Lis', 'Dra', 'Fen'];
const BENCHMARKS = ['ImageNet-1K', 'MMLU', 'CIFAR-100'];

/** Papers that nobody wrote, with numbers to be read; the same for the same count. */
export function inventedPapers(count) {
  return Array.from({ length: count }, (_, place) => {
    const method = `${SYLLABLES[place % 7]}${SYLLABLES[(place * 3 + 1) % 7].toLowerCase()}Net`;
    const accuracy = (60 + ((place * 37) % 390) / 10).toFixed(1);
    return {
      id: `p-${place}`,
      title: `${method} for Task ${place % 11}`,
      abstract:
        `We propose ${method}, a model number ${place} of its kind. It reaches ${accuracy}% accuracy on ` +
        `${BENCHMARKS[place % 3]} and is ${(1 + (place % 40) / 10).toFixed(1)}x faster than ResNet-50, ` +
        `while it reduces memory by ${10 + (place % 80)}%. Code: https://github.com/example/paper-${place}`,
    };
  });
}

/** As a file of JSON lines. */
export const asJsonLines = (records) =>
  records.map((record) => `${JSON.stringify(record)}\n`).join('');
