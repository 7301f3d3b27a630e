import { rejectItem } from '../record.js';
import type { SourceItem } from '../source.js';
import { jsonRecords } from './records.js';
import { isObject, type JsonObject, textAt } from './values.js';

/** Makes what an adapter reads of one object: a paper, several, or none. */
export type ObjectReader = (
  value: JsonObject,
  at: { readonly position: { record: number; line: number }; readonly raw: string },
) => SourceItem | readonly SourceItem[];

/**
 * Reads every object that JSON text holds with an adapter's own reader. What is no object, and an answer
 * that says it is an error, is a reject.
 */
export async function* readJsonSource(
  text: AsyncIterable<string>,
  arrays: readonly string[],
  read: ObjectReader,
): AsyncGenerator<SourceItem> {
  let record = 0;
  for await (const { value, isEnvelope, line, raw, problem } of jsonRecords(text, arrays)) {
    const error = isObject(value) ? errorOf(value) : null;
    if (isEnvelope && error === null) continue;
    record++;
    const position = { record, line };
    if (problem !== null) yield rejectItem(problem, position, raw);
    else if (value === null)
      yield rejectItem('the record is null: the source has no such paper', position, raw);
    else if (!isObject(value)) yield rejectItem('the record is no JSON object', position, raw);
    else if (error !== null)
      yield rejectItem(`the source answered with an error: ${error}`, position, raw);
    else {
      const items = [read(value, { position, raw })].flat();
      yield* items;
      record += items.length - 1;
    }
  }
}

/** What an answer of the shape `{error}`, `{message, code}` or `{detail}` says; null for anything else. */
function errorOf(value: JsonObject): string | null {
  if (textAt(value, 'title', 'abstract', 'paper_title') !== null) return null;
  const error = value.error;
  if (isObject(error)) return textAt(error, 'message', 'type') ?? 'no message';
  const code = textAt(value, 'code', 'status', 'statusCode');
  const said =
    textAt(value, 'error', 'detail') ??
    (code !== null && /^(?:[45]\d\d|error|failed)$/i.test(code)
      ? (textAt(value, 'message') ?? code)
      : null);
  if (said === null) return null;
  const more = error === undefined ? null : textAt(value, 'message');
  return [said, more].filter(Boolean).join(': ').slice(0, 300);
}
