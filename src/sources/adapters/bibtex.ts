import type { Entry, Library, Options } from '@retorquere/bibtex-parser';
import { fullName } from '../authors.js';
import { isoDate, parseAnyDate } from '../dates.js';
import { findArxivId, firstArxivId, parseDoi, parseUrl } from '../identifiers.js';
import { rejectItem, toItem } from '../record.js';
import type { SourceAdapter, SourceItem } from '../source.js';
import { withoutGuards } from '../text/bibtex-braces.js';
import { bibtexChunks } from '../text/bibtex-chunks.js';
import { type Dated, Parents } from '../text/bibtex-parents.js';
import { hideProse } from '../text/bibtex-prose.js';
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
    const parents = new Parents();
    let record = 0;
    const item = (dated: Dated): SourceItem => itemOf(dated, ++record);
    for await (const { text: chunk, line, isLast, cut } of bibtexChunks(text)) {
      const reject = (reason: string): SourceItem =>
        rejectItem(reason, { record: ++record, line }, chunk);
      if (cut) {
        yield reject('the entry is too long to be a paper');
        continue;
      }
      const library = parsed(parse, chunk, strings);
      if (typeof library === 'string') {
        yield reject(`broken BibTeX: ${library}`);
        continue;
      }
      if (Object.keys(strings).length < MAX_STRINGS) Object.assign(strings, library.strings);
      const fault = faultOf(library, chunk);
      // Of an entry with unbalanced braces what is before them is good; the last one may be cut anywhere.
      const entries =
        fault === null ? library.entries : isLast ? [] : library.entries.filter(isFilled);
      for (const entry of entries) {
        yield* parents.next({ ...entry, input: entry.input || chunk }, line).map(item);
      }
      if (fault !== null) {
        const rest = entries.length > 0 ? '; only what comes before was read' : '';
        yield reject(`broken BibTeX: ${short(fault)}${rest}`);
      }
    }
    yield* parents.rest().map(item);
  },
};

/** What keeps a chunk from being read whole; null where nothing does. */
function faultOf({ entries, errors }: Library, chunk: string): string | null {
  // The name of a string that is nowhere defined stands for itself.
  const fault = errors.find(({ error }) => !/^Unresolved @string/.test(error))?.error;
  if (fault !== undefined) return fault;
  const isEntry = !/^\s*@(?:comment|string|preamble)\b/i.test(chunk);
  return isEntry && entries.length === 0 ? 'no entry in it' : null;
}

const isFilled = ({ fields }: Entry): boolean => Boolean(fields.title ?? fields.abstract);

type Parse = (input: string, options: Options) => Library;

/** The library, or what was wrong with it. */
function parsed(parse: Parse, chunk: string, strings: Record<string, string>): Library | string {
  const { text, restored } = hideProse(chunk);
  const read = (input: string): Library => restored(parse(input, { ...RAW, strings }));
  try {
    const library = read(text);
    if (!library.errors.some(({ error }) => /Unclosed math/.test(error))) return library;
    // Scanned abstracts have single dollar signs, which the parser takes for math without an end.
    return withDollars(read(text.replaceAll('$', DOLLAR)));
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

function itemOf({ entry, parent, line }: Dated, record: number): SourceItem {
  const parts = partsOf(entry);
  const publishedAt = parts.publishedAt ?? (parent && partsOf(parent).publishedAt);
  const raw = parent ? `${entry.input}\n\n${parent.input}` : entry.input;
  return toItem({ ...parts, publishedAt }, { record, line }, raw);
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
  const url = parseUrl(withoutGuards(text('url') ?? '').replace(/^\\url\s*/, ''));
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
    title: oneLine(withoutGuards(title)),
    abstract: text('abstract'),
    authors: authorsOf(fields.author),
    publishedAt:
      (date === null ? null : parseAnyDate(date)) ??
      isoDate(yearOf(text('year') ?? date), month(text('month')), text('day')),
    arxivId: arxiv?.id ?? null,
    arxivVersion: arxiv?.version ?? null,
    doi,
    url,
    source: bibtex.name,
  };
}

/** `10.1000/a\_b` as it is meant. */
const unescaped = (tex: string): string => tex.replace(/\\([_%&#$])/g, '$1').replace(/[{}]/g, '');

/** Of `{2020}`, or `2020a` where one author's papers of a year are told apart. */
const yearOf = (text: string | null): string | null =>
  /^(\d{4})[a-z]?$/i.exec(withoutGuards(text ?? ''))?.[1] ?? null;

const month = (text: string | null): string | null => (text === null ? null : withoutGuards(text));

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
      const plain = oneLine(withoutGuards(name));
      return plain === '' || plain === 'others' ? [] : [plain];
    },
  );
}
