import type { Entry, Library, Options } from '@retorquere/bibtex-parser';
import { fullName } from '../authors.js';
import { isoDate, parseAnyDate } from '../dates.js';
import { findArxivId, firstArxivId, parseDoi, parseUrl } from '../identifiers.js';
import { rejectItem, toItem } from '../record.js';
import type { SourceAdapter, SourceItem } from '../source.js';
import { bibtexChunks } from '../text/bibtex-chunks.js';
import { oneLine } from '../text/white-space.js';

/** Left as written: TeX is made plain where texts are cleaned. */
const RAW: Options = {
  raw: true,
  english: false,
  sentenceCase: false,
  caseProtection: false,
  applyCrossRef: false,
};
const MAX_STRINGS = 10_000;

/** BibTeX and BibLaTeX libraries. */
export const bibtex: SourceAdapter = {
  name: 'bibtex',
  description: 'BibTeX and BibLaTeX libraries',
  detect(head) {
    if (/^\s*[<[{]/.test(head)) return 0;
    return /^[ \t]*@[a-z_]+[ \t]*[{(]\s*[^\s,{}()]*\s*,/im.test(head) ||
      /^[ \t]*@(?:string|comment|preamble)[ \t]*[{(]/im.test(head)
      ? 0.9
      : 0;
  },
  async *read(text): AsyncGenerator<SourceItem> {
    // The parser brings large tables, which no other command should wait for.
    const { parse } = await import('@retorquere/bibtex-parser');
    const strings: Record<string, string> = {};
    let record = 0;
    for await (const { text: chunk, line, cut } of bibtexChunks(text)) {
      const position = { record: record + 1, line };
      if (cut) {
        record++;
        yield rejectItem('the entry is too long to be a paper', position, chunk);
        continue;
      }
      const library = parsed(parse, chunk, strings);
      if (typeof library === 'string') {
        record++;
        yield rejectItem(`broken BibTeX: ${library}`, position, chunk);
        continue;
      }
      if (Object.keys(strings).length < MAX_STRINGS) Object.assign(strings, library.strings);
      for (const entry of library.entries) {
        record++;
        yield toItem(partsOf(entry), { record, line }, entry.input);
      }
      const isEntry = !/^\s*@(?:comment|string|preamble)\b/i.test(chunk);
      if (library.entries.length === 0 && isEntry) {
        record++;
        const said = library.errors[0]?.error ?? 'no entry could be read';
        yield rejectItem(`broken BibTeX: ${short(said)}`, position, chunk);
      }
    }
  },
};

type Parse = (input: string, options: Options) => Library;

/** The library, or what was wrong with it. */
function parsed(parse: Parse, chunk: string, strings: Record<string, string>): Library | string {
  try {
    const library = parse(chunk, { ...RAW, strings });
    if (!library.errors.some(({ error }) => /Unclosed math/.test(error))) return library;
    // Scanned abstracts have single dollar signs, which the parser takes for math without an end.
    return withDollars(parse(chunk.replaceAll('$', DOLLAR), { ...RAW, strings }));
  } catch (error) {
    return short(error instanceof Error ? error.message : String(error));
  }
}

/** The parser's own words, without the entry that it appends to them. */
function short(message: string): string {
  const [first = ''] = message.split('\n');
  if (/call stack/.test(first)) return 'a field is nested too deep or too long';
  return oneLine(first).slice(0, 200);
}

/** A private character that stands for a dollar sign. */
const DOLLAR = '\uE024';

function withDollars(library: Library): Library {
  return JSON.parse(JSON.stringify(library).replaceAll(DOLLAR, '$')) as Library;
}

function partsOf(entry: Entry): Parameters<typeof toItem>[0] {
  const fields = entry.fields as unknown as Record<string, unknown>;
  const text = (...names: string[]): string | null => {
    for (const name of names) {
      const value = fields[name];
      if (typeof value === 'string' && value.trim() !== '') return value;
    }
    return null;
  };
  const url = parseUrl(unbraced(text('url') ?? '').replace(/^\\url\s*/, ''));
  const doi =
    parseDoi(unescaped(text('doi') ?? '')) ??
    (/doi\.org/i.test(url ?? '') ? parseDoi(unescaped(url ?? '')) : null);
  const arxiv =
    firstArxivId(text('eprint'), text('arxivid'), text('arxiv'), url, doi) ??
    findArxivId(
      text('journal', 'journaltitle', 'number', 'note', 'howpublished', 'pages', 'volume'),
    );
  const title = [text('title'), text('subtitle')].filter(Boolean).join(': ');
  const date = text('date');
  return {
    id: entry.key || null,
    title: oneLine(unbraced(title)),
    abstract: text('abstract'),
    authors: authorsOf(fields.author),
    publishedAt:
      (date === null ? null : parseAnyDate(date)) ??
      isoDate(unbraced(text('year') ?? ''), month(text('month')), text('day')),
    arxivId: arxiv?.id ?? null,
    arxivVersion: arxiv?.version ?? null,
    doi,
    url,
    source: bibtex.name,
  };
}

/** Braces that only guard capitals are dropped; escaped ones are text. */
const unbraced = (tex: string): string =>
  tex.replace(/\\([{}])|[{}]/g, (_, escaped) => (escaped ? `\\${escaped}` : '')).trim();

/** `10.1000/a\_b` as it is meant. */
const unescaped = (tex: string): string => tex.replace(/\\([_%&#$])/g, '$1').replace(/[{}]/g, '');

const month = (text: string | null): string | null => (text === null ? null : unbraced(text));

function authorsOf(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap(
    (creator: {
      name?: string;
      firstName?: string;
      prefix?: string;
      lastName?: string;
      suffix?: string;
    }) => {
      const name =
        creator.name ??
        fullName(creator.firstName, creator.prefix, creator.lastName, creator.suffix);
      const plain = oneLine(unbraced(name));
      return plain === '' || plain === 'others' ? [] : [plain];
    },
  );
}
