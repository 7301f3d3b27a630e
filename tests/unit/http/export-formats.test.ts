import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { exportFormatter } from '../../../src/http/export-formats.js';

it.each(['a\nb', 'a\rb', 'a\r\nb', 'a "b", c', 'a,b', ' a '])(
  'a CSV field %j is one field for any reader',
  async (title) => {
    const csv = await text(
      Readable.from([{ id: 1, title }]).pipe(exportFormatter('csv', ['id', 'title'])),
    );
    const rows = parse(csv, { record_delimiter: ['\r\n', '\n', '\r'] });
    expect(rows).toEqual([
      ['id', 'title'],
      ['1', title],
    ]);
  },
);
