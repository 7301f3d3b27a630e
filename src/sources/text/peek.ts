/** How much of an input is looked at to tell its format and its layout. */
export const HEAD = 64 * 1024;

/**
 * The first characters of a text that comes in pieces, and the whole text all the same. What goes wrong
 * while they are read is thrown where the whole text gets there.
 */
export async function peek(text: AsyncIterable<string>): Promise<[string, AsyncIterable<string>]> {
  const iterator = text[Symbol.asyncIterator]();
  const seen: string[] = [];
  let length = 0;
  let failure: { error: unknown } | null = null;
  while (length < HEAD && failure === null) {
    try {
      const next = await iterator.next();
      if (next.done) break;
      seen.push(next.value);
      length += next.value.length;
    } catch (error) {
      failure = { error };
    }
  }
  async function* whole(): AsyncGenerator<string> {
    yield* seen;
    if (failure !== null) throw failure.error;
    for (let next = await iterator.next(); !next.done; next = await iterator.next())
      yield next.value;
  }
  return [seen.join('').slice(0, HEAD), whole()];
}
