import { Transform } from 'node:stream';
import { stringify } from 'csv-stringify';

export const EXPORT_FORMATS = ['csv', 'ndjson'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const MEDIA_TYPES: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8; header=present',
  ndjson: 'application/x-ndjson; charset=utf-8',
};

/** Turns rows into text, one line a row; CSV starts with the names of the columns. */
export function exportFormatter(format: ExportFormat, columns: readonly string[]): Transform {
  return format === 'csv' ? csv(columns) : ndjson();
}

/**
 * CSV as RFC 4180 has it. A text that a spreadsheet would run as a formula gets an apostrophe before it:
 * titles and quotes come from anyone (https://owasp.org/www-community/attacks/CSV_Injection).
 */
function csv(columns: readonly string[]): Transform {
  return stringify({
    header: true,
    columns: [...columns],
    record_delimiter: 'windows',
    // The delimiter of records is CR LF; a line feed or a return alone ends a row for most readers as well.
    quoted_match: /[\r\n]/,
    escape_formulas: true,
    cast: { boolean: (value) => String(value) },
  });
}

function ndjson(): Transform {
  return new Transform({
    writableObjectMode: true,
    transform(row, _encoding, done) {
      done(null, `${JSON.stringify(row)}\n`);
    },
  });
}
