import { describe, expect, it } from 'vitest';
import { readBytes } from './read-source.js';

const read = (text: string, format = 'auto') => readBytes('input', Buffer.from(text), { format });
const recordOf = async (text: string, format = 'auto') => {
  const { records, rejects } = await read(text, format);
  expect(rejects).toEqual([]);
  return records[0];
};

describe('PubMed', () => {
  const article = (inner: string, { citation = '', date = '', ids = '' } = {}): string =>
    `<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>99000001</PMID><Article>
      <Journal><JournalIssue><PubDate><MedlineDate>${date}</MedlineDate></PubDate></JournalIssue></Journal>
      ${inner}</Article>${citation}</MedlineCitation>
      <PubmedData><ArticleIdList>${ids}</ArticleIdList></PubmedData></PubmedArticle></PubmedArticleSet>`;
  const titled = '<ArticleTitle>Geese in wind</ArticleTitle>';

  it("takes an abstract of others, the English one and not the layman's first", async () => {
    const other = (attributes: string, text: string): string =>
      `<OtherAbstract ${attributes}><AbstractText>${text}</AbstractText></OtherAbstract>`;
    const citation =
      other('Type="Publisher" Language="spa"', 'Los gansos vuelan.') +
      other('Type="plain-language-summary" Language="eng"', 'Birds fly.') +
      other('Type="Publisher" Language="eng"', 'Geese fly 12% farther.');
    expect((await recordOf(article(titled, { citation })))?.abstract).toBe(
      'Geese fly 12% farther.',
    );
    const own = `${titled}<Abstract><AbstractText>Their own.</AbstractText></Abstract>`;
    expect((await recordOf(article(own, { citation })))?.abstract).toBe('Their own.');
    const foreign = other('Language="spa"', 'Los gansos vuelan.');
    expect((await recordOf(article(titled, { citation: foreign })))?.abstract).toBe(
      'Los gansos vuelan.',
    );
  });

  it('takes the title in its own language where there is no other', async () => {
    const inner =
      '<ArticleTitle>[Not Available].</ArticleTitle><VernacularTitle>Gansos</VernacularTitle>';
    expect((await recordOf(article(inner)))?.title).toBe('Gansos');
  });

  it.each([
    ['2019 Spring', '2019'],
    ['Spring 2019', '2019'],
    ['1998 Dec-1999 Jan', '1998'],
    ['1998-1999', '1998'],
    ['2031 Jun 3', '2031-06-03'],
    ['some day', null],
  ])('reads the date %s', async (date, expected) => {
    expect((await recordOf(article(titled, { date })))?.publishedAt).toBe(expected);
  });

  it.each([
    '<ArticleId IdType="arxiv">3102.00071v2</ArticleId>',
    '<ArticleId IdType="pii">arXiv:3102.00071v2</ArticleId>',
  ])('finds the arXiv id in %s', async (ids) => {
    const record = await recordOf(article(titled, { ids }));
    expect(record).toMatchObject({ arxivId: '3102.00071', arxivVersion: 2, id: '99000001' });
  });
});

