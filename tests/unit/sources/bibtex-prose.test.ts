import { describe, expect, it } from 'vitest';
import { hideProse } from '../../../src/sources/text/bibtex-prose.js';
import { readBytes } from './read-source.js';

describe('prose hidden from the parser of BibTeX', () => {
  it('is put back wherever it stands, and most of an abstract is hidden', () => {
    const text =
      '@article{key, abstract = {Feathers of {Zoë} fall 3\\% faster than those of other birds. They dry in 2 hours, too}}';
    const { text: hidden, restored } = hideProse(text);
    expect(hidden.length).toBeLessThan(text.length * 0.7);
    expect(restored({ of: [hidden] })).toEqual({ of: [text] });
  });

  it('leaves text alone that has the private characters already', () => {
    const text = 'one two three \uE025\uE100 four five six';
    expect(hideProse(text).text).toBe(text);
  });

  it.each([
    [
      'Inkwell, Zoë and van der Nib, Rui and Plume, Ada',
      ['Zoë Inkwell', 'Rui van der Nib', 'Ada Plume'],
    ],
    [
      'Zoë Maria Inkwell and Rui de la Nib AND Ada Plume',
      ['Zoë Maria Inkwell', 'Rui de la Nib', 'Ada Plume'],
    ],
    [
      '{The Feather Study Group of Norway} and Nib, Rui',
      ['The Feather Study Group of Norway', 'Rui Nib'],
    ],
    ['Inkwell Z. M. and Nib R. and others', ['Inkwell Z. M.', 'Nib R.']],
  ])('keeps names apart: %s', async (author, authors) => {
    const bib = `@article{a,\n  author = {${author}},\n  title = {On the fall of wet feathers}\n}\n`;
    const { records } = await readBytes('a.bib', Buffer.from(bib));
    expect(records).toEqual([
      expect.objectContaining({ title: 'On the fall of wet feathers', authors }),
    ]);
  });
});
