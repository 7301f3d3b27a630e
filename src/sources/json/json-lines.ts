import { linesOf } from '../text/lines.js';
import { jsonProblem } from './problem.js';
import type { JsonRecord } from './records.js';

/** Reads an object a line; one that holds an array of records is taken apart. */
export async function* readJsonLines(
  text: AsyncIterable<string>,
  arrays: readonly string[],
): AsyncGenerator<JsonRecord> {
  for await (const line of linesOf(text)) {
    const raw = line.text.trim().replace(/,$/, '');
    if (raw === '') continue;
    const at = { line: line.number, raw, isEnvelope: false };
    if (line.cut) {
      yield { ...at, value: undefined, problem: 'the line is too long to be a paper' };
      continue;
    }
    let value: unknown;
    try {
      value = JSON.parse(raw);
    } catch (error) {
      yield { ...at, value: undefined, problem: jsonProblem(error) };
      continue;
    }
    const items = itemsWithin(value, arrays);
    if (items === null) yield { ...at, value, problem: null };
    for (const item of items ?? []) {
      yield { ...at, value: item, raw: JSON.stringify(item), problem: null };
    }
  }
}

/** The records of an answer; null for a line that is a paper itself, whatever lists it holds. */
function itemsWithin(value: unknown, arrays: readonly string[]): unknown[] | null {
  const fields = value as Record<string, unknown> | null;
  if (typeof fields?.title === 'string' || typeof fields?.abstract === 'string') return null;
  for (const path of arrays) {
    let at = value;
    for (const key of path.split('.')) at = (at as Record<string, unknown> | null)?.[key];
    if (Array.isArray(at)) return at;
  }
  return null;
}
