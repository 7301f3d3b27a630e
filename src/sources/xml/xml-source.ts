import { rejectItem } from '../record.js';
import type { SourceItem } from '../source.js';
import { type XmlRecord, xmlRecords } from './records.js';

/** Makes what an adapter reads of one element: a paper, a reject, or nothing. */
export type ElementReader = (
  record: XmlRecord,
  at: { readonly position: { record: number; line: number }; readonly raw: string },
) => SourceItem | null;

/** Reads every element of some names with an adapter's own reader; a broken one is a reject. */
export async function* readXmlSource(
  text: AsyncIterable<string>,
  names: readonly string[],
  read: ElementReader,
): AsyncGenerator<SourceItem> {
  let count = 0;
  for await (const record of xmlRecords(text, new Set(names))) {
    const position = { record: count + 1, line: record.line };
    const item =
      record.problem === null
        ? read(record, { position, raw: record.raw })
        : rejectItem(record.problem, position, record.raw);
    if (item === null) continue;
    count++;
    yield item;
  }
}

/** Whether text begins as XML does. */
export const looksLikeXml = (head: string): boolean => /^\s*</.test(head);
