import { describe, expect, it } from 'vitest';
import { toDocument } from '../../../src/documents/index.js';
import { findLinkPlaces, readLinks } from '../../../src/extraction/links.js';

function linksOf(text: string): string[] {
  const { abstract } = toDocument(null, text);
  return readLinks(abstract, findLinkPlaces(abstract.clean)).map(
    ({ kind, url }) => `${kind} ${url}`,
  );
}

const FOUND: readonly [text: string, links: readonly string[]][] = [
  ['Code: https://github.com/owl/net.', ['code https://github.com/owl/net']],
  ['See github.com/owl/net for more.', ['code https://github.com/owl/net']],
  ['Visit owl-net.github.io/demo/.', ['project https://owl-net.github.io/demo/']],
  [
    'Data: https://huggingface.co/datasets/owl/calls',
    ['data https://huggingface.co/datasets/owl/calls'],
  ],
  [
    'A demo is at https://huggingface.co/spaces/owl/net',
    ['demo https://huggingface.co/spaces/owl/net'],
  ],
  ['A video is at https://youtu.be/abc123.', ['demo https://youtu.be/abc123']],
  ['Our code is at https://owl.example.org/net', ['code https://owl.example.org/net']],
  ['Project page: https://owl.example.org', ['project https://owl.example.org']],
  ['(https://zenodo.org/record/12)', ['data https://zenodo.org/record/12']],
  ['Terms: https://owl.example.org/a.', ['other https://owl.example.org/a']],
];

const NOTHING: readonly string[] = [
  'Our code will be released.',
  'The project page is not up yet.',
  'See Figure 2, e.g. the left part.',
  'Node.js and ASP.NET were compared.',
  'The ratio is 3:2, i.e. 1.5.',
];

describe('links', () => {
  it.each(FOUND)('%s', (text, links) => {
    expect(linksOf(text)).toEqual(links);
  });

  it.each(NOTHING)('none in: %s', (text) => {
    expect(linksOf(text)).toEqual([]);
  });

  it('gives the place in the original text', () => {
    const { abstract } = toDocument(null, 'Code~at \\url{https://github.com/owl/net}.');
    const [link] = readLinks(abstract, findLinkPlaces(abstract.clean));
    expect(abstract.original.slice(link?.span.start, link?.span.end)).toBe(
      'https://github.com/owl/net',
    );
  });
});
