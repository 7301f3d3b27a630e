import { describe, expect, it } from 'vitest';
import { authorList } from '../../../src/sources/authors.js';
import { isoDate, parseAnyDate, parseDate, parseMailDate } from '../../../src/sources/dates.js';
import {
  findArxivId,
  parseArxivId,
  parseDoi,
  parseOpenAlexId,
} from '../../../src/sources/identifiers.js';
import { withoutGuards } from '../../../src/sources/text/bibtex-braces.js';
import { textOfMarkup } from '../../../src/sources/text/markup.js';

describe('dates', () => {
  it.each([
    [['2031', 'Jan', '5'], '2031-01-05'],
    [[2031, 2], '2031-02'],
    [[2031, 'May-June'], '2031'],
    [[2031, 13, 1], '2031'],
    [[null, 1], null],
    [['31'], null],
  ] as const)('of the parts %j', ([year, month, day], expected) => {
    expect(isoDate(year, month, day)).toBe(expected);
  });

  it.each([
    ['2031-02-03T10:00:00Z', '2031-02-03'],
    ['2031/2/3', '2031-02-03'],
    ['20310203', '2031-02-03'],
    ['2031', '2031'],
    ['soon', null],
  ])('as ISO writes them: %s', (text, expected) => {
    expect(parseDate(text)).toBe(expected);
  });

  it.each([
    ['Mon, 2 Apr 2007 19:18:42 GMT', '2007-04-02'],
    ['2 Apr 07', '2007-04-02'],
    ['12 Dec 95', '1995-12-12'],
    ['never', null],
  ])('as mail writes them: %s', (text, expected) => {
    expect(parseMailDate(text)).toBe(expected);
  });

  it.each([
    ['May 27, 2031', '2031-05-27'],
    ['May 2031', '2031-05'],
    ['Spring 1998', '1998'],
    ['in press', null],
  ])('as people write them: %s', (text, expected) => {
    expect(parseAnyDate(text)).toBe(expected);
  });
});

describe('identifiers', () => {
  it.each([
    ['3102.00001v2', '3102.00001', 2],
    ['https://arxiv.org/pdf/3102.00001.pdf', '3102.00001', null],
    ['arXiv:math.CO/0211159v1', 'math/0211159', 1],
    ['math/0211159', 'math/0211159', null],
    ['cond-mat.mes-hall/0211159', 'cond-mat/0211159', null],
    ['https://arxiv.org/abs/Q-BIO.NC/0211159v2', 'q-bio/0211159', 2],
    ['10.48550/arXiv.hep-th/0211159', 'hep-th/0211159', null],
    ['https://doi.org/10.48550/arXiv.3102.00001', '3102.00001', null],
    ['arXiv:3102.00001 [cs.CL]', '3102.00001', null],
  ])('of arXiv: %s', (text, id, version) => {
    expect(parseArxivId(text)).toEqual({ id, version });
  });

  it('of arXiv are found in text only where it names them so', () => {
    expect(findArxivId('arXiv preprint arXiv:3102.00001 (2031)')?.id).toBe('3102.00001');
    expect(findArxivId('pages 3102.00001 and on')).toBeNull();
    expect(findArxivId('see arXiv:math.GT/0211159.')?.id).toBe('math/0211159');
    expect(parseArxivId('1234')).toBeNull();
    expect(parseArxivId('papers/0211159')).toBeNull();
  });

  it('of publishers and of OpenAlex lose their addresses', () => {
    expect(parseDoi('https://doi.org/10.9999%2FABC.1')).toBe('10.9999/abc.1');
    expect(parseDoi('doi:10.9999/abc.')).toBe('10.9999/abc');
    expect(parseDoi('none')).toBeNull();
    expect(parseOpenAlexId('https://openalex.org/W12')).toBe('W12');
    expect(parseOpenAlexId('A12')).toBeNull();
  });
});

describe('names', () => {
  it.each([
    ['A. One, B. Two and C. Three', ['A. One', 'B. Two', 'C. Three']],
    ['One, A.; Two, B.', ['One, A.', 'Two, B.']],
    ['A. One (1), B. Two (1 and 2) ((1) Here, (2) There)', ['A. One', 'B. Two']],
    ['', []],
  ])('in %s', (text, expected) => {
    expect(authorList(text)).toEqual(expected);
  });
});

describe('markup', () => {
  it.each([
    ['H<sub>2</sub>O &amp; <i>more</i>', 'H2O & more'],
    ['p < 0.05 and x <y> z', 'p < 0.05 and x <y> z'],
    ['&lt;scp&gt;kept&lt;/scp&gt;', '<scp>kept</scp>'],
    ['<p>One.</p><p>Two.</p>', 'One. Two.'],
    ['unclosed <i>tag', 'unclosed tag'],
  ])('of %s', (fragment, expected) => {
    expect(textOfMarkup(fragment)).toBe(expected);
  });

  it('of BibTeX loses the braces that mean nothing', () => {
    expect(withoutGuards('The {QuillNet} of {{CO$_{2}$}}')).toBe('The QuillNet of CO$_{2}$');
    expect(withoutGuards('\\textit{Plumes} \\{x\\} {\\"e}')).toBe('\\textit{Plumes} \\{x\\} \\"e');
    expect(withoutGuards('5\\% {o}ff} {')).toBe('5\\% off');
  });
});
