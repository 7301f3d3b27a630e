import { Readable } from 'node:stream';
import { type Info, parse } from 'csv-parse';
import { recordOfFields } from '../named-fields.js';
import { rejectItem, toItem } from '../record.js';
import type { SourceAdapter, SourceItem } from '../source.js';
import { peek } from '../text/peek.js';

/** Characters of one row. */
const MAX_ROW = 8_000_000;
const DELIMITERS = [',', '\t', ';', '|'];
const TITLE = /^(?:paper|article|document|primary)?[ _-]?title$/i;
const OTHER =
  /^(?:abstract(?: note)?|summary|authors?|doi|year|publication[ _]year|arxiv[ _-]?id|date|published|url|link|pmid)$/i;

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
    const parser = parse({
      delimiter: delimiterOf(head),
      columns: (names: string[]) =>
        names.map((name, place) => name.trim() || `column ${place + 1}`),
      bom: true,
      info: true,
      raw: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: MAX_ROW,
    });
    const source = Readable.from(whole, { objectMode: false });
    source.on('error', (error) => parser.destroy(error));
    source.pipe(parser);
    let record = 0;
    let line = 1;
    try {
      for await (const row of parser as AsyncIterable<{
        record: Record<string, string>;
        info: Info;
        raw: string;
      }>) {
        const position = { record: ++record, line: line + 1 };
        line = row.info.lines;
        yield toItem({ ...recordOfFields(row.record), source: csv.name }, position, row.raw);
      }
    } catch (error) {
      if (!isCsvError(error)) throw error;
      yield rejectItem(
        `broken CSV: ${reasonOf(error)}`,
        { record: record + 1, line: line + 1 },
        '',
      );
    } finally {
      source.destroy();
      parser.destroy();
    }
  },
};

function headerOf(head: string): string[] {
  const [first = ''] = head.replace(/^\uFEFF/, '').split(/\r?\n|\r/, 1);
  return first.split(delimiterOf(head)).map((name) => name.trim().replace(/^"|"$/g, ''));
}

/** The delimiter that the header has most of. */
function delimiterOf(head: string): string {
  const [first = ''] = head.split(/\r?\n|\r/, 1);
  const count = (delimiter: string): number => first.split(delimiter).length;
  return DELIMITERS.reduce((best, one) => (count(one) > count(best) ? one : best));
}

const isCsvError = (error: unknown): error is Error & { code: string } =>
  error instanceof Error && String((error as { code?: unknown }).code).startsWith('CSV_');

function reasonOf({ code, message }: Error & { code: string }): string {
  if (code === 'CSV_QUOTE_NOT_CLOSED') return 'the text ends within a quoted cell';
  if (code === 'CSV_MAX_RECORD_SIZE')
    return `a row is longer than ${MAX_ROW} characters; the rows after it were not read`;
  return message.slice(0, 160);
}
