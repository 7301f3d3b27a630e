import { linesOf } from './lines.js';

/** Characters of one entry. */
const MAX_ENTRY = 1_000_000;
const STARTS = /^\s*@\s*[A-Za-z_][\w-]*\s*[{(]/;

export interface BibtexChunk {
  readonly text: string;
  /** Line on which it begins, from 1. */
  readonly line: number;
  /** True for the last one, which may be cut off. */
  readonly isLast: boolean;
  /** True when it was longer than an entry may be. */
  readonly cut: boolean;
}

/**
 * Cuts a library into pieces of one entry each, at the lines that begin one, for a parser that wants whole
 * text. An entry whose braces do not match so spoils none but itself.
 */
export async function* bibtexChunks(text: AsyncIterable<string>): AsyncGenerator<BibtexChunk> {
  let lines: string[] = [];
  let length = 0;
  let line = 0;
  let cut = false;
  for await (const { text: content, number, cut: long } of linesOf(text)) {
    if (STARTS.test(content)) {
      if (line > 0) yield { text: lines.join('\n'), line, isLast: false, cut };
      [lines, length, line, cut] = [[], 0, number, false];
    }
    // What stands before the first entry is comment.
    if (line === 0) continue;
    length += content.length + 1;
    if (long || length > MAX_ENTRY) cut = true;
    else lines.push(content);
  }
  if (line > 0) yield { text: lines.join('\n'), line, isLast: true, cut };
}
