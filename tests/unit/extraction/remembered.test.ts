import { describe, expect, it } from 'vitest';
import { remembered } from '../../../src/extraction/text/remembered.js';

describe('remembered', () => {
  it('reads a word once and says the same again', () => {
    const read: string[] = [];
    const factOf = remembered((word) => {
      read.push(word);
      return { length: word.length };
    });
    expect([factOf('sparse'), factOf('sparse'), factOf('dense')]).toEqual([
      { length: 6 },
      { length: 6 },
      { length: 5 },
    ]);
    expect(read).toEqual(['sparse', 'dense']);
  });

  it('keeps no more than a bounded number of words, none of them long', () => {
    let reads = 0;
    const factOf = remembered((word) => {
      reads++;
      return { word };
    });
    const words = Array.from({ length: 60_000 }, (_, at) => `w${at}`);
    for (const word of words) factOf(word);
    reads = 0;
    factOf('w59999');
    expect(reads).toBe(0);
    factOf('w0');
    expect(reads).toBe(1);
    const long = 'x'.repeat(1000);
    factOf(long);
    factOf(long);
    expect(reads).toBe(3);
  });
});