describe('JATS', () => {
  const article = (meta: string, attributes = ''): string =>
    `<article ${attributes}><front><article-meta>${meta}</article-meta></front></article>`;

  it('prefers English, be it the original or the translation', async () => {
    const foreign = await recordOf(
      article(
        `<title-group><article-title>Les oies</article-title>
          <trans-title-group xml:lang="en"><trans-title>The geese</trans-title></trans-title-group></title-group>
          <abstract><p>Elles volent.</p></abstract>
          <trans-abstract xml:lang="es"><p>Vuelan.</p></trans-abstract>
          <trans-abstract xml:lang="en-GB"><p>They fly.</p></trans-abstract>`,
        'xml:lang="fr"',
      ),
    );
    expect(foreign).toMatchObject({ title: 'The geese', abstract: 'They fly.' });
    const english = await recordOf(
      article(
        `<title-group><article-title>The geese</article-title>
          <trans-title-group xml:lang="fr"><trans-title>Les oies</trans-title></trans-title-group></title-group>
          <abstract xml:lang="fr"><p>Elles volent.</p></abstract>
          <abstract xml:lang="en"><p>They fly.</p></abstract>`,
      ),
    );
    expect(english).toMatchObject({ title: 'The geese', abstract: 'They fly.' });
  });

  it('keeps what has no translation', async () => {
    const record = await recordOf(
      article(
        `<title-group><article-title xml:lang="fr">Les oies</article-title></title-group>
          <abstract xml:lang="fr"><p>Elles volent.</p></abstract>`,
      ),
    );
    expect(record).toMatchObject({ title: 'Les oies', abstract: 'Elles volent.' });
  });

  it('reads arXiv ids and whole dates in an attribute', async () => {
    const record = await recordOf(
      article(
        `<article-id pub-id-type="arxiv">3102.00072v3</article-id>
          <title-group><article-title>Geese</article-title></title-group>
          <pub-date date-type="pub" iso-8601-date="2031-02-03"><year>2031</year></pub-date>`,
      ),
    );
    expect(record).toMatchObject({
      ...{ id: '3102.00072', arxivId: '3102.00072', arxivVersion: 3, publishedAt: '2031-02-03' },
    });
  });
});

describe('OAI-PMH', () => {
  it('takes the English title and description of several', async () => {
    const record =
      await recordOf(`<OAI-PMH><record><header><identifier>oai:x:1</identifier></header>
      <metadata><oai_dc:dc xmlns:oai_dc="o" xmlns:dc="d">
      <dc:title xml:lang="pt">Os gansos</dc:title><dc:title xml:lang="en-US">The geese</dc:title>
      <dc:description xml:lang="pt">Eles voam.</dc:description>
      <dc:description xml:lang="eng">They fly.</dc:description>
      </oai_dc:dc></metadata></record></OAI-PMH>`);
    expect(record).toMatchObject({ title: 'The geese', abstract: 'They fly.' });
  });
});

describe('Semantic Scholar data sets', () => {
  it('name a paper by its corpus id, in rows of either', async () => {
    const { format, records } = await read(
      [
        '{"corpusid":77,"externalids":{"CorpusId":"77","DOI":null,"ArXiv":null},"title":"Geese","year":2031}',
        '{"corpusid":77,"openaccessinfo":{"externalids":{"DOI":"10.9999/GEESE"},"status":null},"abstract":"They fly."}',
      ].join('\n'),
    );
    expect(format).toBe('semantic-scholar');
    expect(records).toMatchObject([
      { id: '77', s2Id: 'CorpusId:77', title: 'Geese', abstract: null, publishedAt: '2031' },
      { id: '77/abstract', s2Id: 'CorpusId:77', doi: '10.9999/geese', abstract: 'They fly.' },
    ]);
  });
});

describe('RIS', () => {
  it.each([
    ['TY  -JOUR', 'TI  -Geese', 'ER  -'],
    ['TY - JOUR', 'TI - Geese', 'ER -'],
    ['TY-JOUR', 'TI- Geese', 'ER-'],
    ['TY\t-\tJOUR', 'TI\t-\tGeese', 'ER\t-'],
    ['TY  -\u00A0JOUR', 'TI\u00A0\u00A0- Geese', 'ER  - '],
  ])('may be spaced as in %j', async (...lines) => {
    const { format, records, rejects } = await read(`${lines.join('\n')}\n`);
    expect([format, records[0]?.title, rejects]).toEqual(['ris', 'Geese', []]);
  });

  it('takes a word with a hyphen at the beginning of a folded line for text', async () => {
    const record = await recordOf('TY  - JOUR\nTI  - Geese\nAB  - They\nAB-tested it.\nER  - \n');
    expect(record?.abstract).toBe('They AB-tested it.');
  });
});

