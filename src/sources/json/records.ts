import { HEAD, peek } from '../text/peek.js';
import { readDocument } from './document.js';
import { readJsonLines } from './json-lines.js';

/** A value out of JSON text, or the reason why it could not be read. */
export interface JsonRecord {
  /** Undefined where there is a problem. */
  readonly value: unknown;
  /** True for what stands around the records of an answer: counts, cursors, messages. */
  readonly isEnvelope: boolean;
  /** Line on which it begins, from 1. */
  readonly line: number;
  readonly raw: string;
  /** Null where all is well. */
  readonly problem: string | null;
}

/** Characters of one record. */
export const MAX_RECORD = 32_000_000;
/** Nesting within one record. */
export const MAX_RECORD_DEPTH = 100;

/**
 * Reads the records out of JSON as it comes: an object a line, an array of objects, one object, or an
 * answer that holds its records in an array. Never throws for what the text holds.
 *
 * @param arrays where an answer holds its records: `results`, `message.items`
 */
export async function* jsonRecords(
  text: AsyncIterable<string>,
  arrays: readonly string[],
): AsyncGenerator<JsonRecord> {
  const [head, whole] = await peek(text);
  yield* isByLine(head, arrays) ? readJsonLines(whole, arrays) : readDocument(whole, arrays);
}

/** An object a line can be gone on with after a broken one, so it is told from other JSON. */
function isByLine(head: string, arrays: readonly string[]): boolean {
  if (!/^\s*\{/.test(head)) return false;
  const lines = head.split('\n');
  const whole = head.length < HEAD ? lines : lines.slice(0, -1);
  const filled = whole.map((line) => line.trim()).filter((line) => line !== '');
  if (filled.length === 0) {
    // One line longer than what is looked at: an answer names the array of its records early.
    return !arrays.some((path) => new RegExp(`"${path.split('.').at(-1)}"\\s*:\\s*\\[`).test(head));
  }
  const objects = filled.filter((line) => line.startsWith('{') && /\},?$/.test(line));
  return objects.length * 2 >= filled.length;
}
