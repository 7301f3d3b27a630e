import { gzipSync } from 'node:zlib';

/** Numbers from 0 to 1 in an order that the seed alone decides (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export type Mutation = (bytes: Buffer, random: () => number) => Buffer;

const place = (bytes: Buffer, random: () => number): number => Math.floor(random() * bytes.length);

const spliced = (bytes: Buffer, at: number, drop: number, insert: Buffer | string): Buffer =>
  Buffer.concat([bytes.subarray(0, at), Buffer.from(insert), bytes.subarray(at + drop)]);

/** Puts text where a title or the like stands: after the first character of a random word. */
function intoWord(bytes: Buffer, random: () => number, insert: string): Buffer {
  const from = place(bytes, random);
  const at = bytes
    .subarray(from)
    .toString('latin1')
    .search(/[A-Za-z]{4}/);
  return spliced(bytes, at === -1 ? from : from + at + 1, 0, insert);
}

const ENTITIES = Array.from({ length: 9 }, (_, level) => {
  const inner = level === 0 ? 'lol' : `&lol${level};`.repeat(10);
  return `<!ENTITY lol${level + 1} "${inner}">`;
}).join('');

/** What is done to an input, by name. */
export const MUTATIONS: Readonly<Record<string, Mutation>> = {
  cut: (bytes, random) => bytes.subarray(0, place(bytes, random)),
  'flipped bits': (bytes, random) => {
    const flipped = Buffer.from(bytes);
    for (let left = 1 + Math.floor(random() * 20); left > 0; left--) {
      const at = place(bytes, random);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << Math.floor(random() * 8));
    }
    return flipped;
  },
  'a piece lost': (bytes, random) =>
    spliced(bytes, place(bytes, random), Math.floor(random() * 200), ''),
  'a piece twice': (bytes, random) => {
    const at = place(bytes, random);
    return spliced(bytes, at, 0, bytes.subarray(at, at + Math.floor(random() * 400)));
  },
  'bytes of any kind': (bytes, random) =>
    spliced(
      bytes,
      place(bytes, random),
      0,
      Buffer.from(Array.from({ length: 30 }, () => Math.floor(random() * 256))),
    ),
  'control characters': (bytes, random) => intoWord(bytes, random, '\u0001\u0000\u001b\uFFFE'),
  'UTF-16 without a mark': (bytes) => Buffer.from(bytes.toString('utf8'), 'utf16le'),
  'Latin-1 that says UTF-8': (bytes) => Buffer.from(bytes.toString('utf8'), 'latin1'),
  'UTF-8 read as Latin-1': (bytes) => Buffer.from(bytes.toString('latin1'), 'utf8'),
  'half of it in another encoding': (bytes, random) => {
    const at = place(bytes, random);
    return spliced(
      bytes,
      at,
      bytes.length - at,
      Buffer.from(bytes.subarray(at).toString('utf8'), 'utf16le'),
    );
  },
  'broken gzip': (bytes, random) => {
    const packed = gzipSync(bytes);
    packed[place(packed, random)] = Math.floor(random() * 256);
    return packed.subarray(0, packed.length - Math.floor(random() * 20));
  },
  'gzip twice': (bytes) => gzipSync(gzipSync(bytes)),
  'open brackets': (bytes, random) =>
    intoWord(bytes, random, '{[<("\'`$'[Math.floor(random() * 8)] ?? '{'),
};

/** What is large, and therefore done less often. */
export const LARGE_MUTATIONS: Readonly<Record<string, Mutation>> = {
  'a title of 10 MB': (bytes, random) => intoWord(bytes, random, 'word '.repeat(2_000_000)),
  'one word of 10 MB': (bytes, random) => intoWord(bytes, random, 'x'.repeat(10_000_000)),
  '10,000 levels of brackets': (bytes, random) =>
    intoWord(bytes, random, `",${'['.repeat(10_000)}${']'.repeat(10_000)},"`),
  '10,000 levels of braces': (bytes, random) =>
    intoWord(bytes, random, `${'{'.repeat(10_000)}${'}'.repeat(10_000)}`),
  '10,000 levels of objects': (bytes, random) =>
    intoWord(bytes, random, `",${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)},"`),
  '10,000 levels of elements': (bytes, random) =>
    intoWord(bytes, random, `${'<a>'.repeat(10_000)}${'</a>'.repeat(10_000)}`),
  'a billion laughs': (bytes, random) =>
    intoWord(
      Buffer.concat([Buffer.from(`<!DOCTYPE lolz [${ENTITIES}]>`), bytes]),
      random,
      '&lol9;',
    ),
  'a gzip bomb': (bytes) => gzipSync(Buffer.concat([bytes, Buffer.alloc(100_000_000, 32)])),
  'a gzip bomb of text': (bytes) =>
    gzipSync(Buffer.concat([bytes, Buffer.from('a "b" {c}\n'.repeat(10_000_000))])),
};