describe('a table', () => {
  it.each([
    ['sep=;\n', ';'],
    ['"sep=|"\r\n', '|'],
    ['\uFEFFsep=\t\n', '\t'],
  ])('may begin with its delimiter: %j', async (hint, delimiter) => {
    const row = (...cells: string[]): string => `${cells.join(delimiter)}\n`;
    const { format, items } = await read(
      `${hint}${row('title', 'abstract, summary', 'year')}${row('Geese', 'a, b, c', '2031')}${row('Gulls', '', '2032')}`,
    );
    expect(format).toBe('csv');
    expect(items).toMatchObject([
      { record: { title: 'Geese', publishedAt: '2031' }, position: { line: 3 } },
      { record: { title: 'Gulls' }, position: { line: 4 } },
    ]);
  });
});

describe('JSON', () => {
  it.each([
    ['paragraphs', ['They fly.', 'Then they land.']],
    ['labelled paragraphs', [{ text: 'They fly.', section: 'A' }, { text: 'Then they land.' }]],
    ['an inverted index', { land: [4], They: [0], 'fly.': [1], they: [3], Then: [2] }],
  ])('may give the abstract as %s', async (_, abstract) => {
    const record = await recordOf(JSON.stringify([{ id: 'a', title: ['Geese'], abstract }]));
    expect(record?.title).toBe('Geese');
    expect(record?.abstract?.replace(/\.$/, '')).toMatch(/^They fly\. Then (?:they land)$/);
  });
});

describe('BibTeX', () => {
  const { year, years } = {
    year: async (text: string) => (await recordOf(text, 'bibtex'))?.publishedAt,
    years: async (text: string) =>
      (await read(text, 'bibtex')).records.map(({ id, publishedAt }) => [id, publishedAt]),
  };

  it.each(['year = {2031a}', 'year = 2031b', 'date = {2031a}', 'year = "{2031}"'])(
    'reads %s',
    async (field) => {
      expect(await year(`@article{a, title = {Geese}, ${field}}`)).toBe('2031');
    },
  );

  it('takes the year from the proceedings that an entry is part of, before or after it', async () => {
    const text = `@inproceedings{a, title = {Geese}, crossref = {Plume2031}}
      @inproceedings{own, title = {Gulls}, crossref = {plume2031}, year = 2030}
      @proceedings{plume2031, title = {Plumes}, year = 2031, month = may}
      @inproceedings{b, title = {Terns}, crossref = {plume2031}}
      @inproceedings{c, title = {Ducks}, crossref = {nowhere}}`;
    expect(await years(text)).toEqual([
      ['own', '2030'],
      ['plume2031', '2031-05'],
      ['a', '2031-05'],
      ['b', '2031-05'],
      ['c', null],
    ]);
    const { items } = await read(text, 'bibtex');
    const [waited] = items.filter((item) => 'record' in item && item.record.id === 'a');
    expect(waited && 'record' in waited && (await years(waited.raw))).toContainEqual([
      'a',
      '2031-05',
    ]);
  });
});

describe('lines that end in carriage returns alone', () => {
  it.each([
    ['ris', 'TY  - JOUR\nTI  - Geese\nAB  - They\n  fly.\nER  - \n'],
    ['csv', 'title,abstract\nGeese,They fly.\nGulls,They too.\n'],
    [
      'bibtex',
      '@article{a,\n title = {Geese},\n abstract = {They fly.}\n}\n@article{b,\n title = {Gulls}\n}\n',
    ],
    ['json', '{"title":"Geese","abstract":"They fly."}\n{"title":"Gulls"}\n'],
    ['arxiv-abs', '\\\\\narXiv:3102.00051\nTitle: Geese\n\\\\\n  They fly.\n\\\\\n'],
  ])('are lines of %s', async (format, text) => {
    const old = await read(text.replaceAll('\n', '\r'));
    const plain = await read(text);
    expect([old.format, old.records]).toEqual([format, plain.records]);
    expect(plain.records[0]?.title).toMatch(/^Geese/);
  });
});
