import { describe, expect, it } from 'vitest';
import { remembered } from '../../../src/extraction/text/remembered.js';

describe('remembered', () => {
  it('reads a word once and says the same again, wherever it stands', () => {
    const read: string[] = [];
    const factOf = remembered((word) => {
      read.push(word);
      return { text: word, length: word.length };
    });
    const text = 'sparse and dense and sparse';
    const facts = [
      [0, 6],
      [21, 27],
      [11, 16],
    ].map(([from = 0, to = 0]) => factOf(text, from, to));
    expect(facts).toEqual([
      { text: 'sparse', length: 6 },
      { text: 'sparse', length: 6 },
      { text: 'dense', length: 5 },
    ]);
    expect(read).toEqual(['sparse', 'dense']);
  });

  it('keeps a bounded number of words, rather those met again, none of them long', () => {
    let reads = 0;
    const factOf = remembered((word) => {
      reads++;
      return { text: word };
    });
    const ask = (word: string) => factOf(word, 0, word.length);
    for (let again = 0; again < 4; again++) ask('often');
    const words = Array.from({ length: 60_000 }, (_, at) => `w${at}`);
    for (const word of words) ask(word);
    reads = 0;
    ask('w59999');
    ask('often');
    expect(reads).toBe(0);
    for (const word of words) ask(word);
    expect(reads).toBeGreaterThan(40_000);
    reads = 0;
    const long = 'x'.repeat(1000);
    ask(long);
    ask(long);
    expect(reads).toBe(2);
  });
});
