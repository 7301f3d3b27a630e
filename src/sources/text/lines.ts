/** A line of text without its end. */
export interface Line {
  readonly text: string;
  /** From 1. */
  readonly number: number;
  /** True when the line was longer than `MAX_LINE` and is cut there. */
  readonly cut: boolean;
}

/** Characters of one line that are kept; what is beyond is dropped, so that memory stays bounded. */
export const MAX_LINE = 32_000_000;

/** Splits text that comes in pieces into lines. */
export async function* linesOf(text: AsyncIterable<string>): AsyncGenerator<Line> {
  let pieces: string[] = [];
  let length = 0;
  let number = 1;
  const flush = (): Line => {
    const line = pieces.join('').replace(/\r$/, '');
    const cut = length > MAX_LINE;
    pieces = [];
    length = 0;
    return { text: line, number: number++, cut };
  };
  for await (const chunk of text) {
    let from = 0;
    for (let end = chunk.indexOf('\n'); end !== -1; end = chunk.indexOf('\n', from)) {
      keep(chunk.slice(from, end));
      yield flush();
      from = end + 1;
    }
    keep(chunk.slice(from));
  }
  if (length > 0) yield flush();

  function keep(piece: string): void {
    if (piece === '') return;
    if (length < MAX_LINE) pieces.push(piece.slice(0, MAX_LINE - length));
    length += piece.length;
  }
}
