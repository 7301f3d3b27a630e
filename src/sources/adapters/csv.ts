import { type Info, parse } from 'csv-parse';
import { stringify } from 'csv-stringify/sync';
import { Pump } from '../input/pump.js';
import { recordOfFields } from '../named-fields.js';
import { rejectItem, toItem } from '../record.js';
import type { SourceAdapter, SourceItem } from '../source.js';
import { peek } from '../text/peek.js';

/** Characters of one row. */
const MAX_ROW = 8_000_000;
const DELIMITERS = [',', '\t', ';', '|'];
const TITLE = /^(?:paper|article|document|primary)?[ _-]?titles?$/i;
const OTHER =
  /^(?:abstracts?(?: note)?|summary|summaries|authors?|doi|year|publication[ _]year|arxiv[ _-]?id|date|published|url|link|pmid)$/i;

/** A table with a header, its cells parted by commas, tabs, semicolons or bars. */
export const csv: SourceAdapter = {
  name: 'csv',
  description: 'a CSV or TSV table with a header (title, abstract, …)',
  detect(head, fileName) {
    const names = headerOf(head);
    if (names.length < 2 || !names.some((name) => TITLE.test(name))) return 0;
    if (!names.some((name) => OTHER.test(name))) return 0;
    return /\.(?:csv|tsv)(?:\.gz)?$/.test(fileName) ? 0.95 : 0.8;
  },
  async *read(text): AsyncGenerator<SourceItem> {
    const [head, whole] = await peek(text);
    const { hint, delimiter } = dialectOf(head);
    const table: Table = { record: 0, line: hint === '' ? 1 : 2, columns: 0, header: '' };
    const lines = table.line - 1;
    const parser = new Pump<Row>(
      parse({
        delimiter,
        columns: (names: string[]) => {
          table.columns = names.length;
          table.header = hint + stringify([names], { delimiter });
          return names.map((name, place) => name.trim() || `column ${place + 1}`);
        },
        bom: true,
        info: true,
        raw: true,
        relax_column_count: true,
        relax_quotes: true,
        skip_empty_lines: true,
        max_record_size: MAX_ROW,
      }),
    );
    try {
      for await (const piece of withoutPrefix(whole, hint.length)) {
        yield* itemsOf(await parser.write(piece), table, lines);
        if (parser.failure) break;
      }
      yield* itemsOf(await parser.end(), table, lines);
      if (parser.failure) {
        const reason = `broken CSV: ${reasonOf(parser.failure)}`;
        yield rejectItem(reason, { record: table.record + 1, line: table.line + 1 }, '');
      }
    } finally {
      parser.destroy();
    }
  },
};

interface Row {
  readonly record: Readonly<Record<string, string>>;
  readonly info: Info;
  readonly raw: string;
}

/** How far a table has been read. */
interface Table {
  record: number;
  line: number;
  columns: number;
  /** Goes before each row's raw text, which means nothing without it. */
  header: string;
}

/** @param above lines before the header, which the parser did not see */
function* itemsOf(rows: readonly Row[], table: Table, above: number): Generator<SourceItem> {
  for (const { record: fields, info, raw: row } of rows) {
    const position = { record: ++table.record, line: table.line + 1 };
    table.line = info.lines + above;
    const isCut = !/[\r\n]$/.test(row) && Object.keys(fields).length < table.columns;
    const raw = table.header + row;
    yield isCut
      ? rejectItem('the text ends within the row', position, raw)
      : toItem({ ...recordOfFields(fields), source: csv.name }, position, raw);
  }
}

/** A first line by which spreadsheets are told the delimiter, with its end. */
const HINT = /^\uFEFF?"?sep=([^"\s\w]|\t)"?[ \t]*(?:\r?\n|\r)/i;

function headerOf(head: string): string[] {
  const { hint, delimiter } = dialectOf(head);
  const [first = ''] = head
    .slice(hint.length)
    .replace(/^\uFEFF/, '')
    .split(/\r?\n|\r/, 1);
  return first.split(delimiter).map((name) => name.trim().replace(/^"|"$/g, ''));
}

/** The delimiter that the text names, or else the one that the header has most of. */
function dialectOf(head: string): { readonly hint: string; readonly delimiter: string } {
  const [hint = '', named] = HINT.exec(head) ?? [];
  if (named !== undefined) return { hint, delimiter: named };
  const [first = ''] = head.split(/\r?\n|\r/, 1);
  const count = (delimiter: string): number => first.split(delimiter).length;
  const delimiter = DELIMITERS.reduce((best, one) => (count(one) > count(best) ? one : best));
  return { hint, delimiter };
}

async function* withoutPrefix(text: AsyncIterable<string>, length: number): AsyncGenerator<string> {
  let left = length;
  for await (const piece of text) {
    const rest = piece.slice(left);
    left -= piece.length - rest.length;
    if (rest !== '') yield rest;
  }
}

function reasonOf(error: Error): string {
  const code = String((error as { code?: unknown }).code);
  if (code === 'CSV_QUOTE_NOT_CLOSED') return 'the text ends within a quoted cell';
  if (code === 'CSV_MAX_RECORD_SIZE') {
    return `a row is longer than ${MAX_ROW} characters; the rows after it were not read`;
  }
  return error.message.slice(0, 160);
}
