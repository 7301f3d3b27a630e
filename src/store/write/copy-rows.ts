import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import type { EntityManager } from 'typeorm';
import type { Columns, Row } from './insert-rows.js';

/**
 * Writes new rows of a table by COPY, in the transaction of `manager`: a quarter of the time that Postgres
 * takes to read the same rows out of JSON. Rows are objects by column name; what one leaves out is null.
 */
export async function copyRows(
  manager: EntityManager,
  table: string,
  columns: Columns,
  rows: readonly Row[],
): Promise<void> {
  if (rows.length === 0) return;
  if (!manager.queryRunner) throw new Error('rows are copied in a transaction');
  const client = await manager.queryRunner.connect();
  const entries = Object.entries(columns);
  const text = rows.map(
    (row) => `${entries.map(([name, type]) => copyValue(row[name], type)).join('\t')}\n`,
  );
  const names = Object.keys(columns).join(', ');
  await pipeline(
    Readable.from([Buffer.from(text.join(''))]),
    client.query(copyFrom(`COPY ${table} (${names}) FROM STDIN`)),
  );
}

/** A value of a column's type in COPY's text format (https://www.postgresql.org/docs/13/sql-copy.html). */
export function copyValue(value: unknown, type: string): string {
  if (value === null || value === undefined || Number.isNaN(value)) return '\\N';
  if (type === 'jsonb') return escaped(JSON.stringify(value));
  if (Array.isArray(value)) return escaped(`{${value.map(arrayElement).join(',')}}`);
  return typeof value === 'string' ? escaped(value) : String(value);
}

const arrayElement = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;

const SPECIAL = /[\\\t\n\r]/g;
const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
};
const escaped = (text: string): string =>
  text.replace(SPECIAL, (character) => ESCAPES[character] as string);
